using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>What a canonical amount (">10000", "~14000", "10-20", "thousands") allows, for drawing.</summary>
/// <param name="At">Where the mark stands.</param>
/// <param name="Least">Null where the words set no lower bound.</param>
/// <param name="Greatest">Null where the words set no upper bound.</param>
/// <param name="Included">True where the bound itself may be the amount: "at least", not "more than".</param>
/// <param name="Rough">True where only an order of magnitude is said.</param>
public sealed record AmountSpread(double At, double? Least, double? Greatest, bool Included = true, bool Rough = false)
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.Ordinal)
    {
        ["tens"] = 10, ["dozens"] = 12, ["scores"] = 20, ["hundreds"] = 100, ["thousands"] = 1e3, ["tens of thousands"] = 1e4,
        ["hundreds of thousands"] = 1e5, ["millions"] = 1e6, ["billions"] = 1e9,
    };

    /// <summary>Null where the value is no amount.</summary>
    public static AmountSpread? Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Words.TryGetValue(value, out var order)) return new AmountSpread(order, order, order * 10, Rough: true);
        if (value.StartsWith(">=", StringComparison.Ordinal)) return Number(value[2..]) is { } n ? new AmountSpread(n, n, null) : null;
        if (value.StartsWith("<=", StringComparison.Ordinal)) return Number(value[2..]) is { } n ? new AmountSpread(n, null, n) : null;
        if (value.StartsWith('>')) return Number(value[1..]) is { } n ? new AmountSpread(n, n, null, Included: false) : null;
        if (value.StartsWith('<')) return Number(value[1..]) is { } n ? new AmountSpread(n, null, n, Included: false) : null;
        if (value.StartsWith('~')) return Number(value[1..]) is { } n ? new AmountSpread(n, n * 0.9, n * 1.1) : null;
        if (value.Split('-') is [var from, var to] && Number(from) is { } low && Number(to) is { } high && low <= high) return new AmountSpread((low + high) / 2, low, high);
        return Number(value) is { } exact ? new AmountSpread(exact, exact, exact) : null;
    }

    private static double? Number(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (double)number : null;
}
