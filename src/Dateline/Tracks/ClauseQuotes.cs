namespace Dateline.Tracks;

/// <summary>The words that a claim is shown by: the clause of its predicate, cut out of the sentence by the dependency tree.</summary>
internal sealed class ClauseQuotes(Annotations notes, Grammar grammar, string text)
{
    private const int LongestQuote = 300; // characters; a longer clause is no quote that a person wants to read in a table

    private const int Upwards = 4; // clauses: "to try to get him to go"

    private const int ShortestQuote = 12; // "What clashes?" stands; "they did" does not

    /// <summary>The range of tokens of the clause around a predicate and its span; null where the clause is too long to read.</summary>
    /// <param name="last">The predicate's last token, where it has several: "shot and killed".</param>
    public (int First, int End, TextSpan Span)? Of(int predicate, Sentence sentence, int last = -1)
    {
        var clause = grammar.ClauseOf(predicate);
        (int First, int End, TextSpan Span)? best = null;
        for (var steps = 0; steps < Upwards; steps++)
        {
            if (Cut(clause, predicate, steps == 0 ? last : -1, sentence) is not { } quote) break;
            best = quote;
            if (notes.Tokens[clause].Head < 0 || (quote.Span.Length >= ShortestQuote && Stands(clause))) break;
            clause = grammar.ClauseOf(notes.Tokens[clause].Head);
        }

        return best;
    }

    /// <summary>"to step down" says nothing without who is to; "who stepped down" has its noun with it.</summary>
    private bool Stands(int clause) => notes.Tokens[clause].Relation switch
    {
        "root" or "acl:relcl" => true,
        "acl" => grammar.Child(clause, "mark") is null,
        "conj" => notes.Tokens[clause].Tag is "VERB" or "AUX" && grammar.Child(clause, "mark") is null && notes.Tokens[clause].Lemma is var lemma && !(lemma.Equals(notes.Tokens[clause].Span.Slice(text), StringComparison.OrdinalIgnoreCase) && grammar.Child(clause, "aux", "nsubj") is null),
        _ => grammar.Child(clause, "nsubj", "nsubj:pass", "csubj", "expl") is not null,
    };

    private (int First, int End, TextSpan Span)? Cut(int clause, int predicate, int through, Sentence sentence)
    {
        var (first, last) = grammar.Reach(clause, child => child > Math.Max(clause, through) && notes.Tokens[child].Relation is "conj" or "parataxis" && grammar.IsClause(child) && notes.Tokens[child].Lemma != notes.Tokens[notes.Tokens[child].Head].Lemma); // "leave, leave"
        // "the soldiers who had fled": with the noun that the clause belongs to
        if (notes.Tokens[clause].Relation is "acl" or "acl:relcl" && notes.Tokens[clause].Head is >= 0 and var noun)
            first = Math.Min(first, grammar.Reach(noun, grammar.IsClause).First);
        (first, last) = (Math.Max(first, sentence.FirstToken), Math.Min(last, sentence.FirstToken + sentence.TokenCount - 1));
        while (first < predicate && notes.Tokens[first].Tag is "ADP" or "SCONJ" or "CCONJ" && notes.Tokens[first].Lemma is "that" or "of" or "with" or "since" or "from" or "for" or "and" or "but" or "because" or "to") first++;
        var span = ClauseCutter.Trim(notes, first, last + 1, text);
        if (span.Length <= LongestQuote) return (first, last + 1, span);
        // what comes before or behind the clause proper gives way
        (first, last) = grammar.Reach(clause, child => child != predicate && notes.Tokens[child].Relation is "conj" or "parataxis" or "advcl" or "ccomp" or "acl:relcl" or "appos" && !Holds(child, predicate));
        span = ClauseCutter.Trim(notes, first, last + 1, text);
        return span.Length <= LongestQuote ? (first, last + 1, span) : null;
    }

    private bool Holds(int top, int token)
    {
        for (var at = token; at >= 0; at = notes.Tokens[at].Head)
            if (at == top) return true;
        return false;
    }
}
