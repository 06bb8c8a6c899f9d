namespace Dateline.Time;

/// <summary>Periods counted from publication ("six months ago") or from another date of the text ("two days later").</summary>
internal static class RelativeValues
{
    /// <summary>Groups shift, unit, edge, part: "last week", "early next year", "this weekend".</summary>
    public static Reading? Unit(RuleMatch match, TimeContext context)
    {
        if (TimeUnits.Of(match["unit"]) is not { } unit || match.Integer("shift") is not { } shift) return null;
        if (Period.Holding(unit, new DateOnly(2000, 1, 1)) is null) return null; // hours and minutes have no calendar period
        if (shift == 0 && context.Narrative) return SameUnit(match, context);
        if (unit == TimeUnit.Weekend && shift < 0) return Weekend(context with { Direction = Direction.Past });
        var reading = CalendarValues.Relative(context, unit, shift, match["edge"]);
        return reading is not null && match["part"] is { } part ? ClockValues.WithPart(reading, part) : reading;
    }

    /// <summary>"the weekend": the last that has begun, or the next to end where the sentence looks ahead.</summary>
    public static Reading? Weekend(TimeContext context)
    {
        if (context.Anchor is not { } day || Period.Holding(TimeUnit.Weekend, day) is not { } weekend) return Reading.Open(Period.Open(TimeUnit.Weekend));
        var found = weekend.From > day && context.Direction != Direction.Future ? weekend.Shift(-1) : weekend;
        return found is { } period ? Reading.Of(period, DateAnchor.Published) : null;
    }

    /// <summary>"the next morning": a part of the day after the date that the text named last.</summary>
    public static Reading? TextPart(RuleMatch match, TimeContext context)
    {
        var day = Counted(TimeUnit.Day, 1, context.CountsDays ? context.TextDay : null, context.Last is null ? DateAnchor.Published : DateAnchor.Text);
        return day is null || match["part"] is not { } part ? null : ClockValues.WithPart(day, part);
    }

    /// <summary>"that afternoon": of the day that the text named last.</summary>
    public static Reading? SamePart(RuleMatch match, TimeContext context)
    {
        if (match["part"] is not { } part) return null;
        if (context.TextDay is not { } day) return ClockValues.WithPart(Reading.Open(Period.Open(TimeUnit.Day)), part);
        return ClockValues.WithPart(Within(TimeUnit.Day, context.Last) ?? Reading.Of(new Period(TimeUnit.Day, day), context.Last is null ? DateAnchor.Published : DateAnchor.Text), part);
    }

    /// <summary>"the week of June 3".</summary>
    public static Reading? WeekOf(RuleMatch match, TimeContext context) =>
        CalendarValues.DateOf(match, context) is not { } day ? null
        : day.From is { } from && Period.Holding(TimeUnit.Week, from) is { } week ? Reading.Of(week, day.Anchor) : Reading.Open(Period.Open(TimeUnit.Week));

    /// <summary>Groups count (or vague, or none for "a"), unit, and back or on: "six months ago", "three days from now". The period of that unit so far back.</summary>
    public static Reading? Ago(RuleMatch match, TimeContext context)
    {
        if (TimeUnits.Of(match["unit"]) is not { } unit) return null;
        var back = match.Has("back");
        if (match["vague"] is { } vague && vague == "X") return Reading.Open(back ? "PAST_REF" : "FUTURE_REF");
        var count = (match.Number("vague") ?? match.Number("count") ?? 1) + (match.Has("and-half") ? 0.5m : 0);
        if (unit == TimeUnit.Year && count == 1 && back && !context.Narrative && context.Quarter?.Shift(-4) is { } quarter) return Reading.Of(quarter, DateAnchor.Text);
        if (unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour)
            return context.Anchor is { } today ? Reading.Of(new Period(TimeUnit.Day, today), DateAnchor.Published) with { Value = TimeUnits.Duration(unit, count) } : Reading.Open(TimeUnits.Duration(unit, count));
        return Counted(unit, back ? -count : count, context.Anchor, DateAnchor.Published);
    }

    /// <summary>Groups count, unit, back or on, or the fixed steps "the day before", "the next day", "the following year": counted from the date that the text named last.</summary>
    public static Reading? TextShift(RuleMatch match, TimeContext context)
    {
        if (TimeUnits.Of(match["unit"]) is not { } unit) return null;
        var back = match.Has("back");
        if (match.Pieces[match.End - 1].Is("before") && !match.Pieces[match.Start].Is("the") && BeginsEvent(match)) return null; // "a day before the vote": a length of time
        if (match["vague"] is "X") return Reading.Open(back ? "PAST_REF" : "FUTURE_REF");
        var count = (match.Number("vague") ?? match.Number("count") ?? 1) + (match.Has("and-half") ? 0.5m : 0);
        // figures of a quarter are set against "a year earlier"
        if (unit == TimeUnit.Year && count == 1 && back && context.Quarter is { } quarter)
            return quarter.Shift(-4) is { } ago ? Reading.Of(ago, DateAnchor.Text) : null;
        if (unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour) return Reading.Duration(TimeUnits.Duration(unit, count));
        if (unit is TimeUnit.Decade or TimeUnit.Century && match.Pieces[match.Start].Is("the") && !match.Has("count") && context.TextDay is { } told) // "the next decade" is the calendar's
            return Period.Holding(unit, told)?.Shift(back ? -1 : 1) is { } whole ? Reading.Of(whole, context.Last is null ? DateAnchor.Published : DateAnchor.Text) : null;
        var reading = Counted(unit, back ? -count : count, context.TextDay, context.Last is null ? DateAnchor.Published : DateAnchor.Text);
        return reading is not null && match["part"] is { } part ? ClockValues.WithPart(reading, part) : reading;
    }

    /// <summary>"before" goes on with the event it counts from, unless a sign, the sentence's end or another clause follows.</summary>
    private static bool BeginsEvent(RuleMatch match) =>
        match.End < match.Pieces.Length && match.Pieces[match.End] is { Kind: PieceKind.Word, Lower: not ("and" or "but" or "when" or "in" or "at" or "on" or "with" or "by" or "or" or "as" or "for" or "had" or "was" or "were" or "that" or "while" or "where" or "it" or "he" or "she" or "they" or "said") };

    /// <summary>"two days before yesterday", "the day after last Friday": groups count, unit, back and those of a date.</summary>
    public static Reading? DateShift(RuleMatch match, TimeContext context)
    {
        if (match["vague"] is "X" || (match.Has("unit") ? TimeUnits.Of(match["unit"]) ?? TimeUnit.Day : TimeUnit.Day) is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Month or TimeUnit.Year) || (match.Has("holiday") ? HolidayValues.Holiday(match, context) : CalendarValues.DateOf(match, context)) is not { } date) return null;
        var unit = TimeUnits.Of(match["unit"]) ?? TimeUnit.Day;
        var count = match.Number("vague") ?? match.Number("count") ?? 1;
        return Counted(unit, match.Has("back") ? -count : count, date.From, date.Anchor);
    }

    /// <summary>"that day", "the same year", "that week": the period of that unit that holds the date named last.</summary>
    public static Reading? SameUnit(RuleMatch match, TimeContext context)
    {
        if (TimeUnits.Of(match["unit"]) is not { } unit) return null;
        if (match.End < match.Pieces.Length && match.Pieces[match.End].Lower is "ended" or "ending") return Reading.Duration(TimeUnits.Duration(unit, 1)); // "the year ended 30 June"
        if (context.TextDay is not { } near) return Reading.Open(Period.Open(unit));
        if (Period.Holding(unit, near) is not { } period) return null;
        var reading = Within(unit, context.Last) ?? Reading.Of(period, context.Last is null ? DateAnchor.Published : DateAnchor.Text, match["edge"], context.Anchor);
        return match["part"] is { } part ? ClockValues.WithPart(reading, part) : reading;
    }

    /// <summary>"That day" where the text named a month or a year alone: some day of it, "1998-10-XX"; null where the text named the period itself.</summary>
    private static Reading? Within(TimeUnit unit, Period? told)
    {
        var rest = (unit, told?.Unit) switch
        {
            (TimeUnit.Day, TimeUnit.Month) or (TimeUnit.Month, TimeUnit.Year) => "-XX",
            (TimeUnit.Day, TimeUnit.Year) => "-XX-XX",
            _ => null,
        };
        return rest is null ? null : new Reading(TimexType.Date, told!.Value.Value + rest, told.Value.From, told.Value.To, told.Value.Grain, DateAnchor.Text);
    }

    /// <summary>A count of weeks ago names a week, of months a month, of years and more a year; halves count in the next finer unit.</summary>
    private static Reading? Counted(TimeUnit unit, decimal count, DateOnly? from, DateAnchor anchor)
    {
        var (grain, steps) = unit switch
        {
            TimeUnit.Fortnight => (TimeUnit.Week, count * 2),
            TimeUnit.Decade => (TimeUnit.Year, count * 10),
            TimeUnit.Century => (TimeUnit.Year, count * 100),
            TimeUnit.Millennium => (TimeUnit.Year, count * 1000),
            TimeUnit.Year when count % 1 != 0 => (TimeUnit.Month, count * 12),
            TimeUnit.Month when count % 1 != 0 => (TimeUnit.Week, count * 4),
            TimeUnit.Week when count % 1 != 0 => (TimeUnit.Day, count * 7),
            _ => (unit, count),
        };
        if (from is not { } day) return Reading.Open(Period.Open(grain));
        if (Math.Abs(steps) > 100_000) return null;
        return Period.Holding(grain, day)?.Shift((int)decimal.Round(steps)) is { } period ? Reading.Of(period, anchor) : null;
    }
}
