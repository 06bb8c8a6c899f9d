namespace Dateline.Tracks;

/// <summary>The arguments of a predicate: by the dependency tree, and by the order of words where the tree gives none that fits.</summary>
internal sealed class Arguments(Annotations notes, Grammar grammar, NounPhrases phrases, string text)
{
    private const int NearestBy = 8; // tokens from a participle to the end of "by ..." where the tree misses it

    private const int LongestDescription = 12; // tokens between a noun and the name that explains it

    /// <summary>Who does it, whatever it is done to.</summary>
    public int? Agent(PredicateMatcher.Hit hit, int first, int end)
    {
        var at = Anchor(hit);
        // "the bombing was the work of rebels"; "rain was the cause of the fire"; "the culprit was a storm"
        if (hit.Predicate.Tag == "NOUN" && hit.Predicate.Aspect.Name is "blame" or "cause")
        {
            if (hit.Predicate is { Theme: ThemeRole.Subject, Value: "@agent" }) return grammar.With(at, "of");
            if (grammar.Child(at, "cop") is not null) return Noun(grammar.Subject(at));
            if (notes.Tokens[at] is { Relation: "obj", Head: >= 0 } && notes.Tokens[notes.Tokens[at].Head].Lemma is "have" or "bear" or "share") return Noun(grammar.Subject(notes.Tokens[at].Head));
            if (notes.Tokens[at] is { Relation: "nsubj", Head: >= 0 } && notes.Tokens[notes.Tokens[at].Head].Lemma is "lie" or "rest") return grammar.With(notes.Tokens[at].Head, "with");
            if (notes.Tokens[at] is { Relation: "nsubj", Head: >= 0 } && grammar.Child(notes.Tokens[at].Head, "cop") is not null) return Noun(notes.Tokens[at].Head);
        }

        // "replied with live ammunition"; "the conquest of the valley by Lorrane"
        if (hit.Predicate.Tag == "NOUN" && notes.Tokens[at] is { Relation: "obl", Head: >= 0 } && grammar.Case(at) == "with") return Noun(grammar.Subject(notes.Tokens[at].Head));
        if (hit.Predicate.Tag == "NOUN" && grammar.With(at, "by") is null && grammar.With(at, "of") is { } done && grammar.With(done, "by") is { } doer) return doer;
        // "Lorrane declared the expulsion of the rebels"
        if (hit.Predicate.Tag == "NOUN") return grammar.With(at, "by") ?? grammar.Owner(at) ?? (notes.Tokens[at] is { Relation: "obj", Head: >= 0 } && IsDone(notes.Tokens[at].Head) ? Noun(grammar.Subject(notes.Tokens[at].Head)) : null);
        if (IsPassive(hit, first, end)) return Whole(grammar.Agent(at) ?? AfterWord("by", hit.Last + 1, Math.Min(end, hit.Last + NearestBy), "any"));
        // an infinitive or a participle without a subject has none beside it: "after being ordered to fire"
        return Whole(Noun(Unhyphened(grammar.Subject(at), hit.First)) ?? (grammar.Child(at, "mark") is null && !notes.Tokens[at].Span.Slice(text).EndsWith("ing", StringComparison.Ordinal) ? LeftHead(hit.First, first, "any") : null));
    }

    public int? Subject(PredicateMatcher.Hit hit, int first, string needs)
    {
        var at = Anchor(hit);
        var candidate = hit.Predicate.Tag == "NOUN" && grammar.Child(at, "cop") is null && notes.Tokens[at].Relation != "xcomp" && at == hit.Last ? grammar.Owner(at) ?? grammar.With(at, "by", "of") ?? Compound(at, needs) : grammar.Subject(at);
        if (Beside(at) is { } beside) candidate = beside;
        if (needs == "person" && hit.Predicate.Tag == "NOUN" && candidate is { } place && phrases.IsTown(place)) return place; // "the town has become a ghost town"
        if (needs == "official" && candidate is { } office && Appositive(office, hit.First) is { } named) return named;
        return Fitting(candidate, needs, () => LeftHead(hit.First, first, needs));
    }

    /// <summary>"was carried into Dorvik, largely held by the rebels": a participle behind a place and a comma belongs to the place.</summary>
    private int? Beside(int participle)
    {
        if (notes.Tokens[participle].Tag != "VERB" || !Grammar.IsParticiple(notes.Tokens[participle].Span.Slice(text)) || grammar.Child(participle, "nsubj", "nsubj:pass", "aux", "aux:pass") is not null) return null;
        var at = participle - 1;
        while (at > 0 && notes.Tokens[at].Tag == "ADV") at--;
        return at > 0 && text[notes.Tokens[at].Span.Start] == ',' && phrases.MentionAt(at - 1) is { Kind: EntityKind.Place or EntityKind.Facility } ? at - 1 : null;
    }

    /// <summary>"the head of the firm, Ada Lune, resigned": the person that explains the subject, whichever noun of it the tree hangs her on.</summary>
    private int? Appositive(int subject, int before)
    {
        for (var i = subject + 1; i < before; i++)
            if (notes.Tokens[i] is { Relation: "appos", Head: >= 0 } named && (named.Head == subject || notes.Tokens[named.Head].Head == subject) && phrases.MentionAt(i) is { Kind: EntityKind.Person }) return i;
        return null;
    }

    public int? Target(PredicateMatcher.Hit hit, int end, string needs)
    {
        if (hit.Predicate.Theme == ThemeRole.From) return AfterWord("from", hit.Last + 1, end, needs) ?? (AfterOut(hit, end) is { } of ? AfterWord("of", of, end, needs) : null);
        var at = Anchor(hit);
        // "pulled some back"
        if (hit.Last - 1 is var few && few > hit.First && notes.Tokens[few].Tag is "DET" or "PRON" && notes.Tokens[few].Lemma is "some" or "many" or "most" && notes.Tokens[hit.First].Tag == "VERB") return few;
        int? candidate;
        if (hit.Predicate.Tag == "NOUN") candidate = Best(needs, Marked(hit), grammar.With(at, "of", "on", "against", "for", "in"), grammar.With(at, "among"), OwnerOrKind(hit, at, needs));
        else if (Marked(hit) is { } marked && phrases.Fits(marked, needs)) candidate = marked;
        else candidate = Behind(hit, at, needs);
        if (needs is "person" or "anyone" && candidate is { } described && described > at && Appositive(described, Math.Min(end, described + LongestDescription)) is { } named) return named; // "charged the former head of the bank, Ada Lune"
        return Fitting(candidate, needs, () => Inside(hit, needs) ?? (hit.Predicate.Tag == "NOUN" && notes.Tokens[at].Relation == "nsubj" && grammar.Object(notes.Tokens[at].Head) is not null ? null : ObjectHead(hit.Last + 1, end, needs)) ?? (hit.Predicate.Tag == "NOUN" && OwnerOrKind(hit, at, needs) is { } owner && phrases.Fits(owner, needs) ? owner : null));
    }

    /// <summary>The object; where the pattern names that itself, what stands behind: "blocked access to the villagers", "granted bail to her", "took control over the town".</summary>
    private int? Behind(PredicateMatcher.Hit hit, int at, string needs)
    {
        var own = grammar.Object(at);
        if (own is null || !IsInPattern(hit, own.Value)) return own ?? Behind(hit, needs) ?? Marked(hit);
        return Behind(hit, needs) ?? Marked(hit) ?? (grammar.With(at, "to", "against", "at") is { } behind && !IsInPattern(hit, behind) ? behind : (int?)null) ?? (needs == "place" ? grammar.With(at, "over", "in") : null)
            ?? (grammar.Child(own.Value, "compound") is { } whom && whom > hit.First && phrases.Fits(whom, needs) ? whom : own); // "found the suspect guilty"
    }

    private int? Behind(PredicateMatcher.Hit hit, string needs) => grammar.With(hit.Last, "to", "for", "of", "against", "on") ?? (needs == "place" ? grammar.With(hit.Last, "over", "in") : null);

    public bool IsPassive(PredicateMatcher.Hit hit, int first, int end)
    {
        if (hit.Predicate.Tag != "VERB" || hit.Predicate.Pattern[0] == "be") return false;
        if (grammar.IsPassive(hit.First, text)) return true;
        var word = notes.Tokens[hit.First].Span.Slice(text);
        if (word.EndsWith("ing", StringComparison.Ordinal)) return false;
        if (hit.Last + 1 < end && notes.Tokens[hit.Last + 1].Lemma == "by" && grammar.Child(hit.First, "obj") is null) return true; // but "won the vote by a wide margin"
        for (var i = hit.First - 1; i >= Math.Max(first, hit.First - 4); i--)
        {
            if (notes.Tokens[i].Lemma is "be" or "get") return true;
            if (notes.Tokens[i].Tag is not ("ADV" or "AUX" or "PART" or "PUNCT")) break;
        }

        return IsReducedRelative(hit, first, end);
    }

    // "soldiers deployed to the region have not ...": a participle right after its noun, with the verb of the clause still to come
    public bool IsReducedRelative(PredicateMatcher.Hit hit, int first, int end) =>
        hit.Predicate.Tag == "VERB" && hit.First > first && notes.Tokens[hit.First - 1].Tag is "NOUN" or "PROPN" or "ADV"
        && (text[notes.Tokens[hit.First].Span.End - 1] is 'd' or 'n' or 'g') && hit.Last + 1 < end && notes.Tokens[hit.Last + 1].Tag is "ADP" or "ADV"
        && Enumerable.Range(hit.Last + 1, Math.Max(0, end - hit.Last - 1)).Any(i => notes.Tokens[i].Tag == "AUX")
        && !Enumerable.Range(first, hit.First - first).Any(i => notes.Tokens[i].Tag == "AUX");

    /// <summary>The first noun phrase after a predicate, or what it is "of": "some of its territory", "swathes of land".</summary>
    public int? ObjectHead(int from, int end, string needs)
    {
        foreach (var head in phrases.Heads(from, end))
        {
            if (grammar.Case(head) == "by") return null; // who did it
            if (phrases.Fits(head, needs)) return head;
            if (head + 1 >= end || notes.Tokens[head + 1].Lemma != "of") return null;
        }

        return null;
    }

    public int? LeftHead(int before, int first, string needs) =>
        phrases.Heads(first, before).Reverse().Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    /// <summary>What the tree gives; where that does not fit, what it is "of"; by the order of words only where the tree gives no noun at all.</summary>
    private int? Fitting(int? candidate, string needs, Func<int?> linear)
    {
        if (candidate is not { } token || phrases.IsTime(token)) return linear(); // "reopened Monday"
        if (IsShare(token) && grammar.With(token, "of") is { } shared) token = shared; // "almost all of the lines"
        for (var steps = 0; steps < 3; steps++)
        {
            if (phrases.Fits(token, needs)) return token;
            // "activity or clashes with the troops"
            if ((grammar.With(token, needs is "person" or "anyone" ? ["of", "with", "against"] : ["of", "with"]) ?? grammar.Children(token).Where(c => notes.Tokens[c].Relation == "conj").Select(c => phrases.Fits(c, needs) ? c : grammar.With(c, "of", "with", "by")).FirstOrDefault(c => c is not null)) is not { } whole) break;
            token = whole;
        }

        return notes.Tokens[token].Tag is "NOUN" or "PROPN" && !phrases.IsTime(token) ? null : linear();
    }

    /// <summary>"the refugee exodus", "the hostage release".</summary>
    private int? Compound(int noun, string needs, int? first = null) => (needs != "any" || first == noun) && grammar.Child(noun, "compound") is { } of && phrases.Fits(of, needs) ? of : null;

    /// <summary>"his departure", "the school closure"; but "their looting" and "police brutality" tell who did it.</summary>
    private int? OwnerOrKind(PredicateMatcher.Hit hit, int noun, string needs)
    {
        var isDeed = hit.Predicate.Aspect.Name is "attack" or "violence";
        return (isDeed ? null : grammar.Owner(noun)) ?? (Compound(noun, needs, hit.First) is { } kind && !(isDeed && phrases.HeadAt(kind) is { Parent: "force" }) ? kind : null);
    }

    /// <summary>The first that fits; where none does, the first that there is.</summary>
    private int? Best(string needs, params ReadOnlySpan<int?> candidates)
    {
        int? first = null;
        foreach (var candidate in candidates)
        {
            if (candidate is { } token && phrases.Fits(token, needs)) return token;
            first ??= candidate;
        }

        return first;
    }

    /// <summary>The theme that a pattern names itself: "struck a deal", "the defector"; but the case that a court hears is nobody's illness.</summary>
    public int? Own(PredicateMatcher.Hit hit, string needs) => needs is "any" or "target" or "event" || hit.Predicate.Aspect.Kind == TrackKind.Blame || (hit.Predicate.Aspect.Kind == TrackKind.Quantity && hit.Predicate.Aspect.Name != "displacement") ? null
        : Enumerable.Range(hit.First, hit.Last - hit.First + 1).Where(i => notes.Tokens[i].Tag == "NOUN" && IsInPattern(hit, i) && phrases.Fits(i, needs)).Cast<int?>().LastOrDefault();

    private bool IsInPattern(PredicateMatcher.Hit hit, int token) => token >= hit.First && token <= hit.Last
        && (hit.Predicate.Pattern.Contains(notes.Tokens[token].Lemma) || hit.Predicate.Pattern.Contains(notes.Tokens[token].Span.Slice(text).ToLowerInvariant()));

    // "launched an attack" and "declared the expulsion" do it; "cited the attack" does not
    private bool IsDone(int verb) => notes.Tokens[verb].Lemma is "declare" or "announce" or "claim" or "carry" or "launch" or "make" or "mount" or "begin" or "start" or "commit" or "order" or "complete" or "conduct" or "stage" or "plan" or "take" or "lead" or "continue" or "intensify" or "use" or "open" or "renew" or "resume" or "halt" or "stop" or "end";

    // "one part of the army" is the army
    private int? Whole(int? token) => token is { } part && IsShare(part) && grammar.With(part, "of") is { } whole ? whole : token;

    private bool IsShare(int token) => notes.Tokens[token].Lemma is "all" or "any" or "most" or "some" or "many" or "much" or "part" or "half" or "portion" or "number" or "majority" or "none";

    // "take full control of": the verb carries the arguments; "be dead": the adjective does
    private int Anchor(PredicateMatcher.Hit hit)
    {
        if (hit.Predicate.Pattern[0] != "be")
        {
            // "an air strike on the town": of a compound the last noun
            var noun = hit.First;
            while (hit.Predicate.Tag == "NOUN" && notes.Tokens[noun].Head is var head && head > noun && head <= hit.Last && notes.Tokens[head].Tag == "NOUN") noun = head;
            return noun;
        }

        for (var i = hit.First + 1; i <= hit.Last; i++)
            if (notes.Tokens[i].Tag is "VERB" or "ADJ" or "NOUN") return i;
        return hit.First;
    }

    // "crack down on protesters", "assault on the town": the noun behind the pattern's own preposition
    private int? Marked(PredicateMatcher.Hit hit)
    {
        if (hit.First == hit.Last || notes.Tokens[hit.Last].Tag is not ("ADP" or "SCONJ") || notes.Tokens[hit.Last].Head < 0) return null;
        var noun = notes.Tokens[hit.Last].Head;
        return notes.Tokens[noun].Tag is "NOUN" or "PROPN" or "PRON" && noun > hit.Last ? noun : null;
    }

    // "soldiers machine-gunned them": the first part of the verb is not who does it
    private int? Unhyphened(int? subject, int verb) => subject is { } part && part == verb - 2 && notes.Tokens[verb - 1].Span.Slice(text) is "-" ? grammar.Child(part, "compound") ?? (notes.Tokens[verb].Head is >= 0 and var above ? grammar.Subject(above) : null) : subject;

    private int? Noun(int? token) => token is { } t && notes.Tokens[t].Tag is "NOUN" or "PROPN" or "PRON" && !phrases.IsTime(t) ? token : null;

    // "pulled them back", "using them less": the object may stand inside the pattern
    private int? Inside(PredicateMatcher.Hit hit, string needs) =>
        phrases.Heads(hit.First + 1, hit.Last).Where(h => !hit.Predicate.Pattern.Contains(notes.Tokens[h].Lemma) && phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    // "drove the rebels out of the village"
    private int? AfterOut(PredicateMatcher.Hit hit, int end) =>
        Enumerable.Range(hit.Last, Math.Max(0, end - hit.Last - 1)).Where(i => notes.Tokens[i].Lemma == "out" && notes.Tokens[i + 1].Lemma == "of").Select(i => (int?)(i + 1)).FirstOrDefault();

    private int? AfterWord(string word, int from, int end, string needs)
    {
        for (var i = from; i < end - 1; i++)
            if (notes.Tokens[i].Lemma == word) return phrases.Heads(i + 1, end).Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();
        return null;
    }
}
