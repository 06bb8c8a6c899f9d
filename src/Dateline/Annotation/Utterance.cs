namespace Dateline.Annotation;

/// <summary>Sentences joined where a quotation runs over their border: what one attribution can reach. Token ranges, in order.</summary>
internal sealed record Utterance(int First, int End, int Block, BlockRole Role)
{
    /// <summary>The sentences of the story's blocks, joined by the quotations that run over their borders.</summary>
    public static List<Utterance> Find(Words words, List<Quotation> quotations)
    {
        var found = new List<Utterance>();
        var next = 0;
        foreach (var sentence in words.Sentences)
        {
            int first = sentence.FirstToken, end = first + sentence.TokenCount;
            if (end == first) continue;
            while (next < quotations.Count && quotations[next].Close < first) next++;
            var role = words.Analysis.BlockOf(sentence).Role;
            var joins = found.Count > 0 && found[^1].Block == sentence.Block && found[^1].End == first && quotations.Exists(q => q.Open < first && q.Close >= first && q.Open >= found[^1].First);
            if (joins) found[^1] = found[^1] with { End = end };
            else found.Add(new Utterance(first, end, sentence.Block, role));
        }

        return found;
    }
}
