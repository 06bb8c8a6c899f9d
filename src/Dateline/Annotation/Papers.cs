namespace Dateline.Annotation;

/// <summary>A verb of publishing before what the paper says: "released a statement on Friday saying".</summary>
/// <param name="Verb">The verb of publishing.</param>
/// <param name="Start">Where its group starts.</param>
/// <param name="Source">Its subject.</param>
/// <param name="Object">The paper itself.</param>
internal readonly record struct Paper(int Verb, int Start, TokenRange Source, TokenRange Object);

/// <summary>Finds the verb of publishing whose object a participle of saying tells of: both are one cue, and who published says it.</summary>
internal sealed class Papers(Words words, NounPhrases phrases)
{
    private const int Longest = 14; // tokens between the two verbs

    private static readonly Lazy<HashSet<string>> Forms = new(() => new[]
    {
        ("release", ""), ("publish", ""), ("issue", ""), ("send", "sent|sent"), ("post", ""), ("circulate", ""), ("distribute", ""), ("write", "wrote|written"), ("air", ""), ("sign", ""),
    }.SelectMany(v => Cues.Inflect(v.Item1, v.Item2)).Select(f => f.Form).ToHashSet(StringComparer.Ordinal));

    private readonly VerbGroups groups = new(words, phrases);
    private readonly Subjects subjects = new(words);

    /// <param name="participle">"saying", "urging"</param>
    public Paper? Of(int participle, int low, int high)
    {
        if (participle <= low || words.IsMark(participle - 1)) return null; // "released a statement, saying": two cues
        for (var verb = participle - 2; verb >= low && participle - verb <= Longest; verb--)
        {
            if (words.IsFinite(verb + 1) || words.Tag(verb + 1) == "SCONJ") return null;
            if (words.Tag(verb) != "VERB" || !Forms.Value.Contains(words.Lower(verb))) continue;
            var group = groups.Of(verb, low);
            var paper = words.Is(verb + 1, "out") ? verb + 2 : verb + 1;
            if (group.Be || group.Infinitive || group.Modal || group.Negated || paper >= participle || words.Tag(paper) is not ("DET" or "ADJ" or "NOUN" or "PRON" or "NUM") || phrases.TimexEnd(paper) > 0) return null;
            var subject = subjects.Before(phrases, group.Start, verb, low, high);
            return subject.IsEmpty || subject.End > group.Start ? null : new Paper(verb, group.Start, subject, new TokenRange(paper, phrases.End(paper, participle, false)));
        }

        return null;
    }
}
