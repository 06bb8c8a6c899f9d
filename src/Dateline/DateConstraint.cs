namespace Dateline;

/// <summary>What bounds the day of an undated page. In this order evidence is believed: what contradicts a kind that stands before it is passed over and remarked.</summary>
public enum DateEvidence
{
    /// <summary>Text shared with a dated page.</summary>
    SharedText,

    /// <summary>A notice: when it was first published, when it was corrected, the year of its copyright.</summary>
    Notice,

    /// <summary>The newest date in the text.</summary>
    NewestDate,

    /// <summary>The newest date beside the text: a caption, a teaser.</summary>
    Caption,

    /// <summary>Words that another page dates: a page that quotes them is no older.</summary>
    SaidOn,

    /// <summary>A year looked ahead to as the one at hand.</summary>
    Year,

    /// <summary>The dated page of the story whose words are most alike.</summary>
    AlikePage,

    /// <summary>A day or month without its year, with its weekday ("Tuesday, 4 February") or without.</summary>
    YearlessDate,

    /// <summary>A relative age: "six months on", "100 days since 3 May", "two weeks ago, on 3 May".</summary>
    Age,

    /// <summary>A bare weekday in the lead.</summary>
    Weekday,

    /// <summary>"As of February".</summary>
    AsOf,

    /// <summary>How soon after the newest date without its year news is written.</summary>
    NewestYearless,

    /// <summary>A statement that another page dates, too, each by its own words.</summary>
    SameStatement,

    /// <summary>An event that another page dates, too, each by its own words.</summary>
    SameEvent,

    /// <summary>A count of days that another page has, too: "the twelfth day of the strike".</summary>
    DayCount,
}

/// <summary>One step of the reasoning that dates an undated page. The intervals of those that hold, taken together, give the page's interval.</summary>
/// <param name="From">The earliest day that it allows; null: any.</param>
/// <param name="To">The latest; null: any. For words that allow single days (weekdays), the first and last of those that were left.</param>
/// <param name="Words">The page's words, quoted; empty where the reason names them.</param>
/// <param name="Other">The page that it was reckoned from; null where it is the page's own word.</param>
/// <param name="Holds">False where stronger evidence leaves no day that it allows: it was passed over.</param>
public sealed record DateConstraint(DateEvidence Kind, DateOnly? From, DateOnly? To, string Words, string Reason, ArticleId? Other, bool Holds);
