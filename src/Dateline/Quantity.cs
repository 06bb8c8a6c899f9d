using System.Globalization;

namespace Dateline;

/// <summary>How an amount is bounded by its words.</summary>
public enum Comparator
{
    Exact,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Range,

    /// <summary>Only the order of magnitude is said: dozens, hundreds, thousands.</summary>
    Magnitude,
}

/// <summary>How a later amount relates to an earlier one that answers the same question.</summary>
public enum Agreement
{
    Compatible,
    Raised,
    Lowered,

    /// <summary>The two cannot both hold, and neither is simply higher.</summary>
    Conflicting,
    NotComparable,
}

/// <summary>An amount as its words bound it. Decimal, never binary floating point.</summary>
/// <param name="Value">The number said; the lower end of a range; 10, 100, 1000 ... of a magnitude.</param>
/// <param name="Upper">The upper end of a range, else null.</param>
/// <param name="Grain">The step to which the number is rounded: 100,000 for "1.2 million", 1 for "36".</param>
public sealed record Amount(Comparator Comparator, decimal Value, decimal? Upper = null, decimal Grain = 1)
{
    /// <summary>The smallest value that the words allow.</summary>
    public decimal Least => Comparator switch
    {
        Comparator.About => Value * 0.9m,
        Comparator.AtMost or Comparator.LessThan => 0,
        Comparator.Magnitude => Value,
        _ => Value,
    };

    /// <summary>The greatest value that the words allow; null where they set no bound.</summary>
    public decimal? Greatest => Comparator switch
    {
        Comparator.Range => Upper,
        Comparator.About => Value * 1.1m,
        Comparator.AtLeast or Comparator.MoreThan => null,
        Comparator.Magnitude => Value * 100m,
        _ => Value,
    };

    public Agreement AgreementWith(Amount later)
    {
        ArgumentNullException.ThrowIfNull(later);
        if (later.Least > (Greatest ?? decimal.MaxValue)) return Agreement.Raised;
        if ((later.Greatest ?? decimal.MaxValue) < Least) return Agreement.Lowered;
        // "more than 10,000" does not exclude 14,000, yet a number grown by more than its rounding is news.
        if (Comparator is Comparator.AtLeast or Comparator.MoreThan && later.Comparator != Comparator.Magnitude && later.Value > Value * 1.2m + Grain) return Agreement.Raised;
        return Agreement.Compatible;
    }

    /// <summary>"36", ">10000", ">=5", "&lt;3", "&lt;=3", "~14000", "10-20", "thousands".</summary>
    public string Canonical => Comparator switch
    {
        Comparator.About => "~" + Number(Value),
        Comparator.AtLeast => ">=" + Number(Value),
        Comparator.MoreThan => ">" + Number(Value),
        Comparator.AtMost => "<=" + Number(Value),
        Comparator.LessThan => "<" + Number(Value),
        Comparator.Range => Number(Value) + "-" + Number(Upper ?? Value),
        Comparator.Magnitude => MagnitudeWord(Value),
        _ => Number(Value),
    };

    private static string MagnitudeWord(decimal value) => value switch
    {
        10 => "tens",
        12 => "dozens",
        20 => "scores",
        100 => "hundreds",
        1_000 => "thousands",
        10_000 => "tens of thousands",
        100_000 => "hundreds of thousands",
        1_000_000 => "millions",
        1_000_000_000 => "billions",
        _ => Number(value) + "s",
    };

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>A number in the text with what it counts: "more than 10,000 troops".</summary>
/// <param name="Span">The whole expression with comparator and head.</param>
/// <param name="Number">The number alone, with its comparator.</param>
/// <param name="Unit">"count", "percent", an ISO currency, or a unit of measure ("kilometre").</param>
/// <param name="Head">The lower-case singular lemma of what is counted ("troop"); empty where there is none.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Quantity(TextSpan Span, TextSpan Number, Amount Amount, string Unit, string Head, string Rule);
