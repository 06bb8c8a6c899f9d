namespace Dateline.Annotation;

/// <summary>Where the words that name a source begin and end, when what explains the source has verbs of its own.</summary>
internal sealed class SourcePhrases(Words words, NounPhrases phrases)
{
    private readonly VerbGroups groups = new(words, phrases);

    /// <summary>"Documents seen by the Gazette show", "three officials briefed on the talks said": a clause has one finite verb, so the participle before it is the subject's.</summary>
    public TokenRange WithParticiple(TokenRange source, int verb, int low)
    {
        if (source.IsEmpty || source.End != verb) return source;
        var i = source.First - 1;
        while (i > low && words.Is(i, WordClass.Determiner)) i--;
        if (i > low && words.Tag(i) == "ADP") i--;
        else if (i > low && !words.Lower(i).EndsWith("ing", StringComparison.Ordinal)) return source;
        if (i <= low || words.Tag(i) != "VERB" || !words.IsNominal(i - 1) || words.Tag(i - 1) == "PRON" || words.Lower(i) is "including" or "according" or "following") return source;
        var head = phrases.Before(i, low);
        return head.IsEmpty ? source : new TokenRange(head.First, source.End);
    }

    /// <summary>The subject of the nearest finite verb to the left that has one.</summary>
    public TokenRange OfMainVerb(int v, int low)
    {
        for (var i = v - 1; i > low; i--)
        {
            if (!words.IsVerb(i) || words.Lower(i).EndsWith("ing", StringComparison.Ordinal)) continue;
            var group = groups.Of(i, low);
            if (group.Infinitive) continue;
            if (phrases.Subject(group.Start, low) is { IsEmpty: false } subject) return WithoutTime(subject);
        }

        return TokenRange.None;
    }

    /// <summary>"the report on Friday blamed": the day is when, not who.</summary>
    public TokenRange WithoutTime(TokenRange source)
    {
        if (source.Length < 3 || phrases.TimexEnd(source.End - 1) != source.End) return source;
        var end = source.End - 1;
        while (end > source.First + 1 && phrases.TimexEnd(end - 1) == source.End) end--;
        if (end > source.First + 1 && words.Lower(end - 1) is "on" or "in" or "at" or "last" or "late" or "early") end--;
        return end > source.First ? source with { End = end } : source;
    }

    /// <summary>"said Mr Holt, who added that ...": a relative clause with a saying of its own is no part of the source.</summary>
    public int WithoutSaying(int first, int end)
    {
        for (var i = first + 1; i + 1 < end; i++)
        {
            if (!words.Is(i, ",") || words.Lower(i + 1) is not "who") continue;
            for (var k = i + 2; k < end && k <= i + 4; k++)
                if (words.Tag(k) == "VERB" && k + 1 < end && words.Lower(k + 1) is not ("himself" or "herself" or "themselves") && Cues.Of(words.Lower(k)).Any(c => c.Kind == "saying")) return i;
        }

        return end;
    }

    /// <summary>"Neither X nor Y", "no one", "nobody": a subject that denies its verb.</summary>
    public bool IsNegative(TokenRange source)
    {
        if (source.IsEmpty) return false;
        if (words.Lower(source.First) is "neither" or "no" or "nobody" or "none") return true;
        for (var i = source.First; i < source.End; i++) if (words.Is(i, "nor")) return true;
        return source.First > 0 && words.Is(source.First - 1, "neither");
    }
}
