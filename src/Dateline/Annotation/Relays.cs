namespace Dateline.Annotation;

/// <summary>Media that only pass on: "the agency reported that X said", "X accused Y, the broadcaster said".</summary>
internal static class Relays
{
    private const int Sentences = 3; // "the article" is that of a medium named at most so many sentences before

    /// <summary>Adds the passing medium to what it passes on, and takes its own statement for a stance.</summary>
    public static void Settle(Words words, NounPhrases phrases, List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var outer = drafts[i];
            if (outer.Source.IsEmpty || outer.IsQuotation || !(outer.Rule == "cue.verb" ? IsMedium(phrases, outer.Source) : outer.Rule == "cue.according" && (IsMedium(phrases, outer.Source) || IsReport(words, outer.Source)))) continue;
            var passed = drafts.FindAll(d => d != outer && d.Cue.Count > 0 && outer.Holds(d.CueToken) && !d.Rule.StartsWith("stance.", StringComparison.Ordinal) && outer.Content[0].First >= d.First - 2);
            if (passed.Count == 0) continue;
            foreach (var inner in passed) inner.Relay.Insert(0, Named(words, phrases, outer.Source));
            if (passed.Exists(p => p.Content.Sum(c => c.Length) * 2 >= outer.Content.Sum(c => c.Length))) drafts[i] = outer.As("stance.relay");
        }
    }

    /// <summary>The medium that "the article", "the newspaper" stands for, as far as one was named before; else the phrase itself.</summary>
    private static TokenRange Named(Words words, NounPhrases phrases, TokenRange source)
    {
        if (IsMedium(phrases, source) || words.Lower(source.First) is not ("the" or "that" or "this" or "its")) return source;
        for (var i = source.First - 1; i >= 0 && words.SentenceOf(source.First) - words.SentenceOf(i) <= Sentences; i--)
        {
            if (phrases.MentionAt(i) is not { Kind: EntityKind.Agency or EntityKind.Outlet } medium) continue;
            var first = i;
            while (first > 0 && phrases.MentionAt(first - 1) == medium) first--;
            return new TokenRange(first, i + 1);
        }

        return source;
    }

    private static bool IsReport(Words words, TokenRange source) =>
        words.Lower(source.End - 1) is "article" or "report" or "reports" or "newspaper" or "paper" or "magazine" or "broadcaster" or "network" or "station" or "channel" or "agency" or "daily" or "transcript";

    internal static bool IsMedium(NounPhrases phrases, TokenRange source)
    {
        for (var i = source.First; i < source.End; i++) if (phrases.MentionAt(i) is { Kind: EntityKind.Agency or EntityKind.Outlet }) return true;
        return false;
    }
}
