using System.Collections.Immutable;
using Dateline.Language;

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
            FreeLet(mended, i, text);
            FreeProgressive(mended, i, text);
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

    /// <summary>"Let the army take over": what is let is a deed of the noun before it, not a noun.</summary>
    private static void FreeLet(Token[] tokens, int i, string text)
    {
        if (tokens[i] is not { Tag: "NOUN", Relation: "obj", Head: >= 0 } || tokens[tokens[i].Head].Lemma != "let" || tokens[i].Head > i - 2) return;
        if (tokens[i - 1] is not { Tag: "ADJ" or "NOUN" or "PROPN" } || tokens[i - 1].Head != i || tokens[i].Span.Slice(text) != tokens[i].Lemma || !IsVerb(tokens[i].Lemma)) return;
        if (i + 1 >= tokens.Length || tokens[i + 1] is not { Tag: "ADV" or "ADP" or "PRON" or "DET" or "PART" }) return;
        var let = tokens[i].Head;
        for (var k = let + 1; k < i - 1; k++)
            if (tokens[k].Head == i) tokens[k] = tokens[k] with { Head = i - 1 };
        tokens[i - 1] = tokens[i - 1] with { Tag = tokens[i - 1].Tag == "PROPN" ? "PROPN" : "NOUN", Head = let, Relation = "obj" };
        tokens[i] = tokens[i] with { Tag = "VERB", Relation = "xcomp" };
        for (var k = i + 1; k < Math.Min(i + Near, tokens.Length) && tokens[k].Tag != "PUNCT"; k++)
        {
            if (tokens[k].Head != let || tokens[k].Relation is not ("advmod" or "obl" or "obj" or "compound:prt" or "conj")) continue;
            tokens[k] = tokens[k] with { Head = i, Relation = k == i + 1 && tokens[k].Tag == "ADV" ? "compound:prt" : tokens[k].Relation };
        }
    }

    /// <summary>"They're spreading fear": behind a person's pronoun and "be" a form in -ing is what they do, not what they are.</summary>
    private static void FreeProgressive(Token[] tokens, int i, string text)
    {
        if (tokens[i] is not { Tag: "VERB", Relation: "amod", Head: >= 0 } || tokens[i].Head is var noun && (noun < i || tokens[noun].Tag != "NOUN")) return;
        if (!tokens[i].Span.Slice(text).EndsWith("ing", StringComparison.Ordinal) || i < 2) return;
        var be = i - 1;
        while (be > 0 && tokens[be].Tag is "ADV" or "PART") be--;
        if (be < 1 || tokens[be] is not { Lemma: "be", Relation: "cop" or "aux" } || tokens[be].Head != noun || tokens[be - 1] is not { Tag: "PRON", Relation: "nsubj" }) return;
        if (tokens[be - 1].Head != noun || tokens[be - 1].Lemma.ToLowerInvariant() is not ("they" or "he" or "she" or "we" or "i" or "you")) return;
        for (var k = be - 1; k < i; k++)
            if (tokens[k].Head == noun) tokens[k] = tokens[k] with { Head = i, Relation = k == be ? "aux" : tokens[k].Relation };
        tokens[i] = tokens[i] with { Head = tokens[noun].Head, Relation = tokens[noun].Relation };
        tokens[noun] = tokens[noun] with { Head = i, Relation = "obj" };
    }

    private static bool IsVerb(string lemma) => OneClassWords.Of(lemma) == "VERB" || PredicateLexicon.StartingWith(lemma).Any(p => p.Tag == "VERB");

    private static string? Plural(Token token, string text)
    {
        var word = token.Span.Slice(text).ToLowerInvariant();
        if (word.EndsWith("men", StringComparison.Ordinal) && HeadLexicon.Of(word[..^2] + "an") is not null) return word[..^2] + "an";
        if (word.Length < 4 || word[^1] != 's') return token.Tag == "AUX" && HeadLexicon.Of(word) is not null ? word : null;
        if (HeadLexicon.Of(word[..^1]) is not null) return word[..^1];
        return word.EndsWith("ies", StringComparison.Ordinal) && HeadLexicon.Of(word[..^3] + "y") is not null ? word[..^3] + "y" : null;
    }
}
