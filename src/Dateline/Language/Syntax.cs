using System.Collections.Immutable;

namespace Dateline.Language;

/// <summary>The tense of a clause, as far as its verb forms tell it.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Present,
    Future,
}

/// <summary>
/// A view over the parse of one article for rules to read: "who is the subject of this verb, what does it govern". All tokens are indexes into <see cref="Analysis.Tokens"/>; -1 stands for none.
/// Where no parser ran every token is a root, and the answers are "none".
/// </summary>
internal sealed class Syntax
{
    private const int Deepest = 400; // steps up or down a tree; a tree is never deeper than a sentence is long
    private readonly Analysis analysis;
    private readonly int[] firstChild; // children of token t: children[firstChild[t] .. firstChild[t + 1]]
    private readonly int[] children;

    public Syntax(Analysis analysis)
    {
        this.analysis = analysis;
        var tokens = analysis.Tokens;
        firstChild = new int[tokens.Length + 1];
        foreach (var token in tokens)
        {
            if (token.Head >= 0) firstChild[token.Head + 1]++;
        }

        for (var i = 0; i < tokens.Length; i++) firstChild[i + 1] += firstChild[i];
        children = new int[firstChild[tokens.Length]];
        var next = firstChild.AsSpan(0, tokens.Length).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head >= 0) children[next[tokens[i].Head]++] = i;
        }
    }

    /// <summary>In the order of the text.</summary>
    public ReadOnlySpan<int> ChildrenOf(int token) => children.AsSpan(firstChild[token]..firstChild[token + 1]);

    /// <summary>The first child with the relation; "nsubj" finds "nsubj:pass" too.</summary>
    public int ChildOf(int token, string relation)
    {
        foreach (var child in ChildrenOf(token))
        {
            if (Is(child, relation)) return child;
        }

        return -1;
    }

    /// <summary>True where the token's relation to its head is this one or a subtype of it.</summary>
    public bool Is(int token, string relation) =>
        analysis.Tokens[token].Relation is { } r && r.StartsWith(relation, StringComparison.Ordinal) && (r.Length == relation.Length || r[relation.Length] == ':');

    /// <summary>The first and the last token of all that hangs on the token, itself included. In a crossing tree other words may stand between them.</summary>
    public (int First, int Last) Subtree(int token) => Subtree(token, token, token, 0);

    public TextSpan SpanOf(int token)
    {
        var (first, last) = Subtree(token);
        return analysis.Tokens[first].Span.Cover(analysis.Tokens[last].Span);
    }

    /// <summary>The word on which the sentence hangs: its main verb, or the predicate behind a copula.</summary>
    public int RootOf(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (analysis.Tokens[i].Head < 0) return i;
        }

        return -1;
    }

    /// <summary>The root where it is a verb, else the first verb that hangs on it.</summary>
    public int HeadVerbOf(Sentence sentence)
    {
        var root = RootOf(sentence);
        if (root < 0 || IsVerb(root)) return root;
        foreach (var child in ChildrenOf(root))
        {
            if (IsVerb(child)) return child;
        }

        return -1;
    }

    /// <summary>The subject, also where it stands only at the first of several joined verbs ("said and left"), or at the verb that governs this one ("wants to leave").</summary>
    public int SubjectOf(int verb)
    {
        for (var step = 0; verb >= 0 && step < Deepest; step++)
        {
            var subject = OwnSubjectOf(verb);
            if (subject >= 0) return subject;
            if (!Is(verb, "conj") && !Is(verb, "xcomp")) return -1;
            verb = analysis.Tokens[verb].Head;
        }

        return -1;
    }

    /// <summary>The subject that hangs on this very word.</summary>
    public int OwnSubjectOf(int verb) => ChildOf(verb, "nsubj") is var subject and >= 0 ? subject : ChildOf(verb, "csubj");

    public int ObjectOf(int verb) => ChildOf(verb, "obj");

    /// <summary>The clause that says what is said, thought or known: "that ...", or a bare clause.</summary>
    public int ComplementOf(int verb) => ChildOf(verb, "ccomp") is var complement and >= 0 ? complement : ChildOf(verb, "xcomp");

    public bool IsPassive(int verb) => ChildOf(verb, "aux:pass") >= 0 || ChildOf(verb, "nsubj:pass") >= 0;

    /// <summary>"by ..." of a passive.</summary>
    public int AgentOf(int verb) => ChildOf(verb, "obl:agent");

    /// <summary>The lemma of the preposition before the noun, or null.</summary>
    public string? PrepositionOf(int noun) => ChildOf(noun, "case") is var preposition and >= 0 ? analysis.Tokens[preposition].Lemma : null;

    /// <summary>"not", "never", "no longer" at the word itself.</summary>
    public bool IsNegated(int word)
    {
        foreach (var child in ChildrenOf(word))
        {
            if (Is(child, "advmod") && analysis.Tokens[child].Lemma is "not" or "never" or "no") return true;
            if (Is(child, "det") && analysis.Tokens[child].Lemma == "no") return true;
            if (Is(child, "advmod") && ChildrenOf(child) is [var only] && analysis.Tokens[only].Lemma == "no") return true;
        }

        return false;
    }

    /// <summary>The token and all that is joined to it by "and", "or", commas, in the order of the text.</summary>
    public ImmutableArray<int> ConjunctsOf(int token)
    {
        var first = token;
        for (var step = 0; step < Deepest && Is(first, "conj") && analysis.Tokens[first].Head >= 0; step++) first = analysis.Tokens[first].Head;
        var conjuncts = ImmutableArray.CreateBuilder<int>();
        conjuncts.Add(first);
        foreach (var child in ChildrenOf(first))
        {
            if (Is(child, "conj")) conjuncts.Add(child);
        }

        return conjuncts.ToImmutable();
    }

    /// <summary>By the first finite form of the verb group: "will" and "would go" tell the future, "has gone" the past.</summary>
    public Tense TenseOf(int verb)
    {
        foreach (var child in ChildrenOf(verb))
        {
            if (!Is(child, "aux") && !Is(child, "cop")) continue;
            if (analysis.FineTags[child] == "MD") return analysis.Tokens[child].Lemma is "will" or "would" or "shall" ? Tense.Future : Tense.Present;
            if (analysis.FineTags[child] == "VBD") return Tense.Past;
            if (analysis.FineTags[child] is "VBZ" or "VBP") return analysis.Tokens[child].Lemma == "have" ? Tense.Past : Tense.Present;
        }

        return analysis.FineTags[verb] switch
        {
            "VBD" or "VBN" => Tense.Past,
            "VBZ" or "VBP" => Tense.Present,
            _ => Tense.Unknown,
        };
    }

    public bool IsVerb(int token) => analysis.Tokens[token].Tag is "VERB" or "AUX";

    private (int First, int Last) Subtree(int token, int first, int last, int depth)
    {
        if (depth > Deepest) return (first, last);
        foreach (var child in ChildrenOf(token)) (first, last) = Subtree(child, Math.Min(first, child), Math.Max(last, child), depth + 1);
        return (first, last);
    }
}
