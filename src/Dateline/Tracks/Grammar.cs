using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Who does what in a sentence, by its dependency tree.</summary>
internal sealed class Grammar
{
    private const int Deepest = 40; // links; a chain any longer is a broken tree

    private readonly ImmutableArray<Token> tokens;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;

    public Grammar(ImmutableArray<Token> tokens)
    {
        this.tokens = tokens;
        firstChild = new int[tokens.Length];
        nextSibling = new int[tokens.Length];
        Array.Fill(firstChild, -1);
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            var head = tokens[i].Head;
            if (head < 0) continue;
            nextSibling[i] = firstChild[head];
            firstChild[head] = i;
        }
    }

    public IEnumerable<int> Children(int token)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child]) yield return child;
    }

    public int? Child(int token, params ReadOnlySpan<string> relations)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
            if (relations.Contains(tokens[child].Relation ?? "")) return child;
        return null;
    }

    /// <summary>The predicate of the clause that a token stands in.</summary>
    public int ClauseOf(int token)
    {
        for (var steps = 0; steps < Deepest && !IsClause(token); steps++) token = tokens[token].Head;
        return token;
    }

    /// <summary>True for the predicate of a clause that can stand alone as a quote.</summary>
    public bool IsClause(int token) => tokens[token].Head < 0 || tokens[token].Relation switch
    {
        "root" or "ccomp" or "advcl" or "advcl:relcl" or "acl:relcl" or "parataxis" or "csubj" => true,
        "acl" => tokens[token].Tag == "VERB",
        "conj" => tokens[token].Tag is "VERB" or "AUX" || Child(token, "nsubj", "nsubj:pass", "cop") is not null,
        _ => false,
    };

    /// <summary>The subject of a verb or of a nominal predicate; of "was forced to leave" and "left and fled" the one of the verb above.</summary>
    public int? Subject(int verb)
    {
        for (var steps = 0; steps < Deepest; steps++)
        {
            if ((Child(verb, "nsubj", "nsubj:pass") ?? Child(verb, "nsubj:outer")) is { } own) return IsRelative(own) ? Other(verb, own, "nsubj", "nsubj:pass") ?? Antecedent(verb) ?? own : own;
            var head = tokens[verb].Head;
            if (head < 0) return null;
            switch (tokens[verb].Relation)
            {
                case "conj" or "advcl" or "aux" or "aux:pass" or "cop":
                    verb = head;
                    break;
                case "xcomp" or "ccomp":
                    if ((Child(head, "obj", "iobj") ?? (Child(head, "parataxis") is { } inserted && inserted > head && inserted < verb && tokens[inserted].Tag == "PROPN" ? inserted : null)) is { } controller) return controller; // "we want (him) to go"
                    verb = head;
                    break;
                case "amod" when verb > 0 && tokens[verb - 1].Tag == "CCONJ": // "searched people and controlled access": a verb that the tree took for an adjective
                    verb = ClauseOf(head);
                    break;
                case "acl" when Child(verb, "mark") is not null: // "his refusal to act", "has no intention of leaving"
                    if (Owner(head) is { } owner) return owner;
                    if (tokens[head].Relation is not ("obj" or "obl" or "xcomp") || tokens[head].Head < 0) return head;
                    verb = tokens[head].Head;
                    break;
                case "acl":
                    return head;
                case "acl:relcl":
                    return head;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True when the subject suffers what the verb says.</summary>
    public bool IsPassive(int verb, string text)
    {
        if (tokens[verb].Tag != "VERB") return false;
        if (Child(verb, "aux:pass", "nsubj:pass", "obl:agent") is not null) return true;
        // "soldiers killed in the town": a participle right behind its noun
        return tokens[verb].Relation == "acl" && Child(verb, "aux", "nsubj", "mark") is null && IsParticiple(tokens[verb].Span.Slice(text)) && !IsOnlyVerb(verb, text);
    }

    /// <summary>"The union called for a vote.": a whole sentence has a finite verb, so its only one is no participle; a headline need not have one.</summary>
    private bool IsOnlyVerb(int verb, string text)
    {
        var noun = tokens[verb].Head;
        if (noun < 0 || tokens[noun].Head >= 0) return false;
        var (first, last) = Reach(noun);
        if (text[tokens[last].Span.Start] != '.') return false;
        for (var i = first; i <= last; i++)
            if (i != verb && tokens[i].Tag is "VERB" or "AUX" && tokens[i].Relation is not ("amod" or "acl" or "compound" or "nmod")) return false;
        return true;
    }

    public int? Object(int verb)
    {
        if (Child(verb, "obj", "nsubj:pass") is { } own) return IsRelative(own) ? Other(verb, own, "obj") ?? Antecedent(verb) ?? own : own;
        // "prisoners captured by his army": the noun that the participle belongs to
        if (tokens[verb] is { Relation: "acl", Head: >= 0 } && Child(verb, "mark", "nsubj") is null && Child(verb, "obl:agent") is not null) return tokens[verb].Head;
        // "the violence she blamed on them"
        return tokens[verb].Relation == "acl:relcl" && Child(verb, "nsubj") is { } subject && !IsRelative(subject) ? tokens[verb].Head : null;
    }

    /// <summary>By whom: "by" of a passive or of a noun.</summary>
    public int? Agent(int predicate) => Child(predicate, "obl:agent") ?? With(predicate, "by");

    /// <summary>Whose: the possessor of a noun ("the army's refusal", "his exit").</summary>
    public int? Owner(int noun) => Child(noun, "nmod:poss");

    /// <summary>The noun behind a preposition that belongs to a token.</summary>
    public int? With(int token, params ReadOnlySpan<string> prepositions)
    {
        for (var child = firstChild[token]; child >= 0; child = nextSibling[child])
            if (tokens[child].Relation is "nmod" or "obl" or "obl:agent" or "nmod:desc" && Case(child) is { } mark && prepositions.Contains(mark)) return child;
        return null;
    }

    /// <summary>The "to" of an infinitive.</summary>
    public int? Infinitive(int verb) => Child(verb, "mark") is { } to && tokens[to].Lemma == "to" ? to : null;

    /// <summary>The preposition before a noun.</summary>
    public string? Case(int noun) => (Child(noun, "case") ?? (Child(noun, "flat") is { } rest ? Child(rest, "case") : null)) is { } mark ? tokens[mark].Lemma : null;

    /// <summary>The first and the last token under a token, itself among them.</summary>
    public (int First, int Last) Reach(int token, Func<int, bool>? without = null)
    {
        var (first, last) = (token, token);
        var open = new Stack<int>();
        open.Push(token);
        while (open.TryPop(out var at))
        {
            (first, last) = (Math.Min(first, at), Math.Max(last, at));
            for (var child = firstChild[at]; child >= 0; child = nextSibling[child])
                if (without is null || !without(child)) open.Push(child);
        }

        return (first, last);
    }

    public static bool IsParticiple(ReadOnlySpan<char> word) => word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("wn", StringComparison.Ordinal) || word is "shot" or "hit" or "held" or "sent" or "hurt" or "cut" or "shut" or "lost" or "found" or "put" or "led" or "fed" or "built" or "burnt" or "made" or "set";

    // "claims that gangs killed them", "said on Monday that gangs killed them": a conjunction taken for a pronoun leaves the argument beside it
    private int? Other(int verb, int than, params ReadOnlySpan<string> relations)
    {
        foreach (var child in Children(verb))
            if (child != than && relations.Contains(tokens[child].Relation ?? "")) return child;
        return null;
    }

    private bool IsRelative(int token) => tokens[token].Tag == "PRON" && tokens[token].Lemma is "who" or "which" or "that";

    // the noun that "who" stands for
    private int? Antecedent(int verb)
    {
        for (var steps = 0; steps < Deepest; steps++)
        {
            if (tokens[verb].Relation == "acl:relcl") return tokens[verb].Head;
            if (tokens[verb].Relation is not ("conj" or "xcomp" or "ccomp") || tokens[verb].Head < 0) return null;
            verb = tokens[verb].Head;
        }

        return null;
    }
}
