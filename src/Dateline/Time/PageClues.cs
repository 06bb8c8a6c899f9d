using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>What an undated page says about its own day, read from all its blocks.</summary>
internal static class PageClues
{
    /// <summary>A lead is so many sentences of the body.</summary>
    private const int LeadSentences = 2;

    /// <summary>So near the top a date with its weekday and year is the page's own stamp.</summary>
    private const int Top = 300;

    public static ImmutableArray<DateClue> Of(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var named = DateMention.Of(article);
        var text = named.Where(n => n.Block.Role != BlockRole.Notice).ToList();
        var dated = text.Where(n => n.AsWritten is not null).ToList();
        var yearless = text.Where(n => n.IsYearless).ToList();
        var clues = ImmutableArray.CreateBuilder<DateClue>();
        clues.AddRange(NoticeClues.Of(article, named));
        clues.AddRange(Newest(article, dated, yearless));
        if (YearAhead(article, dated) is { } ahead) clues.Add(ahead);
        clues.AddRange(yearless.Select(Yearless));
        clues.AddRange(AgeClues.Of(text, [.. yearless, .. dated.Where(d => d.IsStory && d.Match.Has("month"))]));
        var lead = LeadWeekday(annotated, text);
        if (lead is { } told) clues.Add(DateClue.On(DateEvidence.Weekday, day => day.DayNumber - Written(day).DayNumber <= DatingHabits.DaysAfterLeadWeekday, $"'{told.Words}'", "in the lead: that day or the day after"));
        clues.AddRange(text.Where(IsAsOf).Select(n => DateClue.On(
            DateEvidence.AsOf,
            day => n.On(Written(day)) is { From: { } from } && Written(day).Year == from.Year && Written(day).Month == from.Month && Written(day).Day <= DatingHabits.DaysIntoAsOfMonth,
            $"'as of {n.Words}'", "written when the month had just begun")));
        if (yearless.Count > 0) clues.Add(NewestYearless(yearless));
        return clues.ToImmutable();

        // the day on which the text was written: that of the lead's weekday, which a page of the next day may still carry
        DateOnly Written(DateOnly day) => lead is { } l && l.Match.Integer("weekday") is { } weekday && day.DayNumber > 7 ? day.AddDays(-((Period.IsoDay(day) - weekday + 7) % 7)) : day;
    }

    /// <summary>Not before the newest past day or month with its year (bare years are looked ahead to as often as back); where that is a fresh day, not long after it.</summary>
    private static IEnumerable<DateClue> Newest(Article article, List<DateMention> dated, List<DateMention> yearless)
    {
        var past = dated.Where(d => d.Match.Has("month") || d.Match.Rule.Id is "en.date.iso" or "en.date.numeric").Where(d => d.Direction != Direction.Future).OrderByDescending(d => d.AsWritten!.From).ToList();
        if (past.Count == 0) yield break;
        var newest = past[0].AsWritten!.From!.Value;
        if (past.Where(d => d.AsWritten!.Period?.Unit == TimeUnit.Day && IsFresh(article, d, yearless)).FirstOrDefault() is not { } fresh || fresh.AsWritten!.From != newest)
        {
            yield return DateClue.Within(DateEvidence.NewestDate, newest, null, $"'{past[0].Words}'", "is over when it is told of");
            yield break;
        }

        var kind = fresh.IsStory ? DateEvidence.NewestDate : DateEvidence.Caption;
        if (IsStamp(article, fresh))
        {
            yield return DateClue.Within(kind, newest, DateClue.Moved(newest, DatingHabits.DaysAfterStamp), $"'{fresh.Words}'", "with its weekday at the top, the newest date on the page: that day or the day after");
            yield break;
        }

        var habit = fresh.IsStory ? DatingHabits.DaysAfterNewestInText : DatingHabits.DaysAfterNewestBesideStory;
        var place = fresh.Block.Role switch { BlockRole.Caption => "a caption", BlockRole.OtherStory or BlockRole.Related => "beside the story", _ => "in the text" };
        yield return DateClue.Within(kind, newest, DateClue.Moved(newest, habit), "", $"not before {CandidateDays.Name(newest)}, the newest date on the page ('{fresh.Words}', {place}); seldom more than {habit} days after it");
    }

    private static DateClue? YearAhead(Article article, List<DateMention> dated)
    {
        if (dated.Where(d => d.IsStory && d.IsYearAhead(article.Text)).OrderBy(d => d.AsWritten!.From).FirstOrDefault() is not { } ahead) return null;
        var year = ahead.AsWritten!.From!.Value.Year;
        return DateClue.Within(DateEvidence.Year, DateClue.Moved(new DateOnly(year, 1, 1), -DatingHabits.DaysBeforeNamedYear), new DateOnly(year, 12, 31), $"'{ahead.Words}'", "is looked ahead to as the year at hand");
    }

    /// <summary>A day with its year is fresh beside the story, and in the text where it stands with its weekday or where the text names no date without a year. A picture from the archive is not.</summary>
    private static bool IsFresh(Article article, DateMention mention, List<DateMention> yearless)
    {
        if (mention.IsArchive(article.Text)) return false;
        return !mention.IsStory || mention.Match.Has("weekday") || yearless.Count == 0;
    }

    private static bool IsStamp(Article article, DateMention mention) =>
        mention.IsStory && mention.Match.Has("weekday") && mention.Match.Span.Start - article.Blocks.First(b => b.IsStory).Span.Start < Top;

    /// <summary>A month without its year is over when it is told of, and less than a year old; a day beside its weekday ("Tuesday, 4 March") is of the year in which it falls on it.</summary>
    private static DateClue Yearless(DateMention name) => DateClue.On(
        DateEvidence.YearlessDate,
        day => name.On(day) is { From: { } from, To: { } to } && day >= (name.Match.Has("edge") ? to : from) && day.DayNumber - from.DayNumber <= DatingHabits.DaysWithoutYear,
        $"'{name.Words}'", "named without a year: past, and less than a year old");

    /// <summary>One date alone may be of the background; several show how far the text looks back.</summary>
    private static DateClue NewestYearless(List<DateMention> names)
    {
        var habit = names.Count > 1 ? DatingHabits.DaysAfterNewestInText : DatingHabits.DaysAfterOnlyDate;
        var months = !names.Any(n => n.IsDay || n.Match.Has("edge"));
        return DateClue.On(
            DateEvidence.NewestYearless,
            day => names.Select(n => (Reading: n.On(day), IsMonth: months)).Any(r => r.Reading is { From: { } from, To: { } to } && day.DayNumber - (r.IsMonth ? to.DayNumber : Middle(from, to)) <= (r.IsMonth ? DatingHabits.DaysAfterNewestMonth : habit)),
            "", months ? $"seldom more than {DatingHabits.DaysAfterNewestMonth} days after the newest month in the text" : $"seldom more than {habit} days after the newest date in the text");
    }

    private static int Middle(DateOnly from, DateOnly to) => (from.DayNumber + to.DayNumber) / 2;

    private static bool IsAsOf(DateMention named) =>
        named.IsStory && !named.HasYear && named.Match.Rule.Id == "en.date.month" && !named.Match.Has("edge")
        && named.Match.Start >= 2 && named.Match.Pieces[named.Match.Start - 1].Is("of") && named.Match.Pieces[named.Match.Start - 2].Is("as");

    /// <summary>The first bare weekday of the lead.</summary>
    private static DateMention? LeadWeekday(AnnotatedArticle annotated, List<DateMention> named)
    {
        var lead = annotated.Annotations.Sentences.Where(s => annotated.Article.Blocks[s.Block].Role == BlockRole.Body).Take(LeadSentences).Select(s => s.Span).ToList();
        return named.FirstOrDefault(n => IsBareWeekday(n.Match) && n.Direction != Direction.Future && lead.Any(s => s.Contains(n.Match.Span)));
    }

    internal static bool IsBareWeekday(RuleMatch match) => match.Has("weekday") && !match.Has("month") && !match.Has("shift") && !match.Has("week-shift") && (match.Rule.Id.StartsWith("en.date", StringComparison.Ordinal) || match.Rule.Id == "en.relative.part-of-day");
}
