using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>
/// Narrows the days of a story's undated pages by its other pages: shared text, quotations, likeness, and what two pages date each by its own words.
/// Every clue is of one page or of two, and clues are only ever intersected: so a further page can only narrow, unless it contradicts, which is remarked.
/// </summary>
internal sealed class StoryDating
{
    /// <summary>What two pages date is compared pair by pair: with the first so many pages of a story, in the order in which they came.</summary>
    private const int MostPages = 200;

    /// <summary>Each round can only narrow; few rounds settle any story that people hold.</summary>
    private const int Rounds = 5;

    private readonly Dictionary<ArticleId, CandidateDays> candidates = [];
    private readonly List<Dates> pages;

    private StoryDating(IReadOnlyList<AnnotatedArticle> pages, ImmutableArray<Copy> copies)
    {
        var neighbours = new NeighbourClues(pages, copies);
        var quotations = new QuotationClues(pages);
        foreach (var page in pages.Where(p => !PublicationDater.IsStated(p.Article)))
        {
            var days = CandidateDays.Of([.. PageClues.Of(page), .. neighbours.Of(page.Article), .. quotations.Of(page.Article)]);
            if (days.IsBounded) candidates[page.Article.Id] = days;
        }

        this.pages = [.. pages.Take(MostPages).Concat(pages.Skip(MostPages).Where(p => candidates.ContainsKey(p.Article.Id))).Select(p => new Dates(p.Article, Telling.Of(p), Happening.Of(p), DayCount.Of(p.Article)))];
    }

    /// <summary>What a page dates by its own words.</summary>
    private sealed record Dates(Article Article, ImmutableArray<Telling> Tellings, ImmutableArray<Happening> Happenings, ImmutableArray<DayCount> Counts);

    /// <param name="pages">Of one story, in the order in which they came.</param>
    /// <returns>The days of the undated pages of which any could be told.</returns>
    public static IReadOnlyDictionary<ArticleId, CandidateDays> Narrow(IReadOnlyList<AnnotatedArticle> pages, ImmutableArray<Copy> copies)
    {
        var dating = new StoryDating(pages, copies);
        for (var round = 0; round < Rounds && dating.Compare(); round++)
        {
        }

        dating.Doubt();
        return dating.candidates;
    }

    /// <summary>What rests on a page whose date is contradicted moves with it, so it is remarked, too.</summary>
    private void Doubt()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var days in candidates.Values.Where(d => !d.IsContradicted))
            {
                if (days.Steps.FirstOrDefault(s => s.Holds && s.Other is { } other && candidates.TryGetValue(other, out var on) && on.IsContradicted) is not { Other: { } doubtful }) continue;
                days.Doubtful = pages.First(p => p.Article.Id == doubtful).Article.Page;
                changed = true;
            }
        }
    }

    private bool Compare()
    {
        var changed = false;
        foreach (var page in pages)
        {
            if (!candidates.TryGetValue(page.Article.Id, out var days)) continue;
            var others = pages.Take(MostPages).Where(o => o.Article.Id != page.Article.Id).ToList();
            foreach (var clue in page.Tellings.SelectMany(t => SameStatement(t, others)).Concat(others.SelectMany(o => Shared(page, o))).OrderBy(c => c.Kind)) changed |= days.Choose(clue);
        }

        return changed;
    }

    /// <summary>Only those days stay on which both pages mean the same day; where dated pages let the same speaker speak so in different weeks, it is not told which is meant.</summary>
    private IEnumerable<DateClue> SameStatement(Telling mine, List<Dates> others)
    {
        var same = others.SelectMany(o => o.Tellings.Where(mine.IsSameAs).Select(t => (Other: o.Article, Theirs: t, Days: DaysOf(o.Article)?.Select(t.Day).OfType<DateOnly>().ToHashSet()))).Where(s => s.Days is { Count: > 0 }).ToList();
        var open = same.Where(s => PublicationDater.IsStated(s.Other) && s.Days!.Count == 1).Select(s => s.Days!.First()).Distinct().Count() > 1;
        foreach (var (other, theirs, named) in same)
            yield return DateClue.On(DateEvidence.SameStatement, day => mine.Day(day) is { } told && named!.Contains(told), "", $"'{mine.Words}' here and '{theirs.Words}' in '{other.Page}' date the same words of {mine.Speaker}", other.Id) with { Overruled = open };
    }

    /// <summary>The clues of events and counts that both pages have: only those days stay on which both mean the same.</summary>
    private IEnumerable<DateClue> Shared(Dates page, Dates other)
    {
        if (DaysOf(other.Article) is not { } otherDays) yield break;
        foreach (var mine in page.Happenings)
            foreach (var theirs in other.Happenings.Where(mine.IsSameAs))
            {
                var named = otherDays.Select(theirs.On).OfType<(DateOnly From, DateOnly To)>().Distinct().ToList();
                yield return DateClue.On(DateEvidence.SameEvent, day => mine.On(day) is { } on && named.Any(n => n.From <= on.To && n.To >= on.From), "", $"'{mine.Words}' here and '{theirs.Words}' in '{other.Article.Page}' date the same event", other.Article.Id);
            }

        foreach (var mine in page.Counts)
            foreach (var theirs in other.Counts.Where(mine.IsSameAs))
            {
                var (first, last) = (otherDays[0], otherDays[^1]);
                var on = mine.Number - theirs.Number;
                yield return DateClue.On(DateEvidence.DayCount, day => day.DayNumber - first.DayNumber - on >= -DatingHabits.DaysOfCount && day.DayNumber - last.DayNumber - on <= DatingHabits.DaysOfCount, $"'{mine.Words}'", $"here and '{theirs.Words}' in '{other.Article.Page}' count the same days", other.Article.Id);
            }
    }

    private List<DateOnly>? DaysOf(Article article)
    {
        if (candidates.TryGetValue(article.Id, out var days)) return days.Days;
        if (article.Published is not { From: { } from, To: { } to } || to.DayNumber - from.DayNumber > CandidateDays.Widest) return null;
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }
}
