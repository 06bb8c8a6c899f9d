namespace Dateline.Tracks;

/// <summary>Claims that something is so: one hit of the lexicon read with its theme, its doer and its mood, or refused.</summary>
internal sealed partial class ClaimFinder
{
    /// <summary>A hit of the lexicon as it is read in its clause.</summary>
    /// <param name="Target">What the deed is done to, where the tree gives it.</param>
    /// <param name="Value">The answer; still with "@agent" or "@object" where it is a name.</param>
    private sealed record State(PredicateMatcher.Hit Hit, TextSpan Quote, int First, int End, int Order, int? Target, int? ThemeHead, int? AgentHead, Theme Theme, Theme? Agent, Mood Mood, bool Background, string Value)
    {
        public Predicate Predicate => Hit.Predicate;

        /// <summary>"The army stormed the town", "the assault on the town": what forces do, rather than what happens to somebody.</summary>
        public bool IsConducted => Theme.Head?.Parent is not ("person" or "force" or "official") && Theme.Head?.Class != "farmland"
            && (Theme.Kind is not EntityKind.Person || (Agent?.Head?.Parent == "force" && Theme.Proper && !Theme.Label.Contains(' ', StringComparison.Ordinal)));
    }

    private void AddState(PredicateMatcher.Hit found, int first, int end, TextSpan quote, int order)
    {
        var hit = found with { Negated = PredicateMatcher.IsNegated(notes.Tokens, first, found.First) ^ PredicateMatcher.IsNegatedInside(notes.Tokens, found) };
        if (hit.Predicate.Aspect.Name == "confirmation")
        {
            AddConfirmation(hit, first, end, quote, order);
            return;
        }

        if (IsNoState(hit) || Read(hit, first, end, quote, order) is not { } state || AddPower(state)) return;
        if (!hit.Predicate.Aspect.Asks) state = state with { Theme = Theme.Unknown };
        if (IsOfNothing(state) || AddForce(state) || IsWithoutTheme(state) || Answered(state) is not { } answered) return;
        var count = claims.Count;
        AddClaim(Opened(answered), hit.Predicate.Value == "@object" ? Blamer(hit) : null);
        if (claims.Count > count && IsOfUnnamed(state)) unnamed.Add(count);
    }

    private void AddClaim(State state, string? teller = null) =>
        Add(state.Quote, SpanOf(state.Hit), state.Predicate.Aspect, state.Value, null, state.Theme, state.Order, state.First, state.Background, state.Mood, state.Agent, state.Hit.Negated, teller);

    /// <summary>Words of the lexicon that say something else here, whatever stands beside them.</summary>
    private bool IsNoState(PredicateMatcher.Hit hit)
    {
        var predicate = hit.Predicate;
        return (predicate.Alone && !StandsAlone(hit))
            || (predicate.Aspect.Name == "cause" && notes.Tokens[hit.Last].Tag == "PART") // "is due to arrive"
            || (predicate.Aspect.Name == "charges" && predicate.Pattern.Length == 1 && grammar.Child(hit.First, "xcomp") is not null) // "tried to portray them"
            || IsOnThemselves(hit)
            || (predicate.Id == "call for/VERB" && Marked(hit) is { } wanted && PredicateLexicon.StartingWith(notes.Tokens[wanted].Lemma).Any(p => p.Tag == "NOUN" && p.Aspect.Family != "stance"))
            || (predicate.Aspect.Family == "stance" && predicate.Value == "supports" && IsPurpose(hit.First))
            || (predicate is { Aspect.Name: "talks", Tag: "VERB" } && grammar.Subject(hit.First) is { } talker && IsAnyone(talker));
    }

    /// <summary>Theme, doer and mood of a hit; null where it is told of somebody or something that no aspect asks for.</summary>
    private State? Read(PredicateMatcher.Hit hit, int first, int end, TextSpan quote, int order)
    {
        var predicate = hit.Predicate;
        var needs = predicate.Aspect.Needs;
        var passive = arguments.IsPassive(hit, first, end);
        var agentHead = arguments.Agent(hit, first, end);
        var target = predicate.Theme == ThemeRole.Subject ? null : passive ? arguments.Subject(hit, first, needs) : arguments.Target(hit, end, needs);
        var themeHead = predicate.Value == "@object" ? BlamedFor(hit, first, end, passive) : target ?? Told(hit, first, end);
        if (moods.IsOrder(hit.First)) themeHead = predicate.Theme == ThemeRole.Subject ? Fitting(grammar.Object(hit.First), needs) ?? AddressedIn(hit, end, needs) : target; // "Get out, Mr Lune!" has no subject
        else if (predicate.Aspect.Name == "office" && themeHead is null && (predicate.Theme == ThemeRole.Subject ? grammar.Subject(hit.First) : grammar.Object(hit.First) ?? grammar.With(hit.First, "of", "for")) is { } other && notes.Tokens[other].Tag != "PRON") return null; // "the rebels left the house", "dismissed the case": of somebody or something that holds no office
        var mood = moods.Of(hit.First);
        if (predicate.Aspect.Kind == TrackKind.Blame && mood == Mood.Wanted && IsPurpose(hit.First) && agentHead is not null) mood = Mood.Fact; // "sent thugs to beat them": what it was done for was done
        var theme = themeHead is { } head ? phrases.ThemeOf(head, needs, LeftOf(hit.First, first)) : Theme.Unknown;
        var agent = agentHead is { } by && by != themeHead ? phrases.ThemeOf(by, "any") : null;
        var background = mood is Mood.Wanted or Mood.Possible || arguments.IsReducedRelative(hit, first, end) || InRelativeClause(hit, first);
        var value = hit.Negated ? predicate.Negated : predicate.Value == "handed over" && Receiver(hit) is { } to ? to : predicate.Value;
        if (predicate is { Tag: "NOUN", Aspect.Name: "blame", Pattern: [_, "to" or "in"] } && theme.Head is not { Class: "violence" }) return null; // "his role in the talks"
        return new State(hit, quote, first, end, order, target, themeHead, agentHead, theme, agent, mood, background, value);
    }

    /// <summary>The theme that is no object of the deed: its subject, or what the words name themselves.</summary>
    private int? Told(PredicateMatcher.Hit hit, int first, int end)
    {
        var predicate = hit.Predicate;
        var needs = predicate.Aspect.Needs;
        var subject = predicate.Theme == ThemeRole.Subject || (predicate.Aspect.Name == "presence" && predicate.Tag == "VERB") || (predicate.Aspect.Name == "deaths" && predicate.Pattern[^1] == "death") ? arguments.Subject(hit, first, needs) : null; // "the troops withdrew"
        return subject ?? (predicate.Theme == ThemeRole.Subject ? arguments.Target(hit, end, needs) : null) ?? arguments.Own(hit, needs);
    }

    /// <summary>For what somebody or something is blamed.</summary>
    private int? BlamedFor(PredicateMatcher.Hit hit, int first, int end, bool passive)
    {
        var predicate = hit.Predicate;
        if (predicate.Aspect.Name == "cause") return predicate.Theme == ThemeRole.Object && !passive ? grammar.Object(hit.First) : arguments.Subject(hit, first, predicate.Aspect.Needs); // "the collapse resulted from poor repairs"
        if (predicate.Pattern[^1] == "to") return grammar.Object(hit.First); // "attributed the fire to militants"
        return BlamedOn(hit, end) is { } on ? Other(grammar.Object(hit.First), on) ?? arguments.LeftHead(hit.First, first, "any") : grammar.With(hit.First, "for", "of", "over") ?? grammar.Owner(hit.First); // "the unrest's blame"
    }

    /// <summary>A government that goes leaves power to another.</summary>
    private bool AddPower(State state)
    {
        if (state.Predicate.Aspect.Name != "office" || state.Theme is not { Head.Class: "government", Kind: not EntityKind.Person }) return false;
        Add(state.Quote, SpanOf(state.Hit), PredicateLexicon.Aspects["power"], "government " + state.Value, null, Theme.Unknown, state.Order, state.First, state.Background, state.Mood, state.Agent, state.Hit.Negated);
        return true;
    }

    private static bool IsOfNothing(State state) =>
        (state.Predicate.Id == "pull/VERB" && state.Target is null) // "the gunman pulled the alarm"
        || (state.Predicate.Aspect.Name == "killers" && state.Predicate.Pattern[^1] == "death" && state.Theme.IsUnknown) // "passengers burned to death"
        || (state.Predicate.Aspect.Name == "blame" && state.Theme.Head?.Parent is "abstract") // "responsible for the way in which"
        || (state.Predicate.Aspect.Name == "closure" && state.Theme.Head?.Parent is "event" or "abstract") // "to restore order" opens nothing
        || (state.Predicate.Aspect.Family == "stance" && (state.Theme is { Head.Parent: "person", Proper: false } || state.Agent?.Head?.Class == "resolution")); // what a resolution condemns is what it says, not who is for it

    /// <summary>What a force does, for the question about the force; true where nothing else is told.</summary>
    private bool AddForce(State state)
    {
        var (predicate, hit) = (state.Predicate, state.Hit);
        if (state is { IsConducted: true, Agent: null } && predicate is { Tag: "NOUN", Aspect.Conduct: "attacks" or "uses force" })
        {
            if (grammar.Child(hit.Last, "compound") is { } army && phrases.HeadAt(army) is { Parent: "force" })
                return AddConduct(state, predicate.Aspect.Conduct, phrases.ThemeOf(army, "force"), state.Background); // "an army attack"
            if (predicate.Aspect.Conduct == "attacks" && (state.Theme.Proper || state.Theme.Kind == EntityKind.Place))
                return AddConduct(state, predicate.Aspect.Conduct, Theme.Unknown, background: true);
        }

        if (state.Agent is not { Head.Parent: "force" } force || predicate.Aspect.Conduct is not { Length: > 1 } conduct || predicate.Value == "lost" || (state.Target is null && predicate.Aspect.Needs != "any" && HasOtherObject(hit))) return false;
        AddConduct(state, conduct == "=" ? state.Value : hit.Negated ? "not " + conduct : conduct, force, state.Background);
        return state.IsConducted && predicate.Aspect.Kind == TrackKind.Blame;
    }

    private bool AddConduct(State state, string deed, Theme force, bool background)
    {
        Add(state.Quote, SpanOf(state.Hit), PredicateLexicon.Conduct, deed, null, force, state.Order, state.First, background, state.Mood, state.Theme, state.Hit.Negated);
        return true;
    }

    /// <summary>A question about a theme that nobody names; whoever is wished to leave may be told by a pronoun.</summary>
    private bool IsWithoutTheme(State state) =>
        state.Theme.IsUnknown && state.Predicate.Aspect.Asks && state.Predicate.Aspect.Kind != TrackKind.Blame
        && (state.Predicate.Aspect.Name != "office" || (state.Mood != Mood.Wanted && !(grammar.Subject(state.Hit.First) is { } he && notes.Tokens[he].Tag == "PRON" && notes.Tokens[he].Lemma.ToLowerInvariant() is "he" or "she" or "they" or "i")));

    /// <summary>With the name that the answer asks for; null where there is none.</summary>
    private State? Answered(State state)
    {
        var blames = state.Predicate.Aspect.Kind == TrackKind.Blame;
        if (!blames && !state.Value.Contains('@', StringComparison.Ordinal)) return state;
        if (state.Mood == Mood.Planned && state.Hit.Negated) return null; // what somebody will not do was done by nobody
        if (blames) return Blaming(state);
        if (state.AgentHead is not { } by || (by == state.ThemeHead && state.Predicate.Aspect.Asks) || !CanAct(by) || phrases.NameOf(by) is not { } name) return null;
        return state with { Value = state.Value.Replace("@agent", name, StringComparison.Ordinal).Replace("@object", name, StringComparison.Ordinal) };
    }

    /// <summary>The answer is who did it; that it was done at all answers nothing.</summary>
    private State? Blaming(State state)
    {
        var (hit, aspect) = (state.Hit, state.Predicate.Aspect.Name);
        var blamed = state.Value.Contains("@object", StringComparison.Ordinal);
        if ((blamed ? Blamed(hit, state.End) : state.AgentHead ?? MutinyIn(hit)) is not { } who) return null;
        if (IsOpen(who))
        {
            Add(state.Quote, SpanOf(hit), state.Predicate.Aspect, Claim.Unknown, null, state.Theme, state.Order, state.First, background: false, Mood.Fact);
            return null;
        }

        if (who == state.ThemeHead || !(CanAct(who, aspect is "cause" or "blame" ? "cause" : aspect) || (blamed && CanBeBlamed(who))) || phrases.NameOf(who, who > hit.Last ? hit.Last + 1 : 0) is not { } name) return null;
        return state with { Agent = phrases.ThemeOf(who, "any"), Value = hit.Negated ? "not " + name : name };
    }

    /// <summary>"It was unclear whether the troops had left": that nobody knows, by the whole sentence.</summary>
    private State Opened(State state)
    {
        if (state.Predicate.Aspect.Kind == TrackKind.Blame || Undecided(state.Hit.First) is not { } open) return state;
        var told = state with { Value = Claim.Unknown, Mood = Mood.Fact, Background = false };
        return quotes.Of(open, notes.Sentences[state.Order]) is { } whole && whole.Span.Contains(SpanOf(state.Hit)) ? told with { Quote = whole.Span, First = whole.First } : told;
    }

    /// <summary>An office whose holder is "he" or "the leader".</summary>
    private bool IsOfUnnamed(State state) => state.Predicate.Aspect.Name == "office" && state.ThemeHead is { } head
        && (notes.Tokens[head].Tag == "PRON" || (notes.Tokens[head].Lemma is "leader" or "ruler" && state.Theme.Entities.IsEmpty));

    /// <summary>"Crowds called for his exit": he whose office the page speaks of by name or who speaks of his own, not whoever was named last.</summary>
    private void SettleOffices()
    {
        var named = claims.Where((c, i) => c.Aspect.Name == "office" && c.Theme is { Kind: EntityKind.Person, Entities.Length: > 0 } && (!unnamed.Contains(i) || c.Holder == c.Theme.Entities[^1])).GroupBy(c => c.Theme.Entities[^1], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (named.Count == 0) return;
        foreach (var i in unnamed.Where(i => !claims[i].Theme.Entities.Any(e => named.Exists(n => n.Key == e))))
            claims[i] = claims[i] with { Theme = named[0].First().Theme };
    }
}
