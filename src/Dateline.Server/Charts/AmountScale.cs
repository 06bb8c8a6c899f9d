using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Server.Charts;

/// <summary>Amounts along a line, upwards: even steps, or powers of ten where the amounts span orders of magnitude.</summary>
public sealed class AmountScale
{
    /// <summary>From this factor between the greatest and the smallest on, steps are powers of ten.</summary>
    private const double LogFrom = 25;

    private readonly double low;
    private readonly double high;
    private readonly double bottom;
    private readonly double top;

    /// <param name="amounts">What must lie on the axis; all zero or more.</param>
    public AmountScale(IReadOnlyCollection<double> amounts, double bottom, double top)
    {
        (this.bottom, this.top) = (bottom, top);
        var most = amounts.DefaultIfEmpty(1).Max();
        if (most <= 0) most = 1;
        var least = amounts.Where(a => a > 0).DefaultIfEmpty(most).Min();
        IsLog = most / least > LogFrom && !amounts.Contains(0);
        if (IsLog)
        {
            (low, high) = (Math.Pow(10, Math.Floor(Math.Log10(least))), Math.Pow(10, Math.Ceiling(Math.Log10(most * 1.01))));
            Step = 10;
        }
        else
        {
            var from = amounts.Contains(0) || least < most * 0.6 ? 0 : least - (most - least) * 0.5 - most * 0.05;
            Step = Nice(Math.Max((most * 1.05 - from) / 4, most / 1000));
            (low, high) = (Math.Max(0, Math.Floor(from / Step) * Step), Math.Ceiling(most * 1.03 / Step) * Step);
        }
    }

    public bool IsLog { get; }

    public double Step { get; }

    /// <summary>Kept within the axis.</summary>
    public double At(double amount)
    {
        var share = IsLog ? (Math.Log10(Math.Max(amount, low)) - Math.Log10(low)) / (Math.Log10(high) - Math.Log10(low)) : (amount - low) / (high - low);
        return bottom + Math.Clamp(share, 0, 1) * (top - bottom);
    }

    public ImmutableArray<Tick> Ticks()
    {
        var ticks = ImmutableArray.CreateBuilder<Tick>();
        if (IsLog)
        {
            var decades = (int)Math.Round(Math.Log10(high / low));
            var every = Math.Max(1, (decades + 5) / 6);
            for (var i = 0; i <= decades; i += every) ticks.Add(new Tick(At(low * Math.Pow(10, i)), Words(low * Math.Pow(10, i))));
        }
        else
        {
            for (var i = 0; low + i * Step <= high + Step / 2; i++) ticks.Add(new Tick(At(low + i * Step), Words(low + i * Step)));
        }

        return ticks.ToImmutable();
    }

    private static string Words(double amount) => amount switch
    {
        >= 1e12 => Short(amount / 1e12, " tn"),
        >= 1e9 => Short(amount / 1e9, " bn"),
        >= 1e6 => Short(amount / 1e6, " m"),
        _ => amount.ToString("#,0.###", CultureInfo.InvariantCulture),
    };

    private static string Short(double amount, string unit) => amount.ToString("0.###", CultureInfo.InvariantCulture) + unit;

    /// <summary>1, 2 or 5 with zeros: the least that is no smaller.</summary>
    private static double Nice(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
