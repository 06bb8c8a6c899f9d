namespace Dateline.Annotation;

/// <summary>A verb with the words that stand before it and belong to it.</summary>
/// <param name="Start">The first token of the group, the verb itself where nothing stands before it.</param>
/// <param name="Be">A form of "be" stands in it: a passive or a progressive.</param>
/// <param name="Modal">It may, will or is likely to be said.</param>
/// <param name="Infinitive">The verb is an infinitive that no word of lexicon/cue-leads.tsv leads to.</param>
internal readonly record struct VerbGroup(int Start, bool Be, bool Have, bool Negated, bool Modal, bool Infinitive);

/// <summary>Auxiliaries, adverbs and negation before a verb, and the words that lead to an infinitive: "has also said", "went on to say", "was quick to blame".</summary>
internal sealed class VerbGroups(Words words, NounPhrases phrases)
{
    private static readonly Lazy<Dictionary<string, bool>> Leads = new(() => Resources.Rows("lexicon/cue-leads.tsv").ToDictionary(r => r[0], r => r[1] == "leans", StringComparer.Ordinal));

    private static readonly int[] LeadLengths = [5, 2, 1]; // words

    public VerbGroup Of(int verb, int low)
    {
        bool be = false, have = false, negated = false, modal = false;
        var i = verb;
        for (; i > low; i--)
        {
            var at = i - 1;
            var lower = words.Lower(at);
            if (words.Is(at, WordClass.Negation) && lower is not ("no" or "neither" or "nor")) negated = true;
            else if (words.Is(at, WordClass.Auxiliary) && !(lower == "'s" && IsPossessive(at)))
            {
                be |= lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "am" or "'re" or "'m" or "'s";
                have |= lower is "have" or "has" or "had" or "having" or "'ve" or "'d";
            }
            else if (words.Is(at, WordClass.Modal) && words.IsVerb(at)) modal = true;
            else if (lower == "since" && at > low && words.Lower(at - 1) is "has" or "have" or "had" or "'s" or "'ve" or "'d") continue; // "has since denounced"
            else if (lower == "to" && OnlyAdverbs(i, verb))
            {
                var lead = Lead(at, low, out var leans);
                if (lead == at) return new VerbGroup(i, be, have, negated, modal, i == verb);
                modal |= leans;
                var led = Of(lead, low);
                return led with { Be = false, Negated = led.Negated || negated, Modal = led.Modal || modal };
            }
            else if (words.Tag(at) != "ADV" || words.Is(at, "there") || words.Is(at, "here") || at == low && i == verb && words.IsCapital(at) && phrases.MentionAt(at) is not null) break; // "Kelly noted": a name that looks like an adverb
        }

        return new VerbGroup(i, be, have, negated, modal, false);
    }

    /// <summary>"who's called for an inquiry": "'s" before a participle is "has" as well as "is".</summary>
    public bool IsShortHave(int group, int verb)
    {
        var at = group;
        while (at < verb && words.Lower(at) is not ("'s" or "'d")) at++;
        if (at == verb) return false;
        for (var i = group; i < verb; i++) if (i != at && words.Is(i, WordClass.Auxiliary)) return false;
        return true;
    }

    /// <summary>"began by blaming", "kept blaming": the group of the words that lead to a gerund; null where none do.</summary>
    public VerbGroup? Leading(int gerund, int low)
    {
        var lead = gerund - 1;
        if (lead >= low && words.Is(lead, "by")) lead--;
        if (lead < low || !Leads.Value.ContainsKey(string.Join(' ', Enumerable.Range(lead, gerund - lead).Select(words.Lower)) + " doing")) return null;
        return Of(lead, low);
    }

    /// <summary>The first word of the lead right before "to"; the "to" itself where none stands there. "One's" in a lead stands for any owner.</summary>
    private int Lead(int to, int low, out bool leans)
    {
        leans = false;
        foreach (var length in LeadLengths)
            if (to - length >= low && Leads.Value.TryGetValue(string.Join(' ', Enumerable.Range(to - length, length).Select(i => words.Lower(i) is "his" or "her" or "its" or "their" or "my" or "our" or "your" ? "one's" : words.Lower(i))), out leans)) return to - length;
        return to;
    }

    private bool OnlyAdverbs(int first, int verb)
    {
        for (var i = first; i < verb; i++) if (words.Tag(i) != "ADV") return false;
        return true;
    }

    private bool IsPossessive(int at) => at + 1 < words.Count && words.Tag(at) == "PART";
}
