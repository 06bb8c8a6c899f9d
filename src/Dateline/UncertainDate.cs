using System.Globalization;

namespace Dateline;

/// <summary>How fine a date is known.</summary>
public enum DateGrain
{
    Unknown,
    Minute,
    Day,
    Week,
    Month,
    Season,
    Year,
    Decade,
    Century,
}

/// <summary>What a date was reckoned from.</summary>
public enum DateAnchor
{
    None,

    /// <summary>It is written out on the page or in its metadata.</summary>
    Absolute,

    /// <summary>It was reckoned from the page's publication date.</summary>
    Published,

    /// <summary>It was reckoned from another date in the text.</summary>
    Text,

    /// <summary>It was reckoned from other pages of the story.</summary>
    Story,
}

/// <summary>The answers that two uncertain dates allow. There is no order on intervals, so there is no operator for it.</summary>
public enum DateOrder
{
    Before,
    After,
    Same,
    Overlapping,
    Unknown,
}

/// <summary>A date as an interval of days with its grain, its anchor and the reason for it. Both ends are inclusive ("Monday to Friday"); a null end is open.</summary>
public sealed record UncertainDate
{
    private UncertainDate()
    {
    }

    public DateOnly? From { get; private init; }

    public DateOnly? To { get; private init; }

    /// <summary>The exact time with its zone as written, where the words give one; it lies on <see cref="From"/>, which is then equal to <see cref="To"/>.</summary>
    public DateTimeOffset? Moment { get; private init; }

    public DateGrain Grain { get; private init; }

    public DateAnchor Anchor { get; private init; }

    /// <summary>Why, in words a person can check: "written on the page", "'Friday', the week before publication".</summary>
    public string Reason { get; private init; } = "";

    public bool IsKnown => From is not null || To is not null;

    /// <summary>True when both ends are the same day.</summary>
    public bool IsDay => From is not null && From == To;

    public static UncertainDate Unknown(string reason) => new() { Grain = DateGrain.Unknown, Reason = reason };

    public static UncertainDate On(DateOnly day, string reason, DateAnchor anchor = DateAnchor.Absolute) =>
        new() { From = day, To = day, Grain = DateGrain.Day, Anchor = anchor, Reason = reason };

    public static UncertainDate At(DateTimeOffset moment, string reason, DateAnchor anchor = DateAnchor.Absolute) =>
        new() { From = DateOnly.FromDateTime(moment.DateTime), To = DateOnly.FromDateTime(moment.DateTime), Moment = moment, Grain = DateGrain.Minute, Anchor = anchor, Reason = reason };

    /// <exception cref="ArgumentException">the interval ends before it begins</exception>
    public static UncertainDate Between(DateOnly? from, DateOnly? to, DateGrain grain, string reason, DateAnchor anchor = DateAnchor.Absolute)
    {
        if (from is { } f && to is { } t && t < f) throw new ArgumentException($"An interval cannot end ({t:O}) before it begins ({f:O}).", nameof(to));
        return new() { From = from, To = to, Grain = grain, Anchor = anchor, Reason = reason };
    }

    /// <summary>The day halfway between the two ends; the one end that is known; null when neither is. For sorting, never for telling.</summary>
    public DateOnly? Middle => From is { } from && To is { } to ? DateOnly.FromDayNumber((from.DayNumber + to.DayNumber) / 2) : From ?? To;

    /// <summary>Before or after only where no day of the one can be a day of the other's side; Same only for two equal days.</summary>
    public DateOrder Compare(UncertainDate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!IsKnown || !other.IsKnown) return DateOrder.Unknown;
        if (To is { } to && other.From is { } otherFrom && to < otherFrom) return DateOrder.Before;
        if (From is { } from && other.To is { } otherTo && from > otherTo) return DateOrder.After;
        return IsDay && other.IsDay && From == other.From ? DateOrder.Same : DateOrder.Overlapping;
    }

    /// <summary>The days that both allow, or null where there is none.</summary>
    public UncertainDate? Intersect(UncertainDate other, string reason)
    {
        ArgumentNullException.ThrowIfNull(other);
        var from = From is null ? other.From : other.From is null || From > other.From ? From : other.From;
        var to = To is null ? other.To : other.To is null || To < other.To ? To : other.To;
        return from > to ? null : Between(from, to, from == to ? DateGrain.Day : Grain, reason, Anchor);
    }

    /// <summary>The beginning as ISO 8601: a date-time with zone where the moment is known, else a date, else null.</summary>
    public string? FromIso => Moment is { } m ? Iso(m) : From?.ToString("O", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="FromIso"/>
    public string? ToIso => Moment is { } m ? Iso(m) : To?.ToString("O", CultureInfo.InvariantCulture);

    public override string ToString() => !IsKnown ? "unknown" : FromIso == ToIso ? FromIso! : $"{FromIso ?? ".."}/{ToIso ?? ".."}";

    private static string Iso(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
