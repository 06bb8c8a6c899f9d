namespace Dateline.Tracks;

/// <summary>That nobody knows is an answer, too.</summary>
internal sealed partial class ClaimFinder
{
    private const int Upwards = 3; // links from a question to what says that it is open

    /// <summary>"The cause of the blaze is unknown", "the source of the gunfire was not immediately known".</summary>
    private void AddUnknown(Sentence sentence, int order)
    {
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (!IsNotKnown(i) || quotes.Of(i, sentence) is not { } clause) continue;
            if (Intention(i) is { } force)
                Add(clause.Span, notes.Tokens[i].Span, PredicateLexicon.Conduct, Claim.Unknown, null, phrases.ThemeOf(force, "force"), order, clause.First, background: false);
            if ((notes.Tokens[i].Tag == "VERB" ? grammar.Object(i) ?? grammar.Subject(i) : grammar.Subject(i)) is not { } asked) continue;
            var aspect = notes.Tokens[asked].Lemma switch { "cause" or "motive" => "cause", "source" or "identity" or "origin" or "perpetrator" => "blame", _ => null };
            if (aspect is null || grammar.With(asked, "of", "for", "behind") is not { } of) continue;
            var theme = phrases.ThemeOf(of, "any");
            if (aspect == "blame" && notes.Tokens[asked].Lemma == "identity" && theme.Head is { Parent: "force" or "person" }) theme = Theme.Unknown; // who "the attackers" are: who did what they did
            else if (theme.Head is not { Parent: "event" }) continue;
            Add(clause.Span, notes.Tokens[i].Span, PredicateLexicon.Aspects[aspect], Claim.Unknown, null, theme, order, clause.First, background: false);
        }
    }

    /// <summary>"It was not clear who fired": the question stands in the place of the doer; and "no group claimed it".</summary>
    private bool IsOpen(int doer)
    {
        if (grammar.Child(doer, "det") is { } none && notes.Tokens[none].Lemma.Equals("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (notes.Tokens[doer].Lemma.ToLowerInvariant() is "nobody" or "noone") return true;
        if (!IsQuestion(doer)) return false;
        var at = notes.Tokens[doer].Head;
        for (var steps = 0; steps < Upwards && at >= 0; steps++, at = notes.Tokens[at].Head)
            if (IsNotKnown(at)) return true;
        return false;
    }

    /// <summary>The word that leaves a predicate open: "unclear" of "left" in "it was unclear whether the troops had left"; null where nothing does.</summary>
    private int? Undecided(int predicate)
    {
        var at = predicate;
        for (var steps = 0; steps < Upwards && notes.Tokens[at].Head >= 0; steps++, at = notes.Tokens[at].Head)
            if (grammar.Child(at, "mark") is { } opened && notes.Tokens[opened].Lemma is "whether" or "if" && IsNotKnown(notes.Tokens[at].Head)) return notes.Tokens[at].Head;
        return null;
    }

    /// <summary>"It was unclear what the army's plans are": the force whose intentions are open.</summary>
    private int? Intention(int open) => grammar.Children(open).Append(grammar.Subject(open) ?? open)
        .SelectMany(c => grammar.Children(c).Append(c).SelectMany(d => grammar.Children(d).Append(d)))
        .Where(t => t != open && notes.Tokens[t].Lemma is "agenda" or "intention" or "plan" or "aim" or "goal" or "stance" or "position" or "motive" or "loyalty")
        .Select(grammar.Owner).FirstOrDefault(o => o is { } owner && phrases.HeadAt(owner) is { Parent: "force" });

    private bool IsQuestion(int token) => notes.Tokens[token].Tag == "PRON" && notes.Tokens[token].Lemma.ToLowerInvariant() is "who" or "what";

    private bool IsNotKnown(int token) => notes.Tokens[token].Lemma switch
    {
        "unknown" or "unclear" or "uncertain" => true,
        "clear" or "know" or "known" or "certain" or "establish" or "determine" or "identify" => grammar.Children(token).Any(c => notes.Tokens[c].Lemma is "not" or "n't" or "n’t" or "never"),
        _ => false,
    };
}
