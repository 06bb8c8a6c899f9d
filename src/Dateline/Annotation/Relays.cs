namespace Dateline.Annotation;

/// <summary>Media that only pass on: "the agency reported that X said", "X accused Y, the broadcaster said".</summary>
internal static class Relays
{
    /// <summary>Adds the passing medium to what it passes on, and takes its own statement for a stance.</summary>
    public static void Settle(Words words, NounPhrases phrases, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var outer = drafts[i];
            if (outer.Source.IsEmpty || outer.IsQuotation || !IsMedium(phrases, outer.Source) || outer.Rule != "cue.verb") continue;
            var passed = drafts.FindAll(d => d != outer && d.Cue.Count > 0 && outer.Holds(d.CueToken) && !d.Rule.StartsWith("stance.", StringComparison.Ordinal) && outer.Content[0].First >= d.First - 2);
            if (passed.Count == 0) continue;
            foreach (var inner in passed) inner.Relay.Insert(0, outer.Source);
            if (passed.Exists(p => p.Content.Sum(c => c.Length) * 2 >= outer.Content.Sum(c => c.Length))) drafts[i] = outer.As("stance.relay");
        }
    }

    private static bool IsMedium(NounPhrases phrases, TokenRange source)
    {
        for (var i = source.First; i < source.End; i++) if (phrases.MentionAt(i) is { Kind: EntityKind.Agency or EntityKind.Outlet }) return true;
        return false;
    }
}
