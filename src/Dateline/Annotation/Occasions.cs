namespace Dateline.Annotation;

/// <summary>When, where and through whom things were said: from the cue's own sentence, and carried on along one occasion.</summary>
internal static class Occasions
{
    public static void Settle(Words words, NounPhrases phrases, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (draft.Cue.Count == 0) continue;
            draft.Said ??= BeforeSubject(words, phrases, draft);
        }
    }

    /// <summary>"On Tuesday, X said": a date that opens the sentence of the cue, or stands between subject and verb.</summary>
    private static Timex? BeforeSubject(Words words, NounPhrases phrases, Draft draft)
    {
        if (draft.Source.IsEmpty || draft.Source.First > draft.CueToken) return null;
        var sentence = words.Sentences[words.SentenceOf(draft.CueToken)];
        for (var i = draft.Source.End; i < draft.CueToken; i++) if (phrases.TimexAt(i) is { } between) return between;
        var at = draft.Source.First - 1;
        if (at >= sentence.FirstToken && words.Is(at, ",")) at--;
        if (at < sentence.FirstToken || phrases.TimexAt(at) is not { } opening) return null;
        var first = at;
        while (first > sentence.FirstToken && phrases.TimexAt(first - 1) == opening) first--;
        return first - sentence.FirstToken <= 2 ? opening : null;
    }
}
