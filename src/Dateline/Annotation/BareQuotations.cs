namespace Dateline.Annotation;

/// <summary>Quotations without a cue of their own: the speech that was begun before goes on, or the next line names its speaker.</summary>
internal sealed class BareQuotations(Words words, List<Quotation> quotations)
{
    private const int ShortestSpeech = 4;

    public void Find(List<Utterance> utterances, List<Draft> drafts)
    {
        foreach (var quoted in quotations)
        {
            var at = utterances.FindIndex(u => quoted.Open >= u.First && quoted.Open < u.End);
            if (at < 0 || drafts.Exists(d => d.Rule != PassiveCues.Held && d.Content.Exists(c => c.First < quoted.Close && c.End > quoted.First && (c.Length >= quoted.Length || c.First == quoted.First)))) continue;
            if (!IsSpeech(quoted, utterances[at])) continue;
            var from = Before(quoted, utterances, at, drafts);
            var draft = new Draft { Rule = from is null ? "quote.bare" : "quote.continued", Continues = from, IsQuotation = true };
            foreach (var part in Paragraph(quoted)) draft.Content.Add(part);
            if (from is not null || utterances[at].Role is BlockRole.Headline or BlockRole.Standfirst or BlockRole.Pullquote) drafts.Add(draft);
        }
    }

    /// <summary>The statement that this quotation goes on with: the last one of the paragraph, or of the paragraph before where its quotation stayed open or a colon ends it.</summary>
    private Draft? Before(Quotation quoted, List<Utterance> utterances, int at, List<Draft> drafts)
    {
        var block = utterances[at].Block;
        var previous = drafts.Where(d => d.CueToken < quoted.Open && IsOpen(d)).MaxBy(d => d.CueToken);
        if (previous is not null && BlockOf(previous.CueToken) == block) return previous;
        var next = drafts.Where(d => d.CueToken > quoted.Close && BlockOf(d.CueToken) == block && IsOpen(d) && d.IsQuotation).MinBy(d => d.CueToken);
        if (next is not null) return next;
        if (previous is null) return null;
        var end = utterances.FindLast(u => u.End <= utterances[at].First);
        if (end is null) return null;
        var left = quotations.FindLast(q => q.Open < quoted.Open);
        if (left is { IsClosed: false } && left.Close == end.End && end.Block == utterances[at].Block - 1) return previous;
        var isWhole = quoted.Open == utterances[at].First && (quoted.Close >= utterances[at].End - 2);
        return isWhole && BlockOf(previous.CueToken) == end.Block && utterances[at].Role is BlockRole.Body or BlockRole.Pullquote && end.Role is BlockRole.Body ? previous : null;
    }

    /// <summary>A quotation that is a sentence of its own, or long enough to be one; not a word in inverted commas.</summary>
    private bool IsSpeech(Quotation quoted, Utterance utterance)
    {
        if (quoted.Length < ShortestSpeech) return false;
        var opens = quoted.Open == utterance.First || words.IsMark(quoted.Open - 1) && words.Lower(quoted.Open - 1) is not ("-" or "(") || words.IsOpeningOfSentence(quoted.Open);
        return opens && words.IsWord(quoted.First) && (words.IsCapital(quoted.First) || words.Lower(quoted.Open == 0 ? 0 : quoted.Open - 1) is "," or ":") || !quoted.IsClosed;
    }

    private static IEnumerable<TokenRange> Paragraph(Quotation quoted)
    {
        yield return new TokenRange(quoted.First, quoted.Close);
    }

    private int BlockOf(int token) => words.Sentences[words.SentenceOf(token)].Block;

    /// <summary>A saying whose own words are not inside somebody else's quotation.</summary>
    private bool IsOpen(Draft draft) => !draft.Rule.StartsWith("stance.", StringComparison.Ordinal) && !(draft.Cue.Count > 0 && quotations.Exists(q => q.Contains(draft.CueToken)));
}
