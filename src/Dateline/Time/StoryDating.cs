using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>Narrows the days of a story's undated pages by its other pages: shared text, and statements that two pages date by weekday words.</summary>
internal sealed class StoryDating
{
    /// <summary>Pages are compared pair by pair: a story of more pages than this is dated by shared text and own words only.</summary>
    private const int MostPages = 60;

    /// <summary>Each round can only narrow; few rounds settle any story that people hold.</summary>
    private const int Rounds = 5;

    private readonly Dictionary<ArticleId, CandidateDays> candidates = [];
    private readonly IReadOnlyList<AnnotatedArticle> pages;
    private readonly ImmutableArray<Copy> copies;

    private StoryDating(IReadOnlyList<AnnotatedArticle> pages, ImmutableArray<Copy> copies)
    {
        this.pages = pages;
        this.copies = copies;
    }

    /// <summary>The new dates of the pages whose days could be told or narrowed.</summary>
    public static IEnumerable<(ArticleId Id, UncertainDate Date)> Narrow(IReadOnlyList<AnnotatedArticle> pages, ImmutableArray<Copy> copies)
    {
        var dating = new StoryDating(pages, copies);
        foreach (var page in pages.Where(p => !PublicationDater.IsStated(p.Article))) dating.Open(page);
        if (pages.Count <= MostPages)
        {
            dating.CompareTellings();
            dating.CompareHappenings();
        }

        foreach (var page in pages)
        {
            if (!dating.candidates.TryGetValue(page.Article.Id, out var days)) continue;
            var before = page.Article.Published;
            if (!before.IsKnown || before.From < days.Days[0] || before.To > days.Days[^1]) yield return (page.Article.Id, days.ToDate(DateAnchor.Story));
        }
    }

    /// <summary>The days that the page's own words and the dated pages around it leave.</summary>
    private void Open(AnnotatedArticle page)
    {
        var clues = PageClues.Of(page);
        var around = Around(page.Article);
        CandidateDays days;
        if (clues.Window is { } window)
        {
            days = new CandidateDays(window.From, window.To, window.Reason);
            days.ApplyAll(clues.Clues);
            if (around is { } near) days.Apply(new DateClue(d => d >= near.From && d <= near.To, "", near.Reason));
        }
        else if (around is { } near)
        {
            days = new CandidateDays(near.From, near.To, near.Reason);
            days.ApplyAll(clues.Clues);
        }
        else
        {
            return;
        }

        candidates[page.Article.Id] = days;
    }

    /// <summary>The days near the dated pages with which it shares text; without such, near any dated page of the story.</summary>
    private (DateOnly From, DateOnly To, string Reason)? Around(Article article)
    {
        var partners = copies.Where(c => c.A == article.Id || c.B == article.Id).Select(c => c.A == article.Id ? c.B : c.A).ToHashSet();
        var stated = pages.Select(p => p.Article).Where(a => PublicationDater.IsStated(a) && a.Published is { From: not null, To: not null }).ToList();
        var near = stated.Where(a => partners.Contains(a.Id)).ToList();
        if (near.Count > 0)
        {
            // within the habit of every dated page that shares its text, as long as these allow a day together
            var from = Moved(near.Max(a => a.Published.From!.Value), -DatingHabits.DaysFromCopy);
            var to = Moved(near.Min(a => a.Published.To!.Value), DatingHabits.DaysFromCopy);
            if (from <= to) return (from, to, $"shares text with {string.Join(", ", near.Select(Name))}; such pages lie within {DatingHabits.DaysFromCopy} days of each other");
        }

        if (stated.Count == 0) return null;
        var first = Moved(stated.Min(a => a.Published.From!.Value), -DatingHabits.DaysFromStory);
        var last = Moved(stated.Max(a => a.Published.To!.Value), DatingHabits.DaysFromStory);
        if (last.DayNumber - first.DayNumber > CandidateDays.Widest) return null;
        return (first, last, $"of one story with {string.Join(", ", stated.Take(3).Select(Name))}; its pages lie within {DatingHabits.DaysFromStory} days of the dated ones");
    }

    /// <summary>Stops at the ends of the calendar: pages are said to be of the year 1 and of the year 9999.</summary>
    private static DateOnly Moved(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber - 1));

    private static string Name(Article article) => $"'{article.Page}' of {article.Published}";

    /// <summary>Where two pages date the same statement by weekday words, only the days stay on which both mean the same day.</summary>
    private void CompareTellings()
    {
        var tellings = pages.Select(p => (Page: p, Tellings: Telling.Of(p))).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            foreach (var (page, own) in tellings)
            {
                if (!candidates.TryGetValue(page.Article.Id, out var days)) continue;
                foreach (var (other, theirs) in tellings)
                {
                    if (ReferenceEquals(other, page) || DaysOf(other.Article) is not { } otherDays) continue;
                    foreach (var mine in own)
                        foreach (var their in theirs.Where(mine.IsSameAs))
                            changed |= days.Apply(Together(mine, their, other.Article, otherDays));
                }
            }

            if (!changed) return;
        }
    }

    /// <summary>Where a page counts from an event ("two days after gunmen stormed the mill") that another dates by its weekday, only the days stay on which both mean the same day.</summary>
    private void CompareHappenings()
    {
        var happenings = pages.Select(p => (Page: p, Happenings: Happening.Of(p))).ToList();
        foreach (var (page, own) in happenings)
        {
            if (!candidates.TryGetValue(page.Article.Id, out var days)) continue;
            foreach (var (other, theirs) in happenings)
            {
                if (ReferenceEquals(other, page) || DaysOf(other.Article) is not { } otherDays) continue;
                foreach (var mine in own)
                    foreach (var their in theirs.Where(mine.IsSameAs))
                    {
                        var named = otherDays.Select(their.Day).OfType<DateOnly>().ToHashSet();
                        days.Apply(new DateClue(day => mine.Day(day) is { } on && named.Contains(on), "", $"'{mine.Words}' here and '{their.Words}' in '{other.Article.Page}' date the same event"));
                    }
            }
        }
    }

    private static DateClue Together(Telling mine, Telling theirs, Article other, List<DateOnly> otherDays)
    {
        var named = otherDays.Select(theirs.Day).OfType<DateOnly>().ToHashSet();
        return new DateClue(
            day => mine.Day(day) is { } told && named.Contains(told),
            "", $"'{mine.Words}' here and '{theirs.Words}' in '{other.Page}' date the same words of {mine.Speaker}");
    }

    private List<DateOnly>? DaysOf(Article article)
    {
        if (candidates.TryGetValue(article.Id, out var days)) return days.Days;
        if (article.Published is not { From: { } from, To: { } to } || to.DayNumber - from.DayNumber > CandidateDays.Widest) return null;
        return [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
    }
}
