namespace Dateline.Annotation;

/// <summary>Where what is said starts, when time, place or occasion stand between it and the cue.</summary>
internal sealed class ContentStarts(Words words, List<Quotation> quotations)
{
    private const int LongestOccasion = 18; // tokens

    /// <summary>"said during a rally in Ostend that", "said after the vote he would": where the clause starts behind any prepositional phrases; 0 where none does.</summary>
    public int Clause(int p, int high)
    {
        if (p + 2 >= high || words.Tag(p) != "ADP" || words.Lower(p) is "of" or "as" or "than" || quotations.Exists(q => q.Open == p + 1 && p + 1 < high)) return 0;
        for (var i = p + 2; i < Math.Min(high, p + LongestOccasion); i++)
        {
            if (words.IsFinite(i) || words.IsMark(i) && !words.Is(i, ",") && !words.Is(i, "-")) return 0;
            if (words.Is(i, "that") && words.Tag(i) == "SCONJ") return i;
            if (words.Lower(i) is "he" or "she" or "they" or "it" or "we" or "i" && words.IsNominal(i - 1) && i + 1 < high && (words.IsFinite(i + 1) || words.Is(i + 1, WordClass.Auxiliary | WordClass.Modal))) return i;
        }

        return 0;
    }

    /// <summary>"promised on Sunday at a rally in Ostend to end the fees": where the infinitive starts behind any prepositional phrases; 0 where none does.</summary>
    public int Infinitive(int verb, int p, int high)
    {
        if (words.Tag(p) != "ADP") return 0;
        for (var i = p + 1; i + 1 < Math.Min(high, p + LongestOccasion) && !words.IsFinite(i); i++)
            if (words.Is(i, "to") && words.Tag(i + 1) == "VERB" && words.Subtrees.Head(i + 1) == verb) return i;
        return 0;
    }
}
