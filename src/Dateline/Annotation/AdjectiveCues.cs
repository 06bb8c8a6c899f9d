namespace Dateline.Annotation;

/// <summary>Beliefs, attitudes and plans told by an adjective behind its subject, or by a noun for one who has them: "the minister is confident that", "she is a staunch supporter of". lexicon/cue-adjectives.tsv names them.</summary>
internal sealed class AdjectiveCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private static readonly Lazy<Dictionary<string, (string Kind, string[] Links)>> Adjectives =
        new(() => Resources.Rows("lexicon/cue-adjectives.tsv").ToDictionary(r => r[0], r => (r[1], r[2].Split('|')), StringComparer.Ordinal));

    private readonly Complements complements = new(words, phrases, quotations);
    private readonly NounGroups nouns = new(words, phrases);

    public void Find(Utterance utterance, List<Draft> drafts)
    {
        for (var i = utterance.First + 2; i + 1 < utterance.End; i++)
            if (Adjectives.Value.TryGetValue(words.Lower(i), out var entry) && At(i, entry.Kind, entry.Links, utterance) is { } draft) drafts.Add(draft);
    }

    private Draft? At(int adjective, string kind, string[] links, Utterance utterance)
    {
        var inside = quotations.FindLast(q => q.Contains(adjective));
        int low = inside?.First ?? utterance.First, high = inside?.Close ?? utterance.End;
        var first = words.Tag(adjective) == "NOUN" ? words.Is(adjective - 1, "in") ? adjective - 1 : nouns.Start(adjective, low) : adjective; // "is a staunch supporter of", "is in favour of"
        var group = Group(first, low, out var negated);
        if (group == first) return null;
        var source = phrases.Before(group, low);
        if (source.IsEmpty || IsExpletive(source)) return null;
        var p = adjective + 1;
        var cueEnd = p;
        var content = p;
        var word = words.Lower(p);
        if (word is "that" or "whether" && links.Contains("that", StringComparer.Ordinal)) content = words.Is(p, "that") ? p + 1 : p;
        else if (words.Is(p, "to") && links.Contains("to", StringComparer.Ordinal) && (p + 1 < high && words.Tag(p + 1) is "VERB" or "AUX" || kind is "attitude" or "belief" || words.Lower(adjective) == "committed"))
        {
            if (words.Tag(p + 1) is not ("VERB" or "AUX")) cueEnd = content = p + 1;
        }
        else if (words.Tag(p) == "ADP" && links.Contains(word, StringComparer.Ordinal)) cueEnd = content = p + 1;
        else if (!(links.Contains("that", StringComparer.Ordinal) && complements.StartsClause(p, high))) return null;
        var end = complements.ClauseEnd(content, high);
        if (end <= content) return null;
        var draft = new Draft { Rule = negated ? "stance.negated" : "stance." + kind, Source = source, Negated = negated };
        draft.Cue.Add(new TokenRange(group, cueEnd));
        draft.Content.Add(new TokenRange(content, end));
        return draft;
    }

    /// <summary>Where the copula's group starts, adverbs and auxiliaries with it; the adjective itself where none stands before it.</summary>
    private int Group(int adjective, int low, out bool negated)
    {
        negated = false;
        var copula = false;
        var i = adjective;
        for (; i > low; i--)
        {
            var lower = words.Lower(i - 1);
            if (words.Is(i - 1, WordClass.Negation) && lower is not "no") negated = true;
            else if (lower is "is" or "are" or "was" or "were" or "be" or "been" or "'re" or "'m" or "am" or "remain" or "remains" or "remained" or "became" or "become" or "becomes" or "feel" or "feels" or "felt" or "appeared" or "appears" or "seemed" or "seems" or "sounded" or "grew") copula = true;
            else if (!words.Is(i - 1, WordClass.Auxiliary | WordClass.Modal) && !(words.Tag(i - 1) == "ADV" && !words.Is(i - 1, "there"))) break;
        }

        while (i < adjective && words.Tag(i) == "ADV") i++; // "now the minister is": the group begins with its verb
        return copula ? i : adjective;
    }

    private bool IsExpletive(TokenRange source) => source.Length == 1 && words.Lower(source.First) is "it" or "there" or "this" or "that" or "what" or "which";
}
