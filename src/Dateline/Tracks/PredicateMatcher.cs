using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Where predicates of the lexicon stand in a range of tokens.</summary>
internal static class PredicateMatcher
{
    private const int Gap = 2;          // words that may stand between two words of a pattern: "pulled some back"
    private const int NegationReach = 7; // words before a predicate that a negation may stand: "appear not to have been engaged in"

    private static readonly Lazy<FrozenDictionary<string, string>> Irregular = new(() => Resources.Rows("lexicon/irregular-verbs.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal));

    public readonly record struct Hit(Predicate Predicate, int First, int Last, bool Negated);

    /// <summary>Every hit in order; at one word, only the longest patterns, and none inside a longer one: "refused to fire" is no firing.</summary>
    public static IEnumerable<Hit> Find(Annotations notes, string text, int first, int end)
    {
        var taken = first; // the end of the last pattern of several words that belong together
        for (var i = first; i < end; i++)
        {
            if (i < taken) continue;
            var whole = false; // "opened fire" is no opening
            var longest = new Dictionary<string, int>(StringComparer.Ordinal); // by aspect: "withdraw from" a treaty hides no "withdraw" of troops
            var word = notes.Tokens[i].Span.Slice(text).ToLowerInvariant(); // "talks" are asked for by that word, "talked" by its lemma
            var candidates = PredicateLexicon.StartingWith(notes.Tokens[i].Lemma);
            if (word != notes.Tokens[i].Lemma) candidates = candidates.AddRange(PredicateLexicon.StartingWith(word));
            if (notes.Tokens[i].Tag == "VERB" && LemmaOf(notes.Tokens[i], text) is var verb && verb != notes.Tokens[i].Lemma) candidates = candidates.AddRange(PredicateLexicon.StartingWith(verb));
            foreach (var predicate in candidates.OrderByDescending(c => c.Pattern.Length))
            {
                if (whole && predicate.Pattern.Length == 1) continue;
                if (predicate.Pattern.Length < longest.GetValueOrDefault(predicate.Aspect.Name) || !FitsTag(notes.Tokens[i], predicate.Tag, predicate.Pattern.Length)) continue;
                if (Last(notes.Tokens, text, predicate, i, end) is not { } last) continue;
                longest[predicate.Aspect.Name] = predicate.Pattern.Length;
                if (predicate.Pattern.Length > 1 && notes.Tokens[last].Tag is "VERB" or "NOUN" or "ADJ") (taken, whole) = (last + 1, last == i + predicate.Pattern.Length - 1);
                yield return new Hit(predicate, i, last, IsNegated(notes.Tokens, first, i));
            }
        }
    }

    /// <summary>A verb's lemma; what the tagger leaves undone is mended: "retook", "massacred", "controlled".</summary>
    public static string LemmaOf(Token token, string text)
    {
        var word = token.Span.Slice(text).ToLowerInvariant();
        if (Irregular.Value.TryGetValue(word, out var known)) return known;
        var lemma = token.Lemma.ToLowerInvariant();
        if (PredicateLexicon.StartingWith(lemma).Length > 0 || !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ing", StringComparison.Ordinal)) return lemma;
        var stem = word[..^(word[^1] == 'd' ? 2 : 3)];
        var shorter = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
        return PredicateLexicon.StartingWith(stem + "e").Length > 0 ? stem + "e" : PredicateLexicon.StartingWith(stem).Length > 0 ? stem : PredicateLexicon.StartingWith(shorter).Length > 0 ? shorter : lemma;
    }

    private static bool FitsTag(Token token, string tag, int length) =>
        token.Tag == tag || (tag == "NOUN" && length > 1 && token.Tag == "ADJ") || (tag == "VERB" && token.Tag == "AUX") || (tag == "ADJ" && token.Tag is "NOUN" or "VERB");

    private static int? Last(ImmutableArray<Token> tokens, string text, Predicate predicate, int start, int end)
    {
        var at = start;
        foreach (var lemma in predicate.Pattern.Skip(1))
        {
            var found = -1;
            for (var j = at + 1; j < Math.Min(end, at + 2 + Gap); j++)
            {
                if (tokens[j].Tag == "PUNCT") break;
                if (tokens[j].Lemma != lemma && !tokens[j].Span.Slice(text).Equals(lemma, StringComparison.OrdinalIgnoreCase)) continue;
                found = j;
                break;
            }

            if (found < 0) return null;
            at = found;
        }

        return at;
    }

    /// <summary>"is not gone": the negation of a nominal predicate stands inside its pattern.</summary>
    public static bool IsNegatedInside(ImmutableArray<Token> tokens, Hit hit) =>
        hit.Predicate.Pattern[0] == "be" && Enumerable.Range(hit.First + 1, Math.Max(0, hit.Last - hit.First - 1)).Any(i => tokens[i].Lemma is "not" or "n't" or "n’t" or "never");

    public static bool IsNegated(ImmutableArray<Token> tokens, int first, int at)
    {
        for (var i = at - 1; i >= Math.Max(first, at - NegationReach); i--)
        {
            if (tokens[i].Lemma is "not" or "n't" or "n’t" or "never" or "neither" or "nor" or "without" or "no" or "cannot") return true;
            if (tokens[i].Lemma is "deny" or "refuse" or "fail" && tokens[i].Tag == "VERB") return !IsNegated(tokens, first, i);
            if (tokens[i].Lemma is "impossible" or "unable" or "difficult" or "hard" or "unlikely" && i + 1 < at && tokens[i + 1].Lemma == "to") return true; // "impossible to verify"
            if (tokens[i].Lemma is "that" or "but" or "while") break;
        }

        // "denied reports that it was negotiating": a denial reaches over the whole clause
        for (var i = at - 1; i >= first && tokens[i].Lemma != "by"; i--)
            if (tokens[i].Lemma == "deny" && tokens[i].Tag == "VERB") return !IsNegated(tokens, first, i);
        return false;
    }
}
