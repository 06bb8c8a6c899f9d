namespace Dateline.Annotation;

/// <summary>What the whole page says of a name that its own place does not tell: a name is of one kind on a page, wherever it stands again, whole or, for a person, by surname or given name; and for names of which no rule knew the kind, the words beside all their places vote, against a person whom the tagger alone saw, too.</summary>
internal static class NameEchoes
{
    private const string ByPage = "name.echo";
    private const string ByVotes = "name.votes";
    private const int ShortestWord = 3; // letters; shorter ones are too often something else

    /// <summary>So many votes settle a kind, and so many more than for any other kind.</summary>
    private const int Enough = 2;

    private const int Near = 8; // words behind a name or a verb in which it is said what it is

    /// <summary>Adds the repetitions to the names found, in text order, and settles kinds that were open.</summary>
    public static void Add(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        if (named.Count == 0) return;
        var known = Known(words, named);
        var voted = Votes(words, named);
        var taken = new bool[words.Count];
        for (var n = 0; n < named.Count; n++)
        {
            var (part, kind, rule) = named[n];
            Array.Fill(taken, true, part.First, part.Length);
            var text = part.Text(words);
            if (rule == "name.model" && part.Length == 1 && known.TryGetValue(text, out var usual) && usual != kind) named[n] = (part, usual, ByPage);
            if (IsUnsurePerson(kind, rule) && voted.TryGetValue(text, out var better) && better != kind) named[n] = (part, better, ByVotes);
            if (!IsOpen(part, kind, rule)) continue;
            if (known.TryGetValue(text, out var echo)) named[n] = (part, echo, ByPage);
            else if (voted.TryGetValue(text, out var vote) && vote != EntityKind.Organisation) named[n] = (part, vote, ByVotes); // of bodies that the tagger did not see, 4 of 47 were one
        }

        var count = named.Count; // persons are not added: where neither rules nor tagger saw a name, 5 of 88 were one
        for (var i = 0; i < words.Count; i++)
            if (!taken[i] && words.IsCapital(i) && known.TryGetValue(words.Span(i).Slice(words.Text), out var kind) && kind != EntityKind.Person && StandsAlone(words, taken, i)) named.Add((new NamePart(i, i + 1, null, null), kind, ByPage));
        if (named.Count > count) named.Sort((a, b) => a.Part.First.CompareTo(b.Part.First));
    }

    /// <summary>A capital, and nothing more known: by its shape alone, or because it stood so before on the page.</summary>
    private static bool IsOpen(NamePart part, EntityKind kind, string rule) => kind == EntityKind.Other && part.Known is null && rule is "name.shape" or "name.page";

    /// <summary>A person by the tagger, a first name or the shape alone: what persons and places are called is much alike in languages of which little is known.</summary>
    private static bool IsUnsurePerson(EntityKind kind, string rule) => kind == EntityKind.Person && rule is "name.model" or "name.shape" or "name.first-name";

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
    private static Dictionary<string, EntityKind> Votes(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> named)
    {
        var counts = new Dictionary<string, Dictionary<EntityKind, int>>(StringComparer.Ordinal);
        foreach (var (part, kind, rule) in named)
        {
            var text = part.Text(words);
            if (kind == EntityKind.Place) Vote(counts, text, kind, rule == "name.model" ? 1 : Enough);
            if (!IsOpen(part, kind, rule) && !IsUnsurePerson(kind, rule)) continue;
            Vote(counts, text, EntityKind.Other, 0);
            if (CalledBy(words, part) is { } called) Vote(counts, text, called, 2 * Enough);
            if (rule == "name.first-name") continue;
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

    /// <summary>What the page says that a name is: "the town of Tamsin", "Sonora Bell are a band", "Tamsin has become a ghost town", "Lune, a painter".</summary>
    private static EntityKind? CalledBy(Words words, NamePart part)
    {
        var tokens = words.Analysis.Tokens;
        if (part.First > 1 && words.Is(part.First - 1, "of") && words.SentenceOf(part.First - 2) == words.SentenceOf(part.First) && KindOf(part.First - 2) == EntityKind.Place) return EntityKind.Place;
        for (var i = part.First; i < part.End; i++)
        {
            var (head, relation) = (tokens[i].Head, tokens[i].Relation);
            if (relation != "nsubj" || head < part.End || head >= words.Count) continue;
            if ((tokens[head].Lemma is "become" or "remain" ? Below(head, "xcomp") ?? Below(head, "obj") : KindOf(head)) is { } told) return told;
        }

        return Below(part.End - 1, "appos") ?? Below(part.First, "appos");

        EntityKind? Below(int head, string relation)
        {
            for (var k = head + 1; k < Math.Min(words.Count, head + Near); k++)
                if (tokens[k].Head == head && tokens[k].Relation == relation) return KindOf(k);
            return null;
        }

        EntityKind? KindOf(int token)
        {
            if (words.Tag(token) != "NOUN" || words.IsCapital(token)) return null;
            var lemma = tokens[token].Lemma;
            if (WordClasses.IsHead(lemma, "place") || lemma is "capital" or "settlement" or "enclave" or "neighbourhood" or "neighborhood" or "port") return EntityKind.Place;
            if (WordClasses.IsHead(lemma, "org")) return EntityKind.Organisation;
            return WordClasses.TitleKind(lemma) is not null ? EntityKind.Person : null;
        }
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
