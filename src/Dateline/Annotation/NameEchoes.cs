namespace Dateline.Annotation;

/// <summary>What the whole page says of a name that its own place does not tell: a name is of one kind on a page, wherever it stands again, whole or, for a person, by surname or given name; and for names of which no rule knew the kind, the words beside all their places vote, against a person whom the tagger alone saw, too.</summary>
internal static class NameEchoes
{
    private const string ByPage = "name.echo";
    private const string ByVotes = "name.votes";
    private const int ShortestWord = 3; // letters; shorter ones are too often something else

    /// <summary>So many votes settle a kind, and so many more than for any other kind.</summary>
    private const int Enough = 2;

    /// <summary>Adds the repetitions to the names found, in text order, and settles kinds that were open.</summary>
    public static void Add(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named, List<TaggedName> things)
    {
        if (named.Count == 0) return;
        var known = Known(words, named);
        var sure = SurePersons(words, named);
        var voted = Votes(words, named, sure);
        var told = Told(words, named);
        var taken = new bool[words.Count];
        foreach (var thing in things.Where(t => t.End - t.First > 1)) Array.Fill(taken, true, thing.First, thing.End - thing.First);
        for (var n = 0; n < named.Count; n++)
        {
            var (part, kind, rule) = named[n];
            Array.Fill(taken, true, part.First, part.Length);
            var text = part.Text(words);
            if (told.TryGetValue(text, out var now) && Yields(words, part, kind, rule, now)) named[n] = (part, now, ByPage);
            else if (rule == "name.model" && part.Length == 1 && known.TryGetValue(text, out var usual) && usual != kind) named[n] = (part, usual, ByPage);
            if ((IsUnsurePlace(kind, rule) || IsUnsurePerson(words, part, kind, rule, sure)) && voted.TryGetValue(text, out var better) && better != kind) named[n] = (part, better, ByVotes);
            if (part.Length == 1 && rule is "name.echo" or "name.model" or "name.page" or "name.in" && words.Lower(part.First).EndsWith("ism", StringComparison.Ordinal)) named[n] = (part, EntityKind.Other, rule); // "Modernism"
            if (!IsOpen(part, kind, rule)) continue;
            if (known.TryGetValue(text, out var echo)) named[n] = (part, echo, ByPage);
            else if (voted.TryGetValue(text, out var vote) && vote != EntityKind.Organisation) named[n] = (part, vote, ByVotes); // of bodies that the tagger did not see, 4 of 47 were one
        }

        var count = named.Count; // persons are not added: where neither rules nor tagger saw a name, 5 of 88 were one
        for (var i = 0; i < words.Count; i++)
            if (!taken[i] && words.IsCapital(i) && known.TryGetValue(words.Span(i).Slice(words.Text), out var kind) && kind != EntityKind.Person && StandsAlone(words, taken, i)) named.Add((new NamePart(i, i + 1, null, null), kind, ByPage));
        AddNumbered(words, named, taken);
        if (named.Count > count) named.Sort((a, b) => a.Part.First.CompareTo(b.Part.First));
    }

    /// <summary>"The 47th": the ordinal stands for the body whose name it opens elsewhere on the page.</summary>
    private static void AddNumbered(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named, bool[] taken)
    {
        var bodies = new Dictionary<string, EntityKind>(StringComparer.Ordinal);
        foreach (var (part, kind, _) in named)
            if (part.Length > 1 && NameMerger.TypeOf(kind) == NameType.Organisation && NameJoins.IsOrdinal(words, part.First)) bodies.TryAdd(words.Lower(part.First), kind);
        AddRegiments(words, bodies);
        if (bodies.Count == 0) return;
        for (var n = 0; n < named.Count; n++)
            if (named[n].Part is { Length: 1 } alone && bodies.TryGetValue(words.Lower(alone.First), out var body)) named[n] = (alone, body, ByPage);
        for (var i = 1; i < words.Count; i++)
        {
            if (taken[i] || !words.Is(i - 1, "the") || !bodies.TryGetValue(words.Lower(i), out var kind)) continue;
            var after = i + 1 < words.Count && words.SentenceOf(i + 1) == words.SentenceOf(i) ? i + 1 : -1;
            if (after < 0 || !(words.Tag(after) is "NOUN" or "PROPN" or "ADJ" or "NUM" || words.Is(after, "of") || words.Is(after, "-") || words.Is(after, "to"))) named.Add((new NamePart(i, i + 1, null, null), kind, ByPage));
        }
    }

    /// <summary>"The 47th was formed": on a page of regiments, an ordinal that does something again and again is one.</summary>
    private static void AddRegiments(Words words, Dictionary<string, EntityKind> bodies)
    {
        var forces = 0;
        var acts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
        {
            if (words.Lower(i) is "regiment" or "brigade" or "battalion" or "division" or "corps" or "squadron" or "infantry" or "cavalry") forces++;
            if (words.Is(i - 1, "the") && NameJoins.IsOrdinal(words, i) && words.Analysis.Tokens[i].Relation is "nsubj" or "nsubj:pass") acts[words.Lower(i)] = acts.GetValueOrDefault(words.Lower(i)) + 1;
        }

        if (forces < Enough) return;
        foreach (var (ordinal, count) in acts)
            if (count >= Enough) bodies.TryAdd(ordinal, EntityKind.ArmedForce);
    }

    /// <summary>A capital, and nothing more known: by its shape alone, or because it stood so before on the page.</summary>
    private static bool IsOpen(NamePart part, EntityKind kind, string rule) => kind == EntityKind.Other && part.Known is null && rule is "name.shape" or "name.page";

    /// <summary>A person by the tagger, a first name or the shape alone: what persons and places are called is much alike in languages of which little is known.</summary>
    private static bool IsUnsurePerson(Words words, NamePart part, EntityKind kind, string rule, HashSet<string> sure) =>
        kind == EntityKind.Person && (rule is "name.model" or "name.shape" or "name.first-name" || (rule == "name.page" && !sure.Contains(words.Lower(part.End - 1))));

    private static bool IsUnsurePlace(EntityKind kind, string rule) => kind == EntityKind.Place && rule is ("name.model" or "name.in");

    /// <summary>What the page tells outright of a name somewhere: a thing that it calls nothing else, a house that was founded (its founder may be so called, too), a railway that says something.</summary>
    private static Dictionary<string, EntityKind> Told(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        var told = new Dictionary<string, EntityKind>(StringComparer.Ordinal);
        foreach (var (part, kind, rule) in named)
        {
            var text = part.Text(words);
            if (rule == "name.called" && kind == EntityKind.Other && !named.Exists(n => n.Rule == "name.called" && n.Kind != kind && n.Part.Text(words) == text)) told.TryAdd(text, kind);
            else if ((part.Length == 1 && kind != EntityKind.Place && NameCalls.IsFounded(words, part)) || (rule == "name.head" && kind == EntityKind.Organisation && NameKinds.IsRailway(words, part))) told.TryAdd(text, EntityKind.Organisation);
        }

        return told;
    }

    /// <summary>Whether what is told elsewhere on the page says more of this name than its own place.</summary>
    private static bool Yields(Words words, NamePart part, EntityKind kind, string rule, EntityKind told)
    {
        if (told == EntityKind.Other) return rule is "name.page" or "name.model" or "name.shape" or "name.in";
        if (kind == EntityKind.Facility) return rule == "name.head";
        return part.Length == 1 && kind == EntityKind.Person && rule is "name.page" or "name.model" or "name.shape" && !(part.End < words.Count && words.Lower(part.End) is "family" or "brothers" or "dynasty");
    }

    /// <summary>The words of persons whose names tell that they are.</summary>
    private static HashSet<string> SurePersons(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        var sure = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (part, kind, rule) in named)
            if (kind == EntityKind.Person && rule is not ("name.model" or "name.shape" or "name.page")) for (var i = part.First; i < part.End; i++) sure.Add(words.Lower(i));
        return sure;
    }

    /// <summary>Names of one word, and the given and last words of persons, with the kind that most of them have.</summary>
    private static Dictionary<string, EntityKind> Known(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        var counts = new Dictionary<string, Dictionary<EntityKind, int>>(StringComparer.Ordinal);
        foreach (var (part, kind, _) in named)
        {
            if (kind is EntityKind.Other or EntityKind.Demonym) continue;
            if (part.Length == 1) Count(part.First, kind, 2);
            if (kind == EntityKind.Place && part.Length > 2 && ArabicNames.IsArticle(words.Lower(part.First + 1))) Count(part.First, kind, 1);
            if (kind != EntityKind.Person || part.Length is < 2 or > 4) continue;
            Count(part.First, kind, 1);
            Count(part.End - 1, kind, 2);
        }

        return Best(counts, 1);

        void Count(int token, EntityKind kind, int weight)
        {
            var word = words.Span(token).Slice(words.Text);
            if (word.Length < ShortestWord || !words.IsCapital(token) || WordClasses.Of(words.Lower(token)) != WordClass.None || WordClasses.TitleKind(words.Lower(token)) is not null || IsCalendar(words.Lower(token))) return;
            Vote(counts, word, kind, weight);
        }
    }

    /// <summary>Kinds by the words beside every place of a name: who says and does is a person, what one is in a place, what has an article or is all capitals a body.</summary>
    private static Dictionary<string, EntityKind> Votes(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named, HashSet<string> sure)
    {
        var counts = new Dictionary<string, Dictionary<EntityKind, int>>(StringComparer.Ordinal);
        foreach (var (part, kind, rule) in named)
        {
            var text = part.Text(words);
            if (kind == EntityKind.Place) Vote(counts, text, kind, rule == "name.model" ? 1 : Enough);
            if (IsUnsurePlace(kind, rule) && NameCalls.KindOf(words, part) is EntityKind.Organisation and var body) Vote(counts, text, body, 2 * Enough);
            if (!IsOpen(part, kind, rule) && !IsUnsurePerson(words, part, kind, rule, sure)) continue;
            Vote(counts, text, EntityKind.Other, 0);
            if (NameCalls.KindOf(words, part) is { } called) Vote(counts, text, called, 2 * Enough);
            if (rule == "name.first-name") continue;
            if (FollowsPlace(words, part, named)) Vote(counts, text, EntityKind.Place, Enough);
            var before = part.First > 0 && words.SentenceOf(part.First - 1) == words.SentenceOf(part.First) ? words.Lower(part.First - 1) : "";
            var after = part.End < words.Count && words.SentenceOf(part.End) == words.SentenceOf(part.First) ? part.End : -1;
            var last = words.Lower(part.End - 1);
            var isBody = WordClasses.IsHead(last, "org") || WordClasses.IsHead(last, "body");
            var isShort = part.Length == 1 && text.Length is > 1 and < 7 && !text.Any(char.IsLower);
            var possesses = after >= 0 && words.Is(after, "'s");
            var modifies = after >= 0 && words.Tag(after) is "NOUN" or "PROPN" or "ADJ";
            var top = words.Subtrees.Top(new TokenRange(part.First, part.End));
            var head = words.Subtrees.Head(top);
            var acts = words.Subtrees.Relation(top) is "nsubj" && head >= 0 && words.Tag(head) == "VERB";
            if (isShort && (acts || possesses || before is "the" or "of" or "by" or "at" or "for" or "with" && !modifies)) Vote(counts, text, EntityKind.Organisation, 1);
            if (isBody && before is "the" && !modifies) Vote(counts, text, EntityKind.Organisation, 1);
            if (isBody || isShort || words.Tag(part.End - 1) == "NOUN") continue;
            if (before is "in" or "near" or "across" or "outside" or "throughout" && !possesses && !modifies) Vote(counts, text, EntityKind.Place, 2);
            if (before is "to" or "from" or "around" or "towards" or "toward" or "at" && !possesses) Vote(counts, text, EntityKind.Place, 1);
            if (acts && !modifies && before is not ("the" or "a" or "an")) Vote(counts, text, EntityKind.Person, Cues.IsSpeaking(words.Lower(head)) ? 2 : 1);
        }

        return Best(counts, Enough);
    }

    /// <summary>"in Ulm, Tamsin": behind a place and a comma.</summary>
    private static bool FollowsPlace(Words words, NamePart part, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        if (part.First < 2 || !words.Is(part.First - 1, ",") || (part.End < words.Count && words.SentenceOf(part.End) == words.SentenceOf(part.First) && !words.IsMark(part.End))) return false;
        return named.Exists(n => n.Part.End == part.First - 1 && n is { Kind: EntityKind.Place, Rule: "name.lexicon" or "name.in" } && words.SentenceOf(n.Part.First) == words.SentenceOf(part.First));
    }

    private static void Vote(Dictionary<string, Dictionary<EntityKind, int>> counts, string name, EntityKind kind, int weight)
    {
        if (!counts.TryGetValue(name, out var kinds)) counts[name] = kinds = [];
        kinds[kind] = kinds.GetValueOrDefault(kind) + weight;
    }

    private static Dictionary<string, EntityKind> Best(Dictionary<string, Dictionary<EntityKind, int>> counts, int least)
    {
        var best = new Dictionary<string, EntityKind>(counts.Count, StringComparer.Ordinal);
        foreach (var (name, kinds) in counts)
        {
            var ranked = kinds.OrderByDescending(k => k.Value).ThenBy(k => k.Key).ToList();
            if (ranked[0].Value >= least && (least == 1 || ranked.Count == 1 || ranked[0].Value - ranked[1].Value >= least)) best[name] = ranked[0].Key;
        }

        return best;
    }

    private static bool IsCalendar(string lower) => TimeWordsOfCalendar.Contains(lower);

    private static readonly HashSet<string> TimeWordsOfCalendar = new(StringComparer.Ordinal) { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" };

    /// <summary>No other capital beside it: "Lune Street" is not Ada Lune.</summary>
    private static bool StandsAlone(Words words, bool[] taken, int i)
    {
        var after = i + 1 < words.Count && words.SentenceOf(i + 1) == words.SentenceOf(i) && words.IsCapital(i + 1) && !taken[i + 1];
        var before = i > 0 && words.SentenceOf(i - 1) == words.SentenceOf(i) && words.IsCapital(i - 1) && !taken[i - 1] && !words.IsOpeningOfSentence(i - 1);
        return !after && !before && !NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(i)]);
    }
}
