using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>What an undated page says about its own day, read from all its blocks but the boilerplate.</summary>
/// <param name="Window">The years or days in which it must lie, where the page itself gives any; else null.</param>
/// <param name="Clues">The strongest first.</param>
internal sealed record PageClues((DateOnly From, DateOnly To, string Reason)? Window, ImmutableArray<DateClue> Clues)
{
    /// <summary>A lead is so many sentences of the body.</summary>
    private const int LeadSentences = 2;

    /// <summary>"FILE" before a caption's date, so many characters away, makes it a picture from the archive.</summary>
    private const int ArchiveReach = 260;

    /// <summary>A date found on the page, with its interval on a given day of publication.</summary>
    private sealed record Named(RuleMatch Match, Direction Direction, Block Block, string Words)
    {
        public bool IsStory => Block.IsStory;

        public bool HasYear => Match.Has("year") || Match.Has("short-year") || Match.Has("c");

        public Reading? On(DateOnly day) => Match.Rule.Value(Match, new TimeContext(day, Direction.Past)) is [{ Type: not (TimexType.Duration or TimexType.Set) } reading, ..] ? reading : null;
    }

    public static PageClues Of(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var named = Find(article).ToList();
        var dated = named.Where(n => n.HasYear && n.On(new DateOnly(2000, 1, 1)) is { From: not null }).ToList();
        var clues = ImmutableArray.CreateBuilder<DateClue>();
        var yearless = named.Where(n => n.IsStory && !n.HasYear && n.Direction != Direction.Future && (n.Match.Has("month") || n.Match.Has("holiday")) && !n.Match.Has("year-shift")).ToList();
        foreach (var name in yearless) clues.Add(Yearless(name));
        clues.AddRange(named.Where(n => n.Match.Rule.Id == "en.duration.count" && IsOn(n.Match)).Select(n => Elapsed(n, [.. yearless, .. dated.Where(d => d.IsStory && d.Match.Has("month"))])));
        var lead = LeadWeekday(annotated, named);
        if (lead is { } told) clues.Add(new DateClue(day => day.DayNumber - Written(day).DayNumber <= DatingHabits.DaysAfterLeadWeekday, $"'{told.Words}'", "in the lead: that day or the day after"));
        clues.AddRange(named.Where(IsAsOf).Select(n => new DateClue(
            day => n.On(Written(day)) is { From: { } from } && Written(day).Year == from.Year && Written(day).Month == from.Month && Written(day).Day <= DatingHabits.DaysIntoAsOfMonth,
            $"'as of {n.Words}'", "written when the month had just begun")));
        if (yearless.Count > 0) clues.Add(NewestYearless(yearless));
        return new PageClues(WindowOf(article, dated, yearless), clues.ToImmutable());

        // the day on which the text was written: that of the lead's weekday, which a page of the next day may still carry
        DateOnly Written(DateOnly day) => lead is { } l && l.Match.Integer("weekday") is { } weekday && day.DayNumber > 7 ? day.AddDays(-((Period.IsoDay(day) - weekday + 7) % 7)) : day;
    }

    private static IEnumerable<Named> Find(Article article)
    {
        var blocks = article.Blocks.Where(b => b.Role is not (BlockRole.Boilerplate or BlockRole.Byline or BlockRole.Outlet or BlockRole.Notice)).ToList();
        foreach (var (match, direction, block) in TimexFinder.Match(article.Text, blocks.Select(b => b.Span)))
            yield return new Named(match, direction, blocks[block], match.Span.Slice(article.Text));
    }

    /// <summary>The window of the newest full date beside the story, or of a year that the story looks ahead to; never earlier than any past date with its year.</summary>
    private static (DateOnly From, DateOnly To, string Reason)? WindowOf(Article article, List<Named> dated, List<Named> yearless)
    {
        var neutral = new DateOnly(2000, 1, 1);
        var past = dated.Where(d => d.Direction != Direction.Future && !IsYearAhead(article, d)).Select(d => (Named: d, Reading: d.On(neutral)!)).OrderByDescending(d => d.Reading.From).ToList();
        var floor = past.Count > 0 ? past[0] : default;
        var fresh = past.Where(d => d.Reading.Period?.Unit == TimeUnit.Day && IsFresh(article, d.Named, yearless)).ToList();
        if (fresh.Count > 0 && fresh[0].Reading.From == floor.Reading.From)
        {
            var newest = floor.Reading.From!.Value;
            var habit = floor.Named.IsStory ? DatingHabits.DaysAfterNewestInText : DatingHabits.DaysAfterNewestBesideStory;
            var place = floor.Named.Block.Role switch { BlockRole.Caption => "a caption", BlockRole.OtherStory or BlockRole.Related => "beside the story", _ => "in the text" };
            return (newest, newest.AddDays(habit), $"not before {CandidateDays.Name(newest)}, the newest date on the page ('{floor.Named.Words}', {place}); seldom more than {habit} days after it");
        }

        if (dated.Where(d => d.IsStory && IsYearAhead(article, d)).Select(d => (Named: d, d.On(neutral)!.From!.Value.Year)).OrderBy(d => d.Year).FirstOrDefault() is not { Named: { } ahead, Year: var year }) return null;
        var from = new DateOnly(year, 1, 1).AddDays(-DatingHabits.DaysBeforeNamedYear);
        if (floor.Named is not null && floor.Reading.From > from) from = floor.Reading.From!.Value;
        var to = new DateOnly(year, 12, 31);
        return from <= to ? (from, to, $"'{ahead.Words}' is looked ahead to as the year at hand") : null;
    }

    /// <summary>"2031 would be the year", "2031 will be".</summary>
    private static bool IsYearAhead(Article article, Named named)
    {
        if (named.Match.Has("month") || named.Match.Rule.Id != "en.date.year") return false;
        var after = article.Text.AsSpan(named.Match.Span.End, Math.Min(12, article.Text.Length - named.Match.Span.End)).TrimStart();
        return after.StartsWith("would be", StringComparison.Ordinal) || after.StartsWith("will be", StringComparison.Ordinal) || after.StartsWith("is to be", StringComparison.Ordinal);
    }

    /// <summary>A day with its year is fresh beside the story, and in the text where it stands with its weekday or where the text names no date without a year. A picture from the archive is not.</summary>
    private static bool IsFresh(Article article, Named named, List<Named> yearless)
    {
        if (IsArchive(article, named)) return false;
        return !named.IsStory || named.Match.Has("weekday") || yearless.Count == 0;
    }

    private static bool IsArchive(Article article, Named named)
    {
        var from = Math.Max(named.Block.Span.Start, named.Match.Span.Start - ArchiveReach);
        var before = article.Text.AsSpan(from, named.Match.Span.Start - from);
        var file = before.LastIndexOf("FILE", StringComparison.Ordinal);
        if (file < 0) file = before.LastIndexOf("File photo", StringComparison.OrdinalIgnoreCase);
        return file >= 0 && before[file..].IndexOf(". ", StringComparison.Ordinal) is < 0 or > 200;
    }

    /// <summary>A month or holiday without its year is over when it is told of, and less than a year old.</summary>
    private static DateClue Yearless(Named name) => new(
        day => name.On(day) is { From: { } from, To: { } to } && day >= (name.Match.Has("edge") ? to : from) && day.DayNumber - from.DayNumber <= DatingHabits.DaysWithoutYear,
        $"'{name.Words}'", "named without a year: past, and less than a year old");

    private static DateClue NewestYearless(List<Named> names) => new(
        day => names.Select(n => n.On(day)).Any(r => r is { From: { } from, To: { } to } && day.DayNumber - Middle(from, to) <= DatingHabits.DaysAfterNewestInText),
        "", $"seldom more than {DatingHabits.DaysAfterNewestInText} days after the newest date in the text");

    private static int Middle(DateOnly from, DateOnly to) => (from.DayNumber + to.DayNumber) / 2;

    /// <summary>"six months on": so long after one of the dates of the text.</summary>
    private static DateClue Elapsed(Named duration, List<Named> names)
    {
        var days = duration.Match.Number("count") is { } count ? (double)count * (duration.Match["unit"] switch { "D" => 1, "W" => 7, "M" => 30.4, "Y" => 365.25, _ => 0 }) : 0;
        var slack = Math.Max(1, days * DatingHabits.ElapsedRounding);
        var words = duration.Words.ToLowerInvariant();
        var least = days - slack;
        var most = words.StartsWith("nearly", StringComparison.Ordinal) || words.StartsWith("almost", StringComparison.Ordinal) || words.StartsWith("less", StringComparison.Ordinal) ? days : days + slack;
        return new DateClue(
            day => days > 0 && names.Any(n => n.On(day) is { From: { } from, To: { } to } && day.DayNumber - to.DayNumber <= most && day.DayNumber - from.DayNumber >= least),
            $"'{duration.Words} on'", "counts from a date of the text");
    }

    private static bool IsOn(RuleMatch match) =>
        match.End < match.Pieces.Length && match.Pieces[match.End].Lower is "on" or "into" && (match.End + 1 >= match.Pieces.Length || match.Pieces[match.End + 1].Kind != PieceKind.Digits);

    private static bool IsAsOf(Named named) =>
        named.IsStory && !named.HasYear && named.Match.Rule.Id == "en.date.month" && !named.Match.Has("edge")
        && named.Match.Start >= 2 && named.Match.Pieces[named.Match.Start - 1].Is("of") && named.Match.Pieces[named.Match.Start - 2].Is("as");

    /// <summary>The first bare weekday of the lead.</summary>
    private static Named? LeadWeekday(AnnotatedArticle annotated, List<Named> named)
    {
        var lead = annotated.Annotations.Sentences.Where(s => annotated.Article.Blocks[s.Block].Role == BlockRole.Body).Take(LeadSentences).Select(s => s.Span).ToList();
        return named.FirstOrDefault(n => IsBareWeekday(n.Match) && n.Direction != Direction.Future && lead.Any(s => s.Contains(n.Match.Span)));
    }

    internal static bool IsBareWeekday(RuleMatch match) => match.Has("weekday") && !match.Has("month") && !match.Has("shift") && !match.Has("week-shift") && (match.Rule.Id.StartsWith("en.date", StringComparison.Ordinal) || match.Rule.Id == "en.relative.part-of-day");
}
