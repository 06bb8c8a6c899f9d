namespace Dateline.Tracks;

/// <summary>Who did it.</summary>
internal sealed partial class ClaimFinder
{
    /// <summary>Whom "blame" blames: its object, or who stands behind "on": "blamed the deaths on armed gangs".</summary>
    private int? Blamed(PredicateMatcher.Hit hit, int end) => (BlamedOn(hit, end) ?? (grammar.Object(hit.First) is { } own && notes.Tokens[hit.First].Tag == "VERB" && !hit.Predicate.Pattern.Contains(notes.Tokens[own].Lemma) && hit.Predicate.Aspect.Name != "cause" && hit.Predicate.Pattern[^1] is not ("on" or "at" or "to") ? own : (int?)null) ?? (notes.Tokens[hit.Last].Lemma == "blame" && (grammar.With(hit.Last, "on") ?? grammar.With(hit.First, "on")) is { } on && !phrases.IsTime(on) ? on : (int?)null) ?? arguments.ObjectHead(hit.Last + 1, end, "any")) is { } who && notes.Tokens[who].Lemma.ToLowerInvariant() is not ("us" or "me" or "we" or "i") ? who : null; // "blamed it on us" names nobody else

    /// <summary>Who blames holds it, also where the outlet tells it: "an inquiry blamed the operator".</summary>
    private string? Blamer(PredicateMatcher.Hit hit)
    {
        var verb = notes.Tokens[hit.First].Tag == "NOUN" && notes.Tokens[hit.First].Head >= 0 ? grammar.ClauseOf(hit.First) : hit.First;
        return Teller(verb);
    }

    /// <summary>The subject of an active verb, where it is somebody who can hold what is told.</summary>
    private string? Teller(int verb) =>
        !grammar.IsPassive(verb, text) && grammar.Subject(verb) is { } subject && phrases.NameOf(subject) is { Length: > 2 } name && (notes.Tokens[subject].Tag == "PROPN" || Holders.IsCommon(name)) ? name : null;

    private int? BlamedOn(PredicateMatcher.Hit hit, int end)
    {
        if (hit.Last > hit.First) return null;
        for (var i = hit.Last + 1; i < end - 1; i++)
            if (notes.Tokens[i].Lemma == "on") return phrases.Heads(i + 1, end).Cast<int?>().FirstOrDefault();
        return null;
    }

    // "the clashes led to deaths" names nobody; a quake causes, and does not attack
    private bool CanAct(int head, string aspect = "cause") =>
        !IsDateline(head) && ((notes.Tokens[head].Tag is "PROPN" && !phrases.IsTown(head)) || (notes.Tokens[head].Tag == "PRON" && !IsDoubtful(head, aspect))
            || phrases.ThemeOf(head, "any") is { Head.Parent: "person" or "force" or "official" or "body" } || (aspect == "cause" && notes.Tokens[head].Tag == "NOUN" && Holders.IsBody(notes.Tokens[head].Lemma)) || (aspect == "cause" && phrases.ThemeOf(head, "any") is { Head.Class: "calamity" or "disease" or "leak" or "medicine" }));

    /// <summary>"He threatened to kill": a pronoun whose person is one who speaks on the page may as well mean another, and nobody is accused by a guess.</summary>
    private bool IsDoubtful(int pronoun, string aspect) => aspect != "cause" && notes.Tokens[pronoun].Lemma.ToLowerInvariant() is "he" or "she" or "him" or "her"
        && phrases.ThemeOf(pronoun, "any") is { Kind: EntityKind.Person } person && notes.Statements.Any(s => s.IsSaying && !s.OutletVoice && person.Entities.Contains(s.Source.Entity ?? "", StringComparer.Ordinal));

    /// <summary>"killed after a mutiny": those who rise are those who kill.</summary>
    private int? MutinyIn(PredicateMatcher.Hit hit) =>
        grammar.With(hit.First, "after", "during", "in") is { } deed && HeadLexicon.Of(notes.Tokens[deed].Lemma) is { Parent: "force" } && PredicateLexicon.StartingWith(notes.Tokens[deed].Lemma).Any(p => p.Tag == "NOUN") ? deed : null;

    // a thing may be blamed: "the weather", "poor repairs"; but "blamed the attack" names what was done
    private bool CanBeBlamed(int head) => notes.Tokens[head].Tag == "NOUN" && phrases.ThemeOf(head, "any").Head is null or { Parent: not "event" } or { Class: "calamity" };

    /// <summary>"DORVIK" in "DORVIK - Gunmen seized the dam": where it was written, not who did it.</summary>
    private bool IsDateline(int token)
    {
        if (place is null) return false;
        var span = notes.Tokens[token].Span;
        var line = text.LastIndexOf('\n', span.Start) + 1;
        var opening = text.AsSpan(line, Math.Min(place.Length + DatelineReach, text.Length - line));
        return opening.StartsWith(place, StringComparison.OrdinalIgnoreCase) && span.End <= line + place.Length && opening[place.Length..].IndexOfAny('—', '–', '-') >= 0;
    }
}
