using System.Collections.Immutable;
using System.Globalization;
using Dateline.Quantities;

namespace Dateline.Time;

/// <summary>Dates with parts of the calendar in them; a part that is not written is inferred from the anchor or stays open.</summary>
internal static class CalendarValues
{
    /// <summary>Groups weekday, day, month, year, day-word, shift, edge, part: whatever of them the rule caught.</summary>
    public static Reading? Date(RuleMatch match, TimeContext context)
    {
        var reading = DateOf(match, context);
        return reading is not null && match["part"] is { } part ? ClockValues.WithPart(reading, part) : reading;
    }

    /// <summary>The date that the groups name, without the time of day.</summary>
    public static Reading? DateOf(RuleMatch match, TimeContext context)
    {
        var edge = match["edge"];
        if (match.Integer("day-word") is { } offset) return Relative(context, TimeUnit.Day, offset, edge);
        if (IsBareAbbreviation(match) || IsProcession(match)) return null;
        if (match.Integer("month") is { } month) return Month(month, match.Integer("day"), YearOf(match, context), match.Integer("weekday"), match.Integer("shift"), context, edge);
        if (match.Integer("weekday") is { } weekday) return Weekday(weekday, match.Integer("shift"), EndsRange(match) ? context with { Day = null } : context);
        if (IsCount(match)) return null;
        if (YearOf(match, context) is { } year) return Period.OfYear(year) is { } period ? Reading.Of(period, DateAnchor.Absolute, edge, context.Anchor) : null;
        return match.Integer("day") is { } day && !IsNameAfter(match) ? DayOfMonth(day, context) : null;
    }

    /// <summary>"Jan", "Sun", "Mar" alone are names and words; with a dot, a day or a year they are dates.</summary>
    private static bool IsBareAbbreviation(RuleMatch match) =>
        match.End == match.Start + 1 && match.Pieces[match.Start].Lower.Length == 3 && !match.Pieces[match.Start].Is("may");

    /// <summary>"the March for Peace", "his March to the Sea": people walk in it.</summary>
    private static bool IsProcession(RuleMatch match) =>
        match.End == match.Start + 1 && match.Pieces[match.Start].Is("march") && match.End + 1 < match.Pieces.Length
        && (match.Pieces[match.End].Lower is "for" or "of" or "on" || (match.Pieces[match.End].Is("to") && match.Pieces[match.End + 1].Lower is "the"))
        && match.Start > 0 && match.Pieces[match.Start - 1] is var before && (before.Lower is "the" or "a" or "annual" or "his" or "her" or "their" or "'" or "\"" or "epic" or "long" or "great" || before is { Kind: PieceKind.Word, Capital: true });

    /// <summary>"1400 victims": four digits before a plural are a number of things, unless a determiner or preposition makes them a year ("the 1998 elections").</summary>
    private static bool IsCount(RuleMatch match) =>
        match.Has("year") && match.End == match.Start + 1 && match.End < match.Pieces.Length && match.Pieces[match.End] is { Kind: PieceKind.Word, Capital: false } next
        && Singular.IsPlural(next.Lower) && !(match.Start > 0 && match.Pieces[match.Start - 1].Lower is "the" or "its" or "their" or "his" or "her" or "in" or "of" or "this" or "since" or "our" or "a" or "from" or "during" or "after");

    /// <summary>"from Sept. 14 to Thursday": another day than the one the range begins with.</summary>
    private static bool EndsRange(RuleMatch match) => match.Start > 0 && match.Pieces[match.Start - 1].Lower is "to" or "until" or "till" or "through";

    /// <summary>"the 5th Army": a name, not a day.</summary>
    private static bool IsNameAfter(RuleMatch match) => match.End < match.Pieces.Length && match.Pieces[match.End] is { Kind: PieceKind.Word, Capital: true };

    /// <summary>The groups year, short-year, year-shift ("August last year") or same-year ("August of that year").</summary>
    public static int? YearOf(RuleMatch match, TimeContext context)
    {
        if (match.Integer("year") is { } year) return year;
        if (match.Integer("short-year") is { } two) return FullYear(two, context);
        if (match.Integer("year-shift") is { } shift) return context.Anchor?.Year + shift;
        return match.Has("same-year") ? context.TextDay?.Year : null;
    }

    /// <summary>A two-digit year is the latest such year not more than ten years after publication.</summary>
    public static int FullYear(int two, TimeContext context)
    {
        var last = (context.Anchor?.Year ?? 2030) + 10;
        if (context is { Narrative: true, Last: { } told }) last = (told.From.Year / 100 * 100) + 99;
        var year = (last / 100 * 100) + two;
        return year > last ? year - 100 : year;
    }

    public static Reading? Relative(TimeContext context, TimeUnit unit, int offset, string? edge = null)
    {
        if (context.Anchor is not { } anchor) return Reading.Open(Period.Open(unit));
        return Period.Holding(unit, anchor)?.Shift(offset) is { } period ? Reading.Of(period, DateAnchor.Published, edge, anchor) : null;
    }

    private static Reading? Month(int month, int? day, int? year, int? weekday, int? shift, TimeContext context, string? edge)
    {
        var anchor = year is null ? DateAnchor.Published : DateAnchor.Absolute;
        if (year is null && context is { Narrative: true, Last: { } told })
        {
            year = NearestTo(told, month, shift);
            anchor = DateAnchor.Text;
        }

        year ??= InferYear(month, day, weekday, shift, context);
        if (year is not { } known)
        {
            if (day is > 29 && !Exists(day.Value, month)) return null;
            return Reading.Open(day is null ? string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}") : string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}"));
        }

        var period = day is { } d ? Period.OfDay(known, month, d) : Period.OfMonth(known, month);
        if (period is not { } found) return null;
        return Reading.Of(found, anchor, edge, context.Anchor) with { Other = anchor == DateAnchor.Published && weekday is null && day is null && OtherYear(month, known, shift, context) is { } other ? Period.OfMonth(other, month) : null };
    }

    /// <summary>The other year of a month: where no tense tells, the one on the other side of publication; "last March" in May is this year's or last year's.</summary>
    private static int? OtherYear(int month, int known, int? shift, TimeContext context)
    {
        if (context.Anchor is not { } anchor || month == anchor.Month) return null;
        return shift switch
        {
            < 0 => known == anchor.Year ? known - 1 : null,
            > 0 => known == anchor.Year ? known + 1 : null,
            0 => null,
            _ => context.Direction == Direction.None ? new DateOnly(known, month, 1) < anchor ? known + 1 : known - 1 : null,
        };
    }

    private static bool Exists(int day, int month) => day <= DateTime.DaysInMonth(2000, month);

    /// <summary>The year of a month or day named without one: the latest that has begun, or the next to come where the sentence looks ahead.</summary>
    private static int? InferYear(int month, int? day, int? weekday, int? shift, TimeContext context)
    {
        if (context.Anchor is not { } anchor || anchor.Year is < 3 or > 9990) return null;
        if (weekday is { } w && day is { } d)
        {
            // a weekday settles it: the year nearest to publication in which it fits
            for (var distance = 0; distance <= 2; distance++)
                foreach (var near in new[] { anchor.Year - distance, anchor.Year + distance })
                    if (Period.OfDay(near, month, d) is { } on && Period.IsoDay(on.From) == w) return near;
        }

        var direction = shift switch { < 0 => Direction.Past, > 0 => Direction.Future, _ => context.Direction };
        if (shift == 0) return anchor.Year;
        var starts = new DateOnly(anchor.Year, month, Math.Min(day ?? 1, DateTime.DaysInMonth(anchor.Year, month)));
        var current = day is null && month == anchor.Month;
        var behind = starts <= anchor && !(current && shift < 0) ? anchor.Year : anchor.Year - 1;
        var ahead = starts >= anchor || (current && shift is null) ? anchor.Year : anchor.Year + 1;
        if (day is not null && behind < ahead && IsFarBehind(month, day.Value, anchor, behind, ahead)) return ahead;
        if (day is not null && shift is null && behind < ahead && IsFarAhead(month, day.Value, anchor, behind, ahead)) return behind;
        return direction switch
        {
            Direction.Future => ahead,
            Direction.Past => behind,
            _ => Nearest(month, day ?? 15, anchor, behind, ahead),
        };
    }

    /// <summary>In a narrative: the year told of, or the one beside it where that lies nearer to the month told of (January after December).</summary>
    private static int NearestTo(Period told, int month, int? shift)
    {
        var year = told.From.Year;
        if (told.Unit is not (TimeUnit.Day or TimeUnit.Month or TimeUnit.Week)) return year;
        if (shift is < 0) return month < told.From.Month ? year : year - 1;
        var ahead = month - told.From.Month;
        return ahead > 7 ? year - 1 : ahead < -6 ? year + 1 : year;
    }

    /// <summary>News gives the year of a day more than eight months back; without it a day that comes within two months is meant, whatever the tense.</summary>
    private static bool IsFarBehind(int month, int day, DateOnly anchor, int behind, int ahead) =>
        anchor.DayNumber - Clipped(behind, month, day).DayNumber > 240 && Clipped(ahead, month, day).DayNumber - anchor.DayNumber <= 61;

    /// <summary>Likewise a day of the last two months is meant, and not one more than eight months on, though the sentence looks ahead ("aid for those whom the 7 May flood made homeless").</summary>
    private static bool IsFarAhead(int month, int day, DateOnly anchor, int behind, int ahead) =>
        Clipped(ahead, month, day).DayNumber - anchor.DayNumber > 240 && anchor.DayNumber - Clipped(behind, month, day).DayNumber <= 61;

    private static DateOnly Clipped(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static int Nearest(int month, int day, DateOnly anchor, int behind, int ahead)
    {
        if (behind == ahead) return behind;
        var before = anchor.DayNumber - new DateOnly(behind, month, Math.Min(day, 28)).DayNumber;
        var after = new DateOnly(ahead, month, Math.Min(day, 28)).DayNumber - anchor.DayNumber;
        return before <= after * 2 ? behind : ahead; // news looks back further than it looks ahead
    }

    /// <summary>A bare weekday in news is that day on or before publication, or after it where the sentence looks ahead. "Last Friday" said on Friday or Saturday is a week ago.</summary>
    private static Reading? Weekday(int weekday, int? shift, TimeContext context)
    {
        if (context.Anchor is not { } anchor) return Reading.Open($"XXXX-WXX-{weekday.ToString(CultureInfo.InvariantCulture)}");
        if (shift is null && context.Day is { } named && Period.IsoDay(named.From) == weekday) return Reading.Of(named, DateAnchor.Text); // "on 3 June, after Friday prayers"
        var back = (Period.IsoDay(anchor) - weekday + 7) % 7;
        var offset = shift switch
        {
            < 0 => back <= 1 ? -back - 7 : -back,
            > 0 => 7 - back,
            0 => context.Direction == Direction.Past || back == 0 ? -back : 7 - back,
            // tomorrow's weekday is tomorrow, not six days ago: told of in a zone ahead, or planned (in two news corpora 9 times of 11)
            _ => (context.Direction == Direction.Future && back != 0) || back == 6 ? 7 - back : -back,
        };
        if (Period.Holding(TimeUnit.Day, anchor)?.Shift(offset) is not { } day) return null;
        return Reading.Of(day, DateAnchor.Published) with { Other = OtherWeekday(shift, back, offset, Period.IsoDay(anchor), context) is { } other ? day.Shift(other - offset) : null };
    }

    /// <summary>The other day that a weekday may mean, in days from publication: where no tense tells; "last Friday" of this week or of the last; "next Friday" of this week or of the next.</summary>
    private static int? OtherWeekday(int? shift, int back, int offset, int today, TimeContext context) => shift switch
    {
        < 0 => back > 0 && back < today ? offset == -back ? -back - 7 : -back : null,
        > 0 => back > 0 && 7 - back <= 7 - today ? 14 - back : null,
        _ => back != 0 && (context.Direction == Direction.None || (context.Direction == Direction.Past && offset > 0)) ? offset > 0 ? -back : 7 - back : null,
    };

    /// <summary>"Tuesday of last week": groups weekday, week-shift, part.</summary>
    public static Reading? WeekdayOfWeek(RuleMatch match, TimeContext context)
    {
        if (match.Integer("weekday") is not { } weekday || match.Integer("week-shift") is not { } shift) return null;
        var day = context.Anchor is not { } anchor ? Reading.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}"))
            : Period.Holding(TimeUnit.Week, anchor)?.Shift(shift) is { } week ? Reading.Of(new Period(TimeUnit.Day, week.From.AddDays(weekday - 1)), DateAnchor.Published) : null;
        return day is not null && match["part"] is { } part ? ClockValues.WithPart(day, part) : day;
    }

    /// <summary>"Friday, the fourth decline in a row": an ordinal in letters before what it counts.</summary>
    private static bool CountsThings(RuleMatch match) =>
        match.Pieces[match.End - 1].Kind == PieceKind.Word && match.End - match.Start > 2 && char.IsLetter(match.Pieces[match.End - 1].Lower[0]) && match.Pieces[match.End - 1].Lower.Length > 2
        && match.End < match.Pieces.Length && match.Pieces[match.End] is { Kind: PieceKind.Word, Lower: not ("of" or "in" or "at" or "and" or "or" or "to" or "when" or "with" or "for" or "as" or "by" or "after" or "before") };

    /// <summary>"the previous Friday": that weekday before the day that the text named last; groups weekday, part.</summary>
    public static Reading? PreviousWeekday(RuleMatch match, TimeContext context)
    {
        if (match.Integer("weekday") is not { } weekday || !context.CountsDays || context.TextDay is not { } day) return null;
        var back = (Period.IsoDay(day) - weekday + 7) % 7;
        if (Period.Holding(TimeUnit.Day, day)?.Shift(back == 0 ? -7 : -back) is not { } found) return null;
        var reading = Reading.Of(found, context.Last is null ? DateAnchor.Published : DateAnchor.Text);
        return match["part"] is { } part ? ClockValues.WithPart(reading, part) : reading;
    }

    /// <summary>"Monday the 13th": the month nearest to publication in which they meet, of equals the earlier.</summary>
    public static Reading? WeekdayDay(RuleMatch match, TimeContext context)
    {
        if (match.Integer("weekday") is not { } weekday || match.Integer("day") is not { } day || CountsThings(match)) return null;
        if (context.Anchor is not { } anchor || anchor.Year is < 4 or > 9996) return Reading.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"));
        var month = new DateOnly(anchor.Year, anchor.Month, 1);
        for (var distance = 0; distance <= 24; distance++)
            foreach (var near in context.Direction == Direction.Future ? new[] { month.AddMonths(distance), month.AddMonths(-distance) } : [month.AddMonths(-distance), month.AddMonths(distance)])
                if (Period.OfDay(near.Year, near.Month, day) is { } on && Period.IsoDay(on.From) == weekday) return Reading.Of(on, DateAnchor.Published);
        return null;
    }

    /// <summary>"the second week of 2021", "the third month of last year": groups ordinal, unit.</summary>
    public static Reading? NthOfYear(RuleMatch match, TimeContext context)
    {
        if (match.Integer("ordinal") is not { } number || number < 1 || YearOf(match, context) is not { } year || year is < 2 or > 9997) return null;
        Period? period = TimeUnits.Of(match["unit"]) switch
        {
            TimeUnit.Month => Period.OfMonth(year, number),
            TimeUnit.Week when number <= 53 => Period.Holding(TimeUnit.Week, new DateOnly(year, 1, 4))?.Shift(number - 1),
            TimeUnit.Day when number <= 366 => new Period(TimeUnit.Day, new DateOnly(year, 1, 1).AddDays(number - 1)),
            _ => null,
        };
        return period is { } found ? Reading.Of(found, match.Has("year") ? DateAnchor.Absolute : DateAnchor.Published) : null;
    }

    /// <summary>"the 14th": of the month last named, else of the month of publication.</summary>
    private static Reading? DayOfMonth(int day, TimeContext context)
    {
        if (context.TextDay is not { } near) return Reading.Open(string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}"));
        return Period.OfDay(near.Year, near.Month, day) is { } on ? Reading.Of(on, context.Last is null ? DateAnchor.Published : DateAnchor.Text) : null;
    }

    /// <summary>Groups a, b, c of digits: year first where it has four digits; else day and month as far as the numbers tell, the month first where both fit and the sign is "/".</summary>
    public static Reading? NumericDate(RuleMatch match, TimeContext context)
    {
        if (match.Integer("a") is not { } a || match.Integer("b") is not { } b || match.Integer("c") is not { } c) return null;
        if (a > 31) return Period.OfDay(a, b, c) is { } iso ? Reading.Of(iso, DateAnchor.Absolute) : null;
        var year = c < 100 ? FullYear(c, context) : c;
        var monthFirst = a <= 12 && (b > 12 || (b <= 12 && (context.DayFirst is { } dayFirst ? !dayFirst : match["sign"] == "/")));
        Period? byMonth = Period.OfDay(year, a, b), byDay = Period.OfDay(year, b, a);
        if ((monthFirst ? byMonth : byDay) is not { } day) return null;
        return Reading.Of(day, DateAnchor.Absolute) with { Other = context.DayFirst is null && a != b ? monthFirst ? byDay : byMonth : null };
    }

    /// <summary>What the dates of the text that allow one reading only say of the others: true where the day stands first; null where there is none, or they differ.</summary>
    public static bool? DayFirst(IEnumerable<RuleMatch> matches)
    {
        bool day = false, month = false;
        foreach (var match in matches)
        {
            if (match.Integer("a") is not { } a || match.Integer("b") is not { } b || a > 31) continue;
            day |= a > 12 && b <= 12;
            month |= b > 12 && a <= 12;
        }

        return day == month ? null : day;
    }

    /// <summary>"3 to 6 June", "June 3-6, 2011": two readings; the group first holds the day that lacks the month.</summary>
    public static ImmutableArray<Reading> DayRange(RuleMatch match, TimeContext context)
    {
        if (match.Integer("month") is not { } month || match.Integer("day") is not { } one || match.Integer("other") is not { } other) return [];
        var year = YearOf(match, context);
        if (Month(month, one, year, null, null, context, null) is not { } a || Month(month, other, year, null, null, context, null) is not { } b) return [];
        return match.SpanOf("left") is { } left && match.SpanOf("right") is { } right ? [a with { Part = left }, b with { Part = right }] : [];
    }

    /// <summary>"26 June to 4 August 1952": the group from-month holds the month that lacks the year.</summary>
    public static ImmutableArray<Reading> DateRange(RuleMatch match, TimeContext context)
    {
        if (match.Integer("from-month") is not { } from || match.Integer("month") is not { } to || YearOf(match, context) is not { } year) return [];
        if (match.Integer("day") is not { } one || match.Integer("other") is not { } other) return [];
        if (Period.OfDay(from <= to ? year : year - 1, from, one) is not { } a || Period.OfDay(year, to, other) is not { } b) return [];
        return match.SpanOf("left") is { } left && match.SpanOf("right") is { } right ? [Reading.Of(a, DateAnchor.Absolute) with { Part = left }, Reading.Of(b, DateAnchor.Absolute) with { Part = right }] : [];
    }

    /// <summary>"August and September 2014": the group from holds the month that lacks the year.</summary>
    public static ImmutableArray<Reading> MonthRange(RuleMatch match, TimeContext context)
    {
        if (match.Integer("from") is not { } from || match.Integer("month") is not { } to) return [];
        if ((YearOf(match, context) ?? Month(to, null, null, null, null, context, null)?.Period?.From.Year) is not { } year) return [];
        if (Period.OfMonth(from <= to ? year : year - 1, from) is not { } a || Period.OfMonth(year, to) is not { } b) return [];
        return match.SpanOf("left") is { } left && match.SpanOf("right") is { } right ? [Reading.Of(a, DateAnchor.Absolute) with { Part = left }, Reading.Of(b, DateAnchor.Absolute) with { Part = right }] : [];
    }

    /// <summary>"1914-18", "2013-2014": two years, the second in full.</summary>
    public static ImmutableArray<Reading> YearRange(RuleMatch match, TimeContext context)
    {
        if (match.Integer("year") is not { } year || match.Integer("to") is not { } to) return [];
        if (to < 100) to += year / 100 * 100;
        if (to <= year || to - year > 200 || Period.OfYear(year) is not { } a || Period.OfYear(to) is not { } b) return [];
        return match.SpanOf("left") is { } left && match.SpanOf("right") is { } right ? [Reading.Of(a, DateAnchor.Absolute) with { Part = left }, Reading.Of(b, DateAnchor.Absolute) with { Part = right }] : [];
    }

    /// <summary>"the 1990s", "the late '80s", "the nineties".</summary>
    public static Reading? Decade(RuleMatch match, TimeContext context)
    {
        var year = match.Integer("year")
            ?? (match.Integer("short-year") is { } two ? FullYear(two, context) : match.Integer("decade") is { } ten ? FullYear(ten * 10, context) : null);
        if (year is not { } known || known % 10 != 0) return null;
        return Period.Holding(TimeUnit.Decade, new DateOnly(known, 1, 1)) is { } decade ? Reading.Of(decade, DateAnchor.Absolute, match["edge"]) : null;
    }

    /// <summary>"the 20th century": "19".</summary>
    public static Reading? Century(RuleMatch match, TimeContext context)
    {
        if (match.Integer("ordinal") is not { } number || number is < 1 or > 30) return null;
        if (match.Has("bc")) return Reading.Open(string.Create(CultureInfo.InvariantCulture, $"BC{number - 1:D2}"));
        return Period.Holding(TimeUnit.Century, new DateOnly(Math.Max(1, (number - 1) * 100), 1, 1)) is { } century ? Reading.Of(century, DateAnchor.Absolute, match["edge"]) : null;
    }
}
