using System.Collections.Frozen;
using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Tracks;

/// <summary>Where predicates of the lexicon stand in a range of tokens.</summary>
internal static class PredicateMatcher
{
    private const int Gap = 2;          // words that may stand between two words of a pattern: "pulled some back"
    private const int SubjectReach = 12; // words before a verb that its subject may stand

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
            var tag = TagOf(notes.Tokens, i, text);
            foreach (var predicate in Candidates(notes.Tokens, i, text, tag).OrderByDescending(c => c.Pattern.Length))
            {
                if (whole && predicate.Pattern.Length == 1) continue;
                if (predicate.Pattern.Length < longest.GetValueOrDefault(predicate.Aspect.Name) || !FitsTag(notes.Tokens, i, tag, predicate)) continue;
                if (Last(notes.Tokens, text, predicate, i, end) is not { } last || IsBeforeTime(notes, last, end) || IsKind(notes.Tokens, predicate, i, last)) continue;
                longest[predicate.Aspect.Name] = predicate.Pattern.Length;
                if (predicate.Pattern.Length > 1 && Content(notes.Tokens, text, predicate, i, last) is { } content) (taken, whole) = (content + 1, last == i + predicate.Pattern.Length - 1);
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
        if ((PredicateLexicon.StartingWith(lemma).Length > 0 && lemma != word) || !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ing", StringComparison.Ordinal)) return lemma;
        var stem = word[..^(word[^1] == 'd' ? 2 : 3)];
        var shorter = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
        return PredicateLexicon.StartingWith(stem + "e").Length > 0 ? stem + "e" : PredicateLexicon.StartingWith(stem).Length > 0 ? stem : PredicateLexicon.StartingWith(shorter).Length > 0 ? shorter
            : OneClassWords.Of(stem + "e") == "VERB" ? stem + "e" : OneClassWords.Of(shorter) == "VERB" ? shorter : lemma;
    }

    // "a shooting rampage at the school": at the school was the rampage
    private static bool IsKind(ImmutableArray<Token> tokens, Predicate predicate, int first, int last) =>
        predicate.Tag == "NOUN" && tokens[last].Tag == "ADP" && tokens[first].Relation == "compound" && tokens[first].Head > first && tokens[first].Head < last && !predicate.Pattern.Contains(tokens[tokens[first].Head].Lemma);

    // "an offensive in August", "agreed on Monday": the preposition belongs to the time
    private static bool IsBeforeTime(Annotations notes, int last, int end) =>
        last + 1 < end && notes.Tokens[last] is { Tag: "ADP", Relation: "case", Head: >= 0 } && notes.Tokens[last + 1].Tag != "ADP" && notes.Tokens[notes.Tokens[last].Head] is var next && notes.Timexes.Any(t => t.Type is TimexType.Date or TimexType.Time && t.Span.Start <= next.Span.Start && next.Span.End <= t.Span.End);

    /// <summary>The last word of a pattern that carries meaning: "talks" in "hold talks with"; null where only its first does.</summary>
    private static int? Content(ImmutableArray<Token> tokens, string text, Predicate predicate, int first, int last)
    {
        if (tokens[last].Tag is "VERB" or "NOUN" or "ADJ") return last;
        for (var i = last - 1; predicate.Tag == "VERB" && i > first; i--)
            if (tokens[i].Tag == "NOUN" && (predicate.Pattern.Contains(tokens[i].Lemma) || predicate.Pattern.Contains(tokens[i].Span.Slice(text).ToLowerInvariant()))) return i;
        return null;
    }

    private static ImmutableArray<Predicate> Candidates(ImmutableArray<Token> tokens, int i, string text, string? tag)
    {
        var word = tokens[i].Span.Slice(text).ToLowerInvariant(); // "talks" are asked for by that word, "talked" by its lemma
        var candidates = PredicateLexicon.StartingWith(tokens[i].Lemma);
        if (word != tokens[i].Lemma) candidates = candidates.AddRange(PredicateLexicon.StartingWith(word));
        if (tag == "VERB" && LemmaOf(tokens[i], text) is var verb && verb != tokens[i].Lemma) candidates = candidates.AddRange(PredicateLexicon.StartingWith(verb));
        // "tear-gassed", "a sit-in": the part behind the hyphen carries the word
        return PrefixOf(tokens, i, text) is { } prefix ? candidates.AddRange(PredicateLexicon.StartingWith(prefix + (tag == "VERB" ? LemmaOf(tokens[i], text) : tokens[i].Lemma))) : candidates;
    }

    /// <summary>What stands before the last part of a word that the tokens cut at its hyphens: "tear-", "scorched-".</summary>
    private static string? PrefixOf(ImmutableArray<Token> tokens, int i, string text)
    {
        var first = i;
        while (first >= 2 && tokens[first - 1].Span.Slice(text) is "-" && tokens[first - 1].Span.End == tokens[first].Span.Start && tokens[first - 2].Span.End == tokens[first - 1].Span.Start) first -= 2;
        return first == i ? null : text[tokens[first].Span.Start..tokens[i].Span.Start].ToLowerInvariant();
    }

    /// <summary>The part of speech; a past with a subject is a verb, whatever the tagger takes it for ("rebels overran", "shares sank"), and a small letter begins no name.</summary>
    private static string? TagOf(ImmutableArray<Token> tokens, int i, string text)
    {
        var tag = tokens[i].Tag;
        if (tag == "PROPN" && char.IsLower(text[tokens[i].Span.Start])) return "NOUN";
        if (tag == "VERB" && tokens[i].Relation is "nsubj" or "obj" or "obl" or "nmod" && tokens[i].Span.Slice(text).EndsWith("ing", StringComparison.Ordinal) && tokens.AsSpan(Math.Max(0, i - SubjectReach), Math.Min(i, SubjectReach)).ToArray().Any(t => t.Head == i && t.Relation is "nmod:poss" or "det")) return "NOUN"; // "the reporter's killing"
        if (tag is not ("ADJ" or "NOUN" or "ADP")) return tag;
        var word = tokens[i].Span.Slice(text);
        if (!word.EndsWith("ed", StringComparison.Ordinal) && !Irregular.Value.ContainsKey(word.ToLowerInvariant())) return tag;
        var hasSubject = tag == "NOUN" && i + 2 < tokens.Length && tokens[i + 1].Tag == "CCONJ" && tokens[i + 2] is { Tag: "VERB", Relation: "conj" } next && next.Head == i; // "shot and killed"
        for (var j = Math.Max(0, i - SubjectReach); j < i; j++)
        {
            if (tokens[j].Head != i) continue;
            if (tokens[j].Relation is "cop" or "det" or "case") return tag;
            hasSubject |= tokens[j].Relation is "nsubj" or "nsubj:pass";
        }

        return hasSubject ? "VERB" : tag;
    }

    private static bool FitsTag(ImmutableArray<Token> tokens, int i, string? tag, Predicate predicate) => tag == predicate.Tag || predicate.Tag switch
    {
        "NOUN" => predicate.Pattern.Length > 1 && (tag == "ADJ" || (tag == "VERB" && tokens[i].Relation is "amod" or "compound" && tokens[i].Head == i + 1 && tokens[i + 1].Lemma == predicate.Pattern[1])), // "displaced people"
        "VERB" => tag == "AUX" && tokens[i].Lemma != "have", // "has retained control" has none
        _ => tag is "NOUN" or "VERB",
    };

    private static int? Last(ImmutableArray<Token> tokens, string text, Predicate predicate, int start, int end)
    {
        var at = start;
        foreach (var lemma in predicate.Pattern.Skip(1))
        {
            var found = -1;
            var hyphened = lemma.Contains('-', StringComparison.Ordinal);
            for (var j = at + 1; j < Math.Min(end, at + 2 + Gap + (hyphened ? 2 : 0)); j++)
            {
                if (tokens[j].Tag == "PUNCT" && tokens[j].Span.Slice(text) is not "-") break;
                if (tokens[j].Lemma != lemma && !tokens[j].Span.Slice(text).Equals(lemma, StringComparison.OrdinalIgnoreCase) && !(hyphened && PrefixOf(tokens, j, text) + tokens[j].Lemma == lemma)) continue;
                if (predicate.Tag == "NOUN" && tokens[j].Tag is "ADP" && Enumerable.Range(at + 1, j - at - 1).Any(k => tokens[k].Tag is "VERB" or "AUX")) break; // "negotiations resumed on Monday"
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
