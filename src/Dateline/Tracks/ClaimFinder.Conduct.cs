namespace Dateline.Tracks;

/// <summary>What forces do.</summary>
internal sealed partial class ClaimFinder
{
    /// <summary>What forces do that no predicate tells: "the army did nothing", "the military's refusal to act".</summary>
    private void AddConduct(Sentence sentence, int before, int order)
    {
        var end = sentence.FirstToken + sentence.TokenCount;
        for (var i = sentence.FirstToken; i < end; i++)
        {
            var token = notes.Tokens[i];
            if (token.Tag is not ("VERB" or "NOUN" or "ADJ" or "AUX") || claims.Skip(before).Any(c => c.Predicate.Contains(token.Span))) continue;
            var force = token.Tag == "NOUN" && IsDeed(i) ? grammar.Owner(i) : token.Tag == "VERB" || grammar.Child(i, "cop", "nsubj") is not null ? grammar.IsPassive(i, text) ? grammar.Agent(i) : grammar.Subject(i) : null;
            if (force is not { } who || who < sentence.FirstToken || phrases.HeadAt(who) is not { Parent: "force", Class: "troop" or "personnel" or "armour" } || IsByTheWay(i)) continue;
            if (notes.Statements.Any(s => !s.OutletVoice && s.IsSaying && s.Cue.Any(c => c.Contains(token.Span)))) continue;
            if (quotes.Of(i, sentence) is not { } clause) continue;
            var verb = Main(i);
            var negated = PredicateMatcher.IsNegated(notes.Tokens, clause.First, verb);
            Add(clause.Span, notes.Tokens[verb].Span, PredicateLexicon.Conduct, (negated ? "not " : "") + DeedOf(verb), null, phrases.ThemeOf(who, "force"), order, clause.First, background: true, moods.Of(verb), null, negated);
        }
    }

    // "when the soldiers arrived", "forces commanded by the general": told of something else
    private bool IsByTheWay(int verb) => notes.Tokens[verb].Relation switch
    {
        "acl" when grammar.Child(verb, "nsubj") is not null && grammar.Child(verb, "mark") is { } mark && notes.Tokens[mark].Lemma == "with" => false,
        "acl" => !(grammar.Infinitive(verb) is not null && notes.Tokens[notes.Tokens[verb].Head].Relation is "iobj" or "obj"), // "asked the army to step in"
        "advcl" => grammar.Child(verb, "mark", "advmod") is { } opened && notes.Tokens[opened].Lemma != "with", // "with soldiers watching"
        _ => false,
    };

    /// <summary>"appears to help", "did nothing to stop": the verb that says it.</summary>
    private int Main(int verb) => notes.Tokens[verb].Lemma is "seem" or "appear" or "begin" or "start" or "continue" or "try" or "have" or "be" && grammar.Child(verb, "xcomp") is { } inner ? inner : verb;

    /// <summary>The verb; one that says little by itself with its object: "do nothing", "play a role".</summary>
    private string DeedOf(int verb)
    {
        var lemma = PredicateMatcher.LemmaOf(notes.Tokens[verb], text);
        return lemma is "do" or "play" or "take" or "make" or "have" or "give" or "get" or "put" or "set" or "hold" or "keep" or "bring" && grammar.Child(verb, "obj") is { } done && notes.Tokens[done].Tag is "NOUN" or "PRON" && !Holders.IsPronoun(notes.Tokens[done].Lemma)
            ? $"{lemma} {notes.Tokens[done].Lemma}"
            : grammar.Child(verb, "compound:prt", "advmod") is { } particle && particle == verb + 1 && notes.Tokens[particle].Lemma is "in" or "by" or "back" or "down" or "up" or "aside" or "out" or "away" or "over" or "off" ? $"{lemma} {notes.Tokens[particle].Lemma}" : lemma;
    }

    // "the army's refusal", not "the army's barracks"
    private bool IsDeed(int noun) => notes.Tokens[noun].Lemma is var lemma && (PredicateLexicon.StartingWith(lemma).Any(p => p.Tag == "NOUN") || lemma.EndsWith("al", StringComparison.Ordinal) || lemma.EndsWith("ion", StringComparison.Ordinal) || lemma.EndsWith("ment", StringComparison.Ordinal) || lemma.EndsWith("ence", StringComparison.Ordinal) || lemma.EndsWith("ance", StringComparison.Ordinal));
}
