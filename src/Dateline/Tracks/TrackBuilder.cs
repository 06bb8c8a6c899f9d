using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>Sorts a story's claims into groups that answer one question: one family of aspects about one theme, and for numbers one order of size.</summary>
internal static class TrackBuilder
{
    /// <summary>Two numbers next to each other in size that lie further apart than this factor count different things (a day's dead, all the dead).</summary>
    private const decimal SizeFactor = 2.7m;

    private const decimal GrowthFactor = 6m; // how far a count may grow from one page to a later one

    private const int FarthestBack = 8; // sentences from "the violence" to those who suffered it

    private const int FewestPlaced = 3; // claims of one town before what is told of another is kept apart

    /// <param name="cast">Null where the pages are not at hand: then every name is its own.</param>
    public static List<List<Claim>> Group(IEnumerable<Claim> claims, Cast? cast = null)
    {
        var all = claims.Where(c => c.Aspect.Name != "office" || c.Theme.Kind != EntityKind.Person || cast is null || c.Theme.Entities.Any(cast.IsOfficial)).ToList();
        var groups = new List<List<Claim>>();
        foreach (var family in all.Where(c => c.Amount is null).GroupBy(c => c.Aspect.Family, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            groups.AddRange(ByTheme([.. family], cast, all));
        foreach (var counted in all.Where(c => c.Amount is not null).GroupBy(c => c.Aspect.Name is "count" or "presence" ? "deployment" : c.Aspect.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            groups.AddRange(ByTheme([.. counted], cast, all).SelectMany(BySize));
        return groups;
    }

    private static List<List<Claim>> ByTheme(List<Claim> claims, Cast? cast, List<Claim> all)
    {
        var keyed = PointBack([.. claims.Select(c => (Claim: c, Key: KeyOf(c, cast)))], cast, all);
        var named = keyed.Where(k => k.Key.Length > 0).GroupBy(k => k.Key, StringComparer.Ordinal).Select(g => (g.Key, Claims: g.Select(k => k.Claim).ToList())).ToList();
        var groups = named.SelectMany(g => g.Key.StartsWith("force", StringComparison.Ordinal) ? ByNation(g.Claims) : [g.Claims]).ToList();
        // what names no theme is about what the story is about
        var rest = keyed.Where(k => k.Key.Length == 0).Select(k => k.Claim).ToList();
        if (rest.Count > 0)
        {
            var greatest = groups.Where(g => !Excludes(g, rest[0])).OrderByDescending(g => g.Count).FirstOrDefault();
            if (greatest is null) groups.Add(rest);
            else
            {
                greatest.AddRange(rest.Where(r => !Excludes(greatest, r)));
                if (rest.Where(r => Excludes(greatest, r)).ToList() is { Count: > 0 } others) groups.Add(others);
            }
        }

        return [.. groups.SelectMany(ByPlace).Select(Asked)];
    }

    /// <summary>"The violence", "the deaths": of those whom the article told of just before. Who did a thing that names nobody and points at nothing answers no question.</summary>
    private static List<(Claim Claim, string Key)> PointBack(List<(Claim Claim, string Key)> claims, Cast? cast, List<Claim> all)
    {
        if (claims[0].Claim.Aspect.Kind != TrackKind.Blame) return claims;
        var told = all.Where(c => c.Aspect.Name is "attack" or "killers" or "violence" or "deaths").Select(c => (Claim: c, Key: KeyOf(c, cast))).Where(c => c.Key.Length > 0).ToLookup(c => c.Claim.In.Article.Id);
        return [.. claims.Select(c => c.Key.Length > 0 || !IsViolence(c.Claim.Theme) ? c : (c.Claim, Key: told[c.Claim.In.Article.Id]
                .Where(t => t.Claim.Order <= c.Claim.Order && c.Claim.Order - t.Claim.Order <= FarthestBack)
                .OrderByDescending(t => t.Claim.Order).ThenByDescending(t => t.Claim.Predicate.Start).Select(t => t.Key).FirstOrDefault() ?? ""))
            .Where(c => c.Key.Length > 0 || c.Claim.Theme.Label.Length > 0 || c.Claim.Aspect.Name == "blame")
            // "the officers shot while ...": those who are told of without whom they shot are those who were shot
            .Where(c => !c.Claim.Theme.IsUnknown || c.Claim.Agent?.Head is not { } doer || c.Key != (doer.Parent == "force" ? "force " : "class ") + HeadLexicon.KinOf(doer))];
    }

    private static bool IsViolence(Theme theme) => theme.IsUnknown || theme.Head?.Class == "violence" || LastWord(theme.Label) is "death";

    // whether troops are there is not answered by all that they do
    private static List<Claim> Asked(List<Claim> group) =>
        Question.Leading(group).Name == "presence" ? [.. group.Where(c => c.Aspect.Name != "conduct" || !c.Background)] : group;

    // those whom a force kills are not its own
    private static bool Excludes(List<Claim> group, Claim claim) =>
        claim.Agent?.Head is { } killer && group.Any(g => g.Theme.Head is { Parent: "force" } victim && HeadLexicon.Agree(victim, killer));

    /// <summary>What a theme shares with the themes that it may be: the person, the class of its head, the head itself. Empty for "it", "the violence".</summary>
    private static string KeyOf(Claim claim, Cast? cast)
    {
        var theme = claim.Theme;
        if (claim.Aspect.Kind == TrackKind.Blame && IsViolence(theme)) return "";
        if (theme.IsUnknown || theme.Head?.Parent == "event") return theme.Label.Length == 0 ? "" : claim.Aspect.Family == "stance" ? "event " + LastWord(theme.Label) : claim.Aspect.Family == "confirmation" ? "event " + theme.Head!.Class : "";
        if (theme.Kind == EntityKind.Person && theme.Entities.Length > 0) return "name " + (cast?.Person(theme.Entities[^1]) ?? theme.Entities[^1]);
        if (claim.Aspect.Family == "stance" && theme.Entities.Any(IsAssembly)) return "class resolution";
        if (theme.Head is { Class: "official" } && cast?.Bearer(LastWord(theme.Label), theme.Entities) is { } bearer) return "name " + bearer;
        if (theme.Head is { } head)
        {
            var kin = HeadLexicon.KinOf(head);
            return head.Parent switch
            {
                "force" when claim.Amount is null || head.Class != "armour" => "force " + (kin == "armour" ? "troop" : kin),
                "thing" when head.Class is "network" || (head.Class == "service" && theme.Label.Split(' ').Any(w => HeadLexicon.Of(w.ToLowerInvariant()) is { Class: "network" })) => "class network", // "internet connections", "cell phone service"
                "thing" when head.Class is "measure" or "proposal" or "service" => "word " + LastWord(theme.Label),
                "place" => claim.Aspect.Family is "control" or "force" or "blame" && claim.Amount is null ? "" : "word " + LastWord(theme.Label), // "the town", "its territory": the one that the story is about
                "official" when theme.Entities.Length > 0 => "name " + theme.Entities[0],
                "official" when head.Class == "official" && !theme.Plural => "", // "the leader": whoever the story is about
                _ when claim.Amount is not null && head.Class == "armour" => "class armour",
                _ => "class " + kin,
            };
        }

        return theme.Entities.Length > 0 ? "name " + Bare(theme.Entities[0]) : "word " + LastWord(theme.Label);
    }

    /// <summary>Soldiers of two nations are two themes; those of none are the story's own.</summary>
    private static IEnumerable<List<Claim>> ByNation(List<Claim> claims)
    {
        var nations = claims.SelectMany(c => c.Theme.Entities.Where(IsCountry)).GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (nations.Count == 0) return [claims];
        return claims.GroupBy(c => nations.FirstOrDefault(n => c.Theme.Entities.Contains(n, StringComparer.Ordinal)) ?? nations[0], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList());
    }

    /// <summary>What forces do in one town, apart from what they do in others.</summary>
    private static IEnumerable<List<Claim>> ByPlace(List<Claim> claims)
    {
        if (claims[0].Aspect.Family != "force") return [claims];
        var main = claims.SelectMany(c => Towns(c)).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() >= FewestPlaced).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        if (main is null) return [claims];
        return claims.GroupBy(c => Towns(c).ToList() is { Count: > 0 } towns && !towns.Contains(main)).OrderBy(g => g.Key).Select(g => g.ToList());
    }

    private static IEnumerable<string> Towns(Claim claim) => claim.Places.Where(p => !IsCountry(p));

    private static bool IsCountry(string place) => Gazetteer.Find(place) is { Kind: EntityKind.Place } known && known.Name == known.Country;

    private static bool IsAssembly(string name) => name[(name.LastIndexOf(' ') + 1)..] is "Council" or "Congress" or "Parliament" or "Senate" or "House" or "Assembly" or "Commons" or "Knesset" or "Duma" or "Bundestag";

    /// <summary>Numbers in order of size, cut where the next is far greater; words for a size join the greatest group that they allow.</summary>
    private static List<List<Claim>> BySize(List<Claim> claims)
    {
        var groups = new List<List<Claim>>();
        foreach (var claim in claims.Where(c => c.Amount!.Comparator != Comparator.Magnitude).OrderBy(c => c.Amount!.Value))
        {
            if (groups.Count > 0 && claim.Amount!.Value <= groups[^1][^1].Amount!.Value * SizeFactor) groups[^1].Add(claim);
            else groups.Add([claim]);
        }

        // 8 injured and three days later 31: one page each is no second count
        for (var i = groups.Count - 1; i > 0; i--)
        {
            var (less, more) = (groups[i - 1], groups[i]);
            if (less[0].Aspect.Name is "count" or "deployment" or "presence" || (Pages(less) > 1 && Pages(more) > 1) || more[0].Amount!.Value > less[^1].Amount!.Value * GrowthFactor || !less.All(a => more.All(b => IsEarlier(a, b)))) continue;
            less.AddRange(more);
            groups.RemoveAt(i);
        }

        var exact = groups.ToList();
        foreach (var word in claims.Where(c => c.Amount!.Comparator == Comparator.Magnitude))
        {
            var fits = exact.Where(g => g.Any(c => c.Amount!.Value >= word.Amount!.Value && c.Amount.Value < word.Amount.Value * 100)).OrderByDescending(g => g.Count).FirstOrDefault()
                ?? groups.FirstOrDefault(g => g[0].Amount is { Comparator: Comparator.Magnitude } other && other.Value == word.Amount!.Value);
            if (fits is null) groups.Add([word]);
            else fits.Add(word);
        }

        return groups;
    }

    private static int Pages(List<Claim> claims) => claims.Select(c => c.In.Article.Id).Distinct().Count();

    private static bool IsEarlier(Claim a, Claim b) => a.In.Article.Published is { IsDay: true, From: { } first } && b.In.Article.Published is { IsDay: true, From: { } then } && first < then;

    // "Canal Square" is "Canal" for short
    private static string Bare(string name) => name.LastIndexOf(' ') is > 0 and var cut && name[(cut + 1)..] is "Square" or "City" or "Province" or "District" or "Street" or "Bridge" or "Airport" ? name[..name.LastIndexOf(' ')] : name;

    private static string LastWord(string label)
    {
        var word = label[(label.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return word.EndsWith('s') && word.Length > 3 && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }
}
