using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Cuts a sentence into clauses that can stand as quotes: at commas, dashes and conjunctions between two verbs.</summary>
internal static class ClauseCutter
{
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["and", "but", "while", "although", "though", "whereas", "or", "yet"], StringComparer.Ordinal);

    /// <summary>Clauses as ranges of token indexes, half-open, in order; together they cover the sentence.</summary>
    public static ImmutableArray<(int First, int End)> Cut(Annotations notes, Sentence sentence, string text)
    {
        var first = sentence.FirstToken;
        var end = first + sentence.TokenCount;
        var cuts = new List<int> { first };
        for (var i = first + 1; i < end - 1; i++)
        {
            if (!IsCut(notes, i, text)) continue;
            if (HasVerb(notes, cuts[^1], i) && HasVerb(notes, i, end)) cuts.Add(i);
        }

        cuts.Add(end);
        var clauses = ImmutableArray.CreateBuilder<(int, int)>(cuts.Count - 1);
        for (var i = 0; i + 1 < cuts.Count; i++) clauses.Add((cuts[i], cuts[i + 1]));
        return clauses.ToImmutable();
    }

    /// <summary>The clause's words without opening conjunctions and without punctuation at its edges (but for quotation marks and full stops inside).</summary>
    public static TextSpan Trim(Annotations notes, int first, int end, string text)
    {
        while (first < end - 1 && (IsPunctuation(notes.Tokens[first], text) || Openers.Contains(notes.Tokens[first].Lemma))) first++;
        while (end > first + 1 && IsPunctuation(notes.Tokens[end - 1], text)) end--;
        var span = new TextSpan(notes.Tokens[first].Span.Start, notes.Tokens[end - 1].Span.End);
        // a quotation that begins inside keeps its closing mark
        var opened = span.Slice(text).LastIndexOf('“') > span.Slice(text).LastIndexOf('”');
        var close = opened ? text.IndexOf('”', span.End) : -1;
        return close >= 0 && close - span.End <= 2 ? new TextSpan(span.Start, close + 1) : span;
    }

    public static bool IsPunctuation(Token token, string text) => !char.IsLetterOrDigit(text[token.Span.Start]) && token.Span.Length <= 3;

    private static bool IsCut(Annotations notes, int i, string text)
    {
        var c = text[notes.Tokens[i].Span.Start];
        if (c is ';' or '—' or '–' && notes.Tokens[i].Span.Length == 1) return true;
        var afterComma = i > 0 && text[notes.Tokens[i - 1].Span.Start] == ',';
        if (afterComma) return true;
        return notes.Tokens[i].Lemma is "but" or "while" or "although" or "whereas" or "after"
            || (notes.Tokens[i].Lemma == "and" && BeginsClause(notes, i + 1));
    }

    // "and" cuts only where a new predicate follows close by: "... , and was wounded", "and 639 were wounded"
    private static bool BeginsClause(Annotations notes, int i)
    {
        for (var j = i; j < Math.Min(i + 4, notes.Tokens.Length); j++)
            if (notes.Tokens[j].Tag is "AUX" or "VERB") return true;
        return false;
    }

    private static bool HasVerb(Annotations notes, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (notes.Tokens[i].Tag is "VERB" or "AUX") return true;
        return false;
    }
}
