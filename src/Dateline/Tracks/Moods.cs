using System.Collections.Frozen;

namespace Dateline.Tracks;

/// <summary>How a claim is meant.</summary>
internal enum Mood
{
    Fact,

    /// <summary>To come: "will leave", "plans to send".</summary>
    Planned,

    /// <summary>Somebody wants it: "must go", "called for his exit", "Get out!".</summary>
    Wanted,

    /// <summary>Only thought, feared or asked: "may have left", "if the army attacks".</summary>
    Possible,
}

/// <summary>Moods by the words around a predicate, <c>lexicon/moods.tsv</c>.</summary>
internal sealed class Moods(Annotations notes, Grammar grammar, string text)
{
    private const int Reach = 5; // links upwards

    private static readonly Lazy<FrozenDictionary<string, Mood>> Lexicon = new(() => Resources.Rows("lexicon/moods.tsv")
        .ToFrozenDictionary(r => r[0] + "/" + r[1], r => Enum.Parse<Mood>(r[2], ignoreCase: true), StringComparer.Ordinal));

    public Mood Of(int predicate)
    {
        var at = predicate;
        for (var steps = 0; steps < Reach; steps++)
        {
            foreach (var child in grammar.Children(at))
            {
                var relation = notes.Tokens[child].Relation;
                if (relation is "aux" && Lookup(child, "aux") is { } modal) return modal;
                if (relation is "mark" or "advmod" && child < at && Lookup(child, "mark") is { } opened) return opened;
            }

            if ((steps == 0 || notes.Tokens[at].Lemma.Equals("let", StringComparison.OrdinalIgnoreCase)) && IsOrder(at)) return Mood.Wanted; // "Let them go!"
            var head = notes.Tokens[at].Head;
            if (head < 0) return Mood.Fact;
            var link = notes.Tokens[at].Relation;
            // "wants him to go", "calls for his exit", "plans to send", "refusal to go"
            if (link is "xcomp" or "ccomp" or "acl" or "obj" or "obl" or "nmod" or "nsubj:pass" or "advcl" or "acl:relcl" && Lookup(head, notes.Tokens[head].Tag == "NOUN" ? "noun" : "verb") is { } governed && Governs(head, at, link, governed)) return governed;
            // "told them to go": an order, and "told them that they go" a report
            if (link is "xcomp" or "advcl" && grammar.Infinitive(at) is not null && Lookup(head, "to") is { } ordered) return ordered;
            // "his exit is what they demand"
            if (link == "nsubj" && Clefted(head) is not null) return Mood.Wanted;
            // "one goal, to remove him": a purpose is no deed
            if (link is "acl" or "advcl" && grammar.Infinitive(at) is not null) return Mood.Wanted;
            // a clause that only explains another is not in the other's mood
            if (link is "advcl" or "acl:relcl" or "parataxis") return Mood.Fact;
            at = head;
        }

        return Mood.Fact;
    }

    // "must" is about what it governs, but "said on Monday that ..., calling for talks" wants the talks alone
    private bool Governs(int head, int at, string? link, Mood mood) => (link == "advcl" && mood == Mood.Planned && grammar.Infinitive(at) is not null) || link is not ("advcl" or "acl:relcl" or "obl" or "nmod") || (link is "obl" or "nmod" && grammar.Case(at) is "for" or "to" or "of");

    /// <summary>Who wants it: the subject of what governs a wish; null where nobody is named.</summary>
    public int? Wanting(int predicate)
    {
        var at = predicate;
        if (notes.Tokens[at] is { Relation: "nsubj", Head: >= 0 } && Clefted(notes.Tokens[at].Head) is { } demanded) return grammar.Subject(demanded);
        for (var steps = 0; steps < Reach && notes.Tokens[at].Head >= 0; steps++)
        {
            at = notes.Tokens[at].Head;
            if (notes.Tokens[at].Tag == "VERB" && Lookup(at, "verb") == Mood.Wanted) return grammar.Subject(at);
        }

        return null;
    }

    /// <summary>The wish in "is what they demand".</summary>
    private int? Clefted(int token) => notes.Tokens[token].Lemma.Equals("what", StringComparison.OrdinalIgnoreCase) && grammar.Child(token, "acl:relcl") is { } verb && Lookup(verb, "verb") == Mood.Wanted ? verb : null;

    private Mood? Lookup(int token, string kind) =>
        Lexicon.Value.TryGetValue(notes.Tokens[token].Lemma.ToLowerInvariant() + "/" + kind, out var mood) ? mood : null;

    /// <summary>"Get out!": a bare verb at the head of a quotation or of a sentence.</summary>
    public bool IsOrder(int verb)
    {
        var token = notes.Tokens[verb];
        if (token.Tag != "VERB" || grammar.Child(verb, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") is not null) return false;
        if (!token.Lemma.Equals(token.Span.Slice(text), StringComparison.OrdinalIgnoreCase)) return false;
        if (verb > 0 && text[notes.Tokens[verb - 1].Span.Start] is '“' or '"' or '‘') return true;
        if (token.Relation is "xcomp" or "acl" or "advcl") return false;
        for (var i = verb - 1; i >= 0 && i >= verb - 3; i--)
        {
            if (text[notes.Tokens[i].Span.Start] is '“' or '"' or '‘') return true;
            if (notes.Tokens[i].Lemma is not ("do" or "not" or "n't" or "please")) return false;
        }

        return false;
    }
}
