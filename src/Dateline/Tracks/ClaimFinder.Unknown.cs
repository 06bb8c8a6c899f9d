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
            if (!IsNotKnown(i) || grammar.Subject(i) is not { } subject || quotes.Of(i, sentence) is not { } clause) continue;
            var aspect = notes.Tokens[subject].Lemma switch { "cause" or "motive" => "cause", "source" or "identity" or "origin" or "perpetrator" => "blame", _ => null };
            if (aspect is null || grammar.With(subject, "of", "for", "behind") is not { } of || phrases.ThemeOf(of, "any") is not { Head.Parent: "event" } theme) continue;
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

    private bool IsQuestion(int token) => notes.Tokens[token].Tag == "PRON" && notes.Tokens[token].Lemma.ToLowerInvariant() is "who" or "what";

    private bool IsNotKnown(int token) => notes.Tokens[token].Lemma switch
    {
        "unknown" or "unclear" or "uncertain" => true,
        "clear" or "know" or "known" or "certain" or "establish" or "determine" or "identify" => grammar.Children(token).Any(c => notes.Tokens[c].Lemma is "not" or "n't" or "n’t" or "never"),
        _ => false,
    };
}
