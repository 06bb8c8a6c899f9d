using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Mends what the tagger and the parser often take wrongly in reported speech, where a rule is sure.</summary>
internal static class TreeRepair
{
    private const int Near = 4; // tokens from a subject to its verb: "that exports have since doubled"

    /// <summary>The tokens of an article, mended; the same where nothing is to mend.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens, string text)
    {
        var mended = tokens.ToArray();
        for (var i = 0; i < mended.Length; i++)
        {
            NameNoun(mended, i, text);
            FreeSubject(mended, i, text);
            FreeClause(mended, i);
        }

        return mended.AsSpan().SequenceEqual(tokens.AsSpan()) ? tokens : [.. mended];
    }

    /// <summary>"that gunmen killed them": no auxiliary is a subject, and no verb that is a plural of the lexicon.</summary>
    private static void NameNoun(Token[] tokens, int i, string text)
    {
        if (tokens[i] is not { Tag: "AUX" or "VERB", Relation: "nsubj" or "nsubj:pass" or "obj" or "obl:agent" }) return;
        if (Plural(tokens[i], text) is { } noun) tokens[i] = tokens[i] with { Tag = "NOUN", Lemma = noun };
    }

    /// <summary>"(that) guards tortured the prisoners": the plural that is taken for the verb, with the true one below, is its subject.</summary>
    private static void FreeSubject(Token[] tokens, int i, string text)
    {
        if (tokens[i].Tag != "VERB" || Plural(tokens[i], text) is not { } noun) return;
        var verb = -1;
        for (var j = i + 1; j < Math.Min(i + Near, tokens.Length) && verb < 0; j++)
            if (tokens[j] is { Tag: "VERB", Relation: "xcomp" or "ccomp" } && tokens[j].Head == i && tokens[j].Lemma != tokens[j].Span.Slice(text)) verb = j;
        if (verb < 0) return;
        for (var k = Math.Max(0, i - Near); k < tokens.Length && (k <= verb || tokens[k].Head >= i); k++)
        {
            if (tokens[k].Head != i || k == verb) continue;
            if (k < i && tokens[k] is { Tag: "PRON", Lemma: "that" }) tokens[k] = tokens[k] with { Tag = "SCONJ", Head = verb, Relation = "mark" };
            else if (k < i && tokens[k].Relation is "nsubj" or "nsubj:pass") return; // it has a subject of its own: "she exports"
            else if (k > i) tokens[k] = tokens[k] with { Head = verb };
        }

        var (head, relation) = (tokens[i].Head, tokens[i].Relation);
        // "said on Monday that": the clause hangs on the saying, not on the day
        if (relation == "acl:relcl" && head >= 0 && tokens[head].Tag == "PROPN" && tokens[head].Head >= 0 && tokens[tokens[head].Head].Tag == "VERB") (head, relation) = (tokens[head].Head, "ccomp");
        tokens[verb] = tokens[verb] with { Head = head, Relation = relation };
        tokens[i] = tokens[i] with { Tag = "NOUN", Lemma = noun, Head = verb, Relation = "nsubj" };
    }

    /// <summary>"Two gunmen shot the judge, witnesses said": of two subjects of "said" the first is that of the participle behind it.</summary>
    private static void FreeClause(Token[] tokens, int i)
    {
        if (tokens[i] is not { Tag: "VERB", Relation: "acl" } || tokens[i].Head is not (>= 0 and var subject) || subject >= i) return;
        if (tokens[subject] is not { Relation: "nsubj", Head: >= 0 } || tokens[subject].Head is var saying && saying < i) return;
        for (var k = i + 1; k < tokens[subject].Head; k++)
        {
            if (tokens[k] is not { Relation: "nsubj" } || tokens[k].Head != tokens[subject].Head) continue;
            tokens[i] = tokens[i] with { Head = tokens[subject].Head, Relation = "ccomp" };
            tokens[subject] = tokens[subject] with { Head = i };
            return;
        }
    }

    private static string? Plural(Token token, string text)
    {
        var word = token.Span.Slice(text).ToLowerInvariant();
        if (word.EndsWith("men", StringComparison.Ordinal) && HeadLexicon.Of(word[..^2] + "an") is not null) return word[..^2] + "an";
        if (word.Length < 4 || word[^1] != 's') return token.Tag == "AUX" && HeadLexicon.Of(word) is not null ? word : null;
        if (HeadLexicon.Of(word[..^1]) is not null) return word[..^1];
        return word.EndsWith("ies", StringComparison.Ordinal) && HeadLexicon.Of(word[..^3] + "y") is not null ? word[..^3] + "y" : null;
    }
}
