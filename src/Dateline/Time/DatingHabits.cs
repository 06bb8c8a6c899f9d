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

    /// <summary>Without shared text, pages of one story lie within a quarter of a year of its dated pages.</summary>
    public const int DaysFromStory = 91;

    /// <summary>"six months ago" and "nearly six months on" are rounded to about a twelfth of their length.</summary>
    public const double ElapsedRounding = 1.0 / 12;
}
