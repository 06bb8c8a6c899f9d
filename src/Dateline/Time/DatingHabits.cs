using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>Habits of news on which the dating of undated pages leans, where logic alone leaves too much open. Each is a named number, so that a reader of a derivation can weigh it.</summary>
internal static class DatingHabits
{
    /// <summary>A page is seldom published more than four weeks after the newest date of which its text speaks: news is about the last days, and its background ends where the last report began.</summary>
    public const int DaysAfterNewestInText = 28;

    /// <summary>Pictures and teasers of other stories are chosen on the day; they are seldom older than a fortnight.</summary>
    public const int DaysAfterNewestBesideStory = 14;

    /// <summary>"told the agency Tuesday" in the lead: the page is of that day, or of the next where it was written at night or in another zone.</summary>
    public const int DaysAfterLeadWeekday = 1;

    /// <summary>"as of February": written when the month has just begun; later one writes "in February" or names the day.</summary>
    public const int DaysIntoAsOfMonth = 10;

    /// <summary>A month or holiday named without its year lies at most eleven months back; of an older one the year is given.</summary>
    public const int DaysWithoutYear = 335;

    /// <summary>A year looked ahead to as the present one ("2031 would be the year") is written of from the month before it on.</summary>
    public const int DaysBeforeNamedYear = 31;

    /// <summary>A page that shares text with a dated page lies within six weeks of it: outlets carry an agency's text on the day, and repeat its paragraphs as background for some weeks.</summary>
    public const int DaysFromCopy = 42;

    /// <summary>How far a page lies from that dated page of its story whose words are most alike, by the cosine of the two: what 19 of 20 such pages hold, measured on long stories.</summary>
    public static readonly ImmutableArray<(float Least, int Days)> DaysFromAlike = [(0.4f, 28), (0.25f, 92), (0.12f, 183), (0, 366)];

    /// <summary>A date with its weekday at the top is the page's stamp; the page may come out the day after.</summary>
    public const int DaysAfterStamp = 1;

    /// <summary>A single date without its year may be all that a text says of its background.</summary>
    public const int DaysAfterOnlyDate = 61;

    /// <summary>Where the newest date of a text is a bare month, so many days after its end: such texts look back further.</summary>
    public const int DaysAfterNewestMonth = 92;

    /// <summary>A page is corrected within four weeks, or hardly ever.</summary>
    public const int DaysBeforeCorrection = 28;

    /// <summary>An agency's text stands with its clients on its day, in a western zone on the day before.</summary>
    public const int DaysBeforeWire = 1;

    /// <summary>Two pages that count the days of one event differ by so many days in what they call the first.</summary>
    public const int DaysOfCount = 1;

    /// <summary>"six months ago" and "nearly six months on" are rounded to about a twelfth of their length.</summary>
    public const double ElapsedRounding = 1.0 / 12;
}
