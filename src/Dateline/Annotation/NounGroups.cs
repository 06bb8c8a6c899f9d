namespace Dateline.Annotation;

/// <summary>The words that go with a noun of saying: its adjectives and determiner, and the verb that carries it ("raised serious concerns").</summary>
internal sealed class NounGroups(Words words, NounPhrases phrases)
{
    private static readonly Lazy<Dictionary<string, bool>> Carriers = new(Load);

    private readonly VerbGroups verbs = new(words, phrases);
    private readonly Subjects subjects = new(words);

    /// <summary>The first token of the noun's adjectives and determiner.</summary>
    public int Start(int noun, int low)
    {
        var first = noun;
        while (first > low && (words.Tag(first - 1) is "ADJ" or "ADV" || words.Lower(first - 1).EndsWith("ing", StringComparison.Ordinal)) && words.Subtrees.Relation(first - 1) is "amod" or "advmod" && HangsOn(first - 1, noun)) first--;
        return first > low && words.Tag(first - 1) == "DET" && !words.Is(first - 1, WordClass.Possessive) ? first - 1 : first;
    }

    /// <summary>The verb right before the noun's group of which the noun is the object, its own group and its subject; null where none carries it.</summary>
    public (int Verb, int Start, TokenRange Subject, bool Negated)? Carrier(int noun, int first, int low, int high)
    {
        var verb = first - 1;
        if (verb > low && words.Lower(verb) is "his" or "her" or "their" or "its" or "my" or "our") verb--; // "repeated his claim"
        if (verb < low || !Carriers.Value.ContainsKey(words.Lower(verb)) || words.Subtrees.Head(noun) != verb || words.Subtrees.Relation(noun) != "obj") return null;
        var group = verbs.Of(verb, low);
        var subject = group.Infinitive ? TokenRange.None : phrases.Subject(group.Start, low);
        if (subject.IsEmpty) subject = subjects.Of(verb, low, high);
        return (verb, group.Infinitive ? verb : group.Start, subject.Contains(verb) ? TokenRange.None : subject, group.Negated);
    }

    /// <summary>True for a carrier that attributes by itself as well.</summary>
    public bool Attributes(int verb) => Carriers.Value.GetValueOrDefault(words.Lower(verb));

    private bool HangsOn(int word, int noun)
    {
        for (int at = word, steps = 0; steps < 3 && at >= 0; at = words.Subtrees.Head(at), steps++) if (words.Subtrees.Head(at) == noun) return true;
        return false;
    }

    private static Dictionary<string, bool> Load()
    {
        var forms = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/cue-carriers.tsv"))
            foreach (var (form, _) in Cues.Inflect(row[0], row[2])) forms[form] = row[1] == "yes";
        forms["has"] = false;
        return forms;
    }
}
