using System.Globalization;

namespace Dateline.Server;

/// <summary>How values are put into words for a reader.</summary>
public static class Wording
{
    /// <summary>"4 Mar 2026, 14:15", "3-5 Mar 2026", "Mar 2026", "from 3 Mar 2026", "date not known".</summary>
    public static string Of(UncertainDate? date)
    {
        if (date is null || !date.IsKnown) return "date not known";
        if (date.Moment is { } moment) return moment.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        if (date.From is not { } from) return "until " + Day(date.To!.Value);
        if (date.To is not { } to) return "from " + Day(from);
        if (from == to) return Day(from);
        var wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        if (wholeMonths && from.Month == 1 && to.Month == 12) return from.Year == to.Year ? Text(from, "yyyy") : $"{Text(from, "yyyy")}–{Text(to, "yyyy")}";
        if (wholeMonths && from.Year == to.Year && from.Month == to.Month) return Text(from, "MMM yyyy");
        if (from.Year != to.Year) return $"{Day(from)} – {Day(to)}";
        return from.Month == to.Month ? $"{Text(from, "%d")}–{Day(to)}" : $"{Text(from, "d MMM")} – {Day(to)}";
    }

    public static string Day(DateOnly day) => Text(day, "d MMM yyyy");

    /// <summary>From the first date to the last: "3-28 Mar 2026".</summary>
    public static string Range(UncertainDate first, UncertainDate last)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(last);
        var from = first.From ?? first.To;
        var to = last.To ?? last.From;
        return from is { } f && to is { } t && f <= t ? Of(UncertainDate.Between(f, t, DateGrain.Day, "")) : "dates not known";
    }

    /// <summary>"&gt;=12" -> "at least 12", "~14000" -> "about 14,000"; a value that is no amount is returned as it is.</summary>
    public static string Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.AsSpan().TrimStart("<>=~") is not [>= '0' and <= '9', ..]) return value;
        var (words, rest) =
            value.StartsWith(">=", StringComparison.Ordinal) ? ("at least ", value[2..])
            : value.StartsWith("<=", StringComparison.Ordinal) ? ("at most ", value[2..])
            : value.StartsWith('>') ? ("more than ", value[1..])
            : value.StartsWith('<') ? ("fewer than ", value[1..])
            : value.StartsWith('~') ? ("about ", value[1..])
            : ("", value);
        var cut = 0;
        while (cut < rest.Length && (char.IsAsciiDigit(rest[cut]) || rest[cut] == '.')) cut++;
        if (cut < rest.Length && rest[cut] == '-' && cut > 0) return words + Grouped(rest[..cut], 4) + "–" + Value(rest[(cut + 1)..]);
        return words + Grouped(rest[..cut], words.Length > 0 ? 4 : 5) + rest[cut..]; // a bare number of four digits may be a year
    }

    /// <summary>"1 page", "12 pages".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"2 origins", "at least 2, at most 4 origins".</summary>
    public static string Origins(int atLeast, int atMost) =>
        atMost <= atLeast ? Count(atLeast, "origin") : string.Create(CultureInfo.InvariantCulture, $"at least {atLeast}, at most {atMost} origins");

    public static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" %", " %", StringComparison.Ordinal);

    public static string Kind(ChangeKind kind) => kind == ChangeKind.Refine ? "Refinement" : kind.ToString();

    /// <summary>A sign for each kind, so that colour is never the only one.</summary>
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Refine => "◎",
        ChangeKind.Update => "→",
        ChangeKind.Contradiction => "≠",
        ChangeKind.Denial => "✕",
        ChangeKind.Correction => "↺",
        ChangeKind.Confirmation => "✓",
        _ => "•",
    };

    public static string Role(BlockRole role) => role switch
    {
        BlockRole.Related => "teaser of another story",
        BlockRole.OtherStory => "another story",
        BlockRole.Outlet => "outlet's name",
        BlockRole.Notice => "notice",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>How the words of a channel are said: "NPA" -> "to NPA", "a statement" -> "in a statement".</summary>
    public static string Channel(string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.Split(' ')[0] is "in" or "at" or "on" or "by" or "to" or "during" or "via") return channel;
        foreach (var word in channel.ToLowerInvariant().Split(' '))
        {
            switch (word)
            {
                case "conference" or "briefing" or "meeting" or "hearing" or "session" or "rally" or "summit": return "at " + channel;
                case "statement" or "address" or "interview" or "letter" or "message" or "video" or "report" or "speech" or "post" or "article" or "broadcast" or "email" or "tweet" or "parliament": return "in " + channel;
                case "television" or "tv" or "radio" or "twitter" or "telegram" or "facebook": return "on " + channel;
                case "telephone" or "phone": return "by " + channel;
            }
        }

        return "to " + channel;
    }

    /// <summary>The answers of a track in its order, each once until it changes: "at least 12 → 19 → 23".</summary>
    public static string Path(Track track) => Path((track ?? throw new ArgumentNullException(nameof(track))).Entries.Select(e => e.Value));

    /// <param name="values">Of a long line some in the middle may be left out; an empty one stands for them.</param>
    public static string Path(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var steps = new List<string>();
        foreach (var value in values.Select(v => v.Length == 0 ? "…" : Value(v)))
            if (steps.Count == 0 || steps[^1] != value) steps.Add(value);
        return steps.Count <= 7 ? string.Join(" → ", steps) : string.Join(" → ", steps.Take(3)) + " → … → " + string.Join(" → ", steps.TakeLast(2));
    }

    /// <summary>What the two sides of a change are to each other.</summary>
    public static (string Before, string After) Sides(ChangeKind kind) => kind switch
    {
        ChangeKind.Contradiction => ("One account", "Another account"),
        ChangeKind.Denial => ("Claim", "Denial"),
        ChangeKind.Confirmation => ("Claim", "Confirmed"),
        ChangeKind.Correction => ("First said", "Corrected"),
        ChangeKind.Refine => ("First said", "More exactly"),
        _ => ("Before", "After"),
    };

    private static string Grouped(string digits, int least) =>
        digits.Length >= least && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,0.############", CultureInfo.InvariantCulture) : digits;

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
