using System.Collections.Immutable;
using Dateline.Decisions;

namespace Dateline.Tracks;

/// <summary>The claims of each story, sorted into the questions they answer, with what changed.</summary>
internal static class Follower
{
    private const int Earlier = 180; // days before a story's first page: an event of its own

    private const int Lately = 31; // the same where the story has counts of its own days, too

    public static ImmutableArray<Track> Follow(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies, ImmutableArray<Origin> origins, ImmutableArray<Decision> decisions)
    {
        var decided = new DecidedTracks(decisions);
        var byId = history.ToDictionary(a => a.Article.Id);
        var arrival = history.Select((a, i) => (a.Article.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var originOf = origins.SelectMany(o => o.Articles.Select(a => (a, o))).GroupBy(p => p.a).ToDictionary(g => g.Key, g => g.First().o);
        var tracks = ImmutableArray.CreateBuilder<Track>();
        foreach (var story in stories)
        {
            var members = story.Articles.ToHashSet();
            var shared = copies.Where(c => members.Contains(c.A) && members.Contains(c.B)).ToImmutableArray();
            var articles = story.Articles.Where(byId.ContainsKey).Select(id => byId[id]).ToList();
            var cast = new Cast(articles);
            var claims = articles.SelectMany(a => ClaimFinder.Find(a)).ToList();
            var counted = claims.Where(c => c.Amount is not null && !IsBefore(c, story, Lately)).Select(c => c.Aspect.Name).ToHashSet(StringComparer.Ordinal);
            var sorted = decided.Regroup(TrackBuilder.Group(claims.Where(c => !IsPast(c, story, counted)).Select(c => c with { Holder = cast.Holder(c.Holder) }), cast));
            var stages = StagesOf(sorted);
            var groups = sorted.Select(g => Order(Distinct(g, decided), stages)).Where(g => IsTrack(g) || (g.Count > 1 && decided.IsDecided(g))).ToList();
            groups.RemoveAll(g => IsCountedElsewhere(g, groups) && !decided.IsDecided(g));
            tracks.AddRange(Unique(groups
                .Select(g => (Track: decided.Finish(ToTrack(story, g, shared, originOf, arrival)), Claims: g))
                .OrderByDescending(t => Salience.Of(t.Track, t.Claims, story)).ThenBy(t => t.Track.Id.Value, StringComparer.Ordinal)
                .Select(t => t.Track)));
        }

        return tracks.ToImmutable();
    }

    /// <summary>"The quake of 2009 that killed more than 300": a number of another event, told by the way.</summary>
    /// <param name="counted">The aspects of which the story has numbers of its own days.</param>
    private static bool IsPast(Claim claim, Story story, HashSet<string> counted) =>
        claim.Amount is not null && claim.Aspect.Name is "deaths" or "injuries" or "missing" or "rescue" or "damage" or "custody" or "displacement" && IsBefore(claim, story, counted.Contains(claim.Aspect.Name) ? Lately : Earlier);

    private static bool IsBefore(Claim claim, Story story, int days) => claim.Time.To is { } then && story.First.From is { } first && then.DayNumber < first.DayNumber - days;

    /// <summary>Two questions may begin with one clause: the less salient one gets "-2" behind its id.</summary>
    private static IEnumerable<Track> Unique(IEnumerable<Track> tracks)
    {
        var seen = new Dictionary<TrackId, int>();
        foreach (var track in tracks)
        {
            var count = seen[track.Id] = seen.GetValueOrDefault(track.Id) + 1;
            yield return count == 1 ? track : track with { Id = new TrackId($"{track.Id}-{count}") };
        }
    }

    /// <summary>A question is worth a track when two pages answer it. That people died is told by their number; without one it needs two answers that differ.</summary>
    private static bool IsTrack(List<Claim> claims) =>
        claims.Count > 1 && !IsIdle(claims) && (claims[0].Amount is not null || !Question.Leading(claims).Asks || claims.Any(c => !c.Theme.IsUnknown))
        && (claims[0].Aspect.Kind != TrackKind.Blame || claims.Any(c => c.Agent is not null))
        && claims.Select(c => c.In.Article.Id).Distinct().Count() >= 2
        && (claims[0].Amount is not null || Question.Leading(claims).Name != "presence" || claims.Count(c => !c.Background) >= 2) // whether they are there, told twice and not by the way
        && (claims[0].Amount is not null || Question.Leading(claims).Kind != TrackKind.Quantity || claims.Select(c => c.Bare).Distinct(StringComparer.Ordinal).Count() > 1);

    /// <summary>"Have workers been taken?", where "How many workers have been taken?" is asked too and nobody says no.</summary>
    private static bool IsCountedElsewhere(List<Claim> claims, List<List<Claim>> groups) =>
        claims[0].Amount is null && Question.Leading(claims) is { IsCounted: true } aspect && claims.Select(c => c.Bare).Distinct(StringComparer.Ordinal).Count() == 1
        && groups.Exists(g => g[0].Amount is not null && Question.Leading(g).Name == aspect.Name && g.Exists(n => claims.Exists(c => n.Theme.Head is { } a && c.Theme.Head is { } b && HeadLexicon.Agree(a, b))));

    // how many people there are, and what some policemen do that no predicate knows, nobody asks
    private static bool IsIdle(List<Claim> claims) =>
        claims.All(c => c.Aspect == PredicateLexicon.Count) ? claims.All(c => c.Theme.Head is not { Parent: "force", Class: not "militant" })
        : claims[0].Aspect.Family is "arms" or "safety" && claims.Count(c => !c.Background) < 2;

    /// <summary>One entry for each answer of a sentence: "captured or killed" is one, and what a sentence tells by the way gives place to what it says.</summary>
    private static List<Claim> Distinct(List<Claim> claims, DecidedTracks decided) =>
        [.. claims.GroupBy(c => (c.In.Article.Id, c.Order))
            .SelectMany(g => g.Any(c => !c.Background) ? g.Where(c => !c.Background || c.Mood == Mood.Wanted || decided.IsPlaced(c)) : g)
            .GroupBy(c => (c.In.Article.Id, c.Order, c.Amount is null ? c.Bare : c.Value)).Select(g => g.OrderBy(c => c.Aspect.Name == "conduct").ThenByDescending(c => c.Quote.Length).ThenByDescending(c => c.Predicate.Start).First())
            .GroupBy(c => (c.In.Article.Id, c.Quote, c.Amount)).Select(g => g.OrderByDescending(c => c.Predicate.Start).First())];

    /// <summary>Which of the pages of one day knows more: a toll that is higher, or exact where the other page has only a bound, is the later one. Greater is later.</summary>
    private static Dictionary<ArticleId, int> StagesOf(IEnumerable<List<Claim>> groups)
    {
        var stages = new Dictionary<ArticleId, int>();
        foreach (var group in groups.Where(g => g[0].Aspect.Name is "deaths" or "injuries" && g.TrueForAll(c => c.Amount is not null)))
        {
            foreach (var day in group.Where(c => !c.Background && c.In.Article.Published.IsDay).GroupBy(c => c.In.Article.Published.From))
            {
                foreach (var (a, b) in day.SelectMany(_ => day, (a, b) => (a, b)).Where(p => p.a.In.Article.Id != p.b.In.Article.Id && IsSurpassed(p.a.Amount!, p.b.Amount!)))
                {
                    stages[a.In.Article.Id] = stages.GetValueOrDefault(a.In.Article.Id) - 1;
                    stages[b.In.Article.Id] = stages.GetValueOrDefault(b.In.Article.Id) + 1;
                }
            }
        }

        return stages;
    }

    private static bool IsSurpassed(Amount old, Amount now) => old.Comparator is not Comparator.Magnitude && now.Comparator is Comparator.Exact or Comparator.About && now.Value > old.Value;

    /// <summary>By the day a state holds, where it is told to the week; else, and for numbers always, by the day it was published: what is known grows with the pages.</summary>
    private static List<Claim> Order(List<Claim> claims, Dictionary<ArticleId, int> stages) =>
        [.. claims.OrderBy(c => DayOf(c) ?? DateOnly.MaxValue).ThenBy(c => c.In.Article.Published.Middle ?? DateOnly.MaxValue).ThenBy(c => stages.GetValueOrDefault(c.In.Article.Id)).ThenBy(c => c.In.Article.Page, StringComparer.Ordinal).ThenBy(c => c.Order).ThenBy(c => c.Quote)];

    private static DateOnly? DayOf(Claim claim) =>
        claim.Amount is null && claim.Time.Grain is DateGrain.Minute or DateGrain.Day or DateGrain.Week ? claim.Time.Middle : claim.In.Article.Published.Middle;

    private static Track ToTrack(Story story, List<Claim> claims, ImmutableArray<Copy> copies, Dictionary<ArticleId, Origin> originOf, Dictionary<ArticleId, int> arrival)
    {
        // "Gunmen" that begin a sentence are "gunmen": one answer, one spelling
        var spelling = claims.Select(c => c.Value).GroupBy(v => v, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        var entries = claims.Select(c => new Entry(
            c.In.Article.Id, c.Quote, c.Text, c.Holder, spelling[c.Value], c.Time, c.Statement.Said, c.In.Article.Published, c.Statement.Id, originOf.TryGetValue(c.In.Article.Id, out var origin) ? origin.Id : null)).ToImmutableArray();
        var (atLeast, atMost) = Roots.Count(entries);
        return new Track(
            Question.IdOf(story.Id, claims, arrival), story.Id, Question.Of(claims), claims[0].Amount is not null ? TrackKind.Quantity : Question.Leading(claims).Kind is var kind and not TrackKind.Quantity ? kind : TrackKind.State,
            atLeast, atMost, entries, ChangeFinder.Find(claims, (a, b) => SharesText(a, b, copies)));
    }

    private static bool SharesText(Claim a, Claim b, ImmutableArray<Copy> copies) => copies.Any(copy => copy.Passages.Any(p =>
        (copy.A == a.In.Article.Id && copy.B == b.In.Article.Id && p.A.Overlaps(a.Predicate) && p.B.Overlaps(b.Predicate))
        || (copy.B == a.In.Article.Id && copy.A == b.In.Article.Id && p.B.Overlaps(a.Predicate) && p.A.Overlaps(b.Predicate))));
}
