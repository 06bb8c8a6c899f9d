namespace Dateline.Time;

/// <summary>Something that bounds the day of a page, and why: an interval, or single days.</summary>
/// <param name="From">Null: any earlier day.</param>
/// <param name="To">Null: any later day.</param>
/// <param name="Words">The page's words, quoted; empty where the reason names them itself.</param>
/// <param name="Allows">Null where the interval says all.</param>
/// <param name="Other">The page that it was reckoned from.</param>
/// <param name="Overruled">Stronger evidence of its own kind speaks against it: it is told of and does nothing.</param>
internal sealed record DateClue(DateEvidence Kind, DateOnly? From, DateOnly? To, string Words, string Reason, Func<DateOnly, bool>? Allows = null, ArticleId? Other = null, bool Overruled = false)
{
    public static DateClue On(DateEvidence kind, Func<DateOnly, bool> allows, string words, string reason, ArticleId? other = null) => new(kind, null, null, words, reason, allows, other);

    public static DateClue Within(DateEvidence kind, DateOnly? from, DateOnly? to, string words, string reason, ArticleId? other = null) => new(kind, from, to, words, reason, null, other);

    /// <summary>A day moved, stopped at the ends of the calendar: pages are said to be of the year 1 and of the year 9999.</summary>
    public static DateOnly Moved(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber - 1));
}
