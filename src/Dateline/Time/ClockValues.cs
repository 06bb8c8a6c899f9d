using System.Globalization;

namespace Dateline.Time;

/// <summary>Times of day, with their date where one stands beside them and with their zone.</summary>
internal static class ClockValues
{
    /// <summary>Groups hour, minute, ampm or military or part (noon, midnight), zone, and those of a date.</summary>
    public static Reading? Clock(RuleMatch match, TimeContext context)
    {
        int hour, minute;
        if (match.Integer("military") is { } four) (hour, minute) = (four / 100, four % 100);
        else if (match["part"] is { } part && part.Contains(':', StringComparison.Ordinal)) (hour, minute) = (int.Parse(part.AsSpan(1, 2), CultureInfo.InvariantCulture), 0);
        else if (match.Integer("hour") is { } written) (hour, minute) = (written, match.Integer("minute") ?? 0);
        else return null;
        if (match["ampm"] is { } ampm)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (ampm == "PM" ? 12 : 0);
        }

        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return null;
        var date = CalendarValues.DateOf(match, context) ?? (context.Day is { } named ? Reading.Of(named, DateAnchor.Text)
            : context.Narrative && context.Last is { Unit: TimeUnit.Day } told ? Reading.Of(told, DateAnchor.Text)
            : context.Anchor is { } today ? Reading.Of(new Period(TimeUnit.Day, today), DateAnchor.Published) : Reading.Open("XXXX-XX-XX"));
        var value = date.Value + (match.Has("minute") || match.Has("military") || hour == 24 || match.Has("part") || match.Has("ampm")
            ? string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}"));
        var reading = date with { Type = TimexType.Time, Value = value, Grain = date.From is null ? DateGrain.Unknown : DateGrain.Minute };
        if (date.From is not { } day || date.To != day) return reading;
        if (hour == 24 || day.Year is < 2 or > 9998) return reading; // no moment of a clock lies beyond the calendar once its zone is taken off
        return match["zone"] is { } zone && zone != "local"
            ? reading with { Moment = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Parse(zone.TrimStart('+'), CultureInfo.InvariantCulture)) }
            : reading;
    }

    /// <summary>A part of a day that is not dated otherwise: "this morning", "tonight", "last night", "the next morning". Groups part, shift.</summary>
    public static Reading? Part(RuleMatch match, TimeContext context)
    {
        var date = CalendarValues.Relative(context, TimeUnit.Day, match.Integer("shift") ?? 0);
        return date is null ? null : WithPart(date, match["part"] ?? "TNI");
    }

    public static Reading WithPart(Reading date, string part) => date.Value.Contains('T', StringComparison.Ordinal)
        ? date
        : date with { Type = TimexType.Time, Value = date.Value + part };
}
