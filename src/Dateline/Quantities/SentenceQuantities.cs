using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Reads the quantities of one sentence from left to right.</summary>
/// <param name="timed">Which pieces belong to a time expression.</param>
/// <param name="opensBlock">Nothing of its block stands before the sentence: a number there may number a list.</param>
internal sealed class SentenceQuantities(Piece[] pieces, bool[] timed, HeadFinder heads, bool opensBlock)
{
    /// <summary>Nobody in the news is older.</summary>
    private const decimal OldestAge = 125;

    /// <summary>Sides of a score; beyond it, "120-90" is a range.</summary>
    private const decimal HighestScore = 30;

    public IEnumerable<Quantity> Read()
    {
        for (var at = 0; at < pieces.Length;)
        {
            if (Age(at) is { } age)
            {
                yield return age.Quantity;
                at = age.End;
            }
            else if (!timed[at] && Counted(at) is { } counted)
            {
                if (counted.Quantity is not null) yield return counted.Quantity;
                at = Math.Max(at + 1, counted.End);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>"23-year-old", "six months old", "aged 23", "age of 70", "Ana Ruiz, 23, said".</summary>
    private (Quantity Quantity, int End)? Age(int at)
    {
        if (pieces[at].Lower is "aged" or "age" or "ages" && at + 1 < pieces.Length)
        {
            var first = pieces[at + 1].Lower is "of" or "between" or "from" ? at + 2 : at + 1;
            if (!NumberReader.TryRead(pieces, first, out var years) || years.Value > OldestAge) return null;
            var amount = new Amount(Comparator.Exact, years.Value, null, years.Grain);
            var end = years.End;
            if (end + 1 < pieces.Length && pieces[end].Lower is "-" or "to" or "and" && NumberReader.TryRead(pieces, end + 1, out var upper) && upper.Value > years.Value && upper.Value <= OldestAge)
            {
                amount = new Amount(Comparator.Range, years.Value, upper.Value);
                end = upper.End;
            }

            return (Make(at, first, end, end, amount, "age", "year", "en.quantity.age"), end);
        }

        if (!NumberReader.TryRead(pieces, at, out var number)) return null;
        var i = number.End;
        if (i < pieces.Length && pieces[i].Is("-")) i++;
        if (i < pieces.Length && pieces[i].Lower is "year" or "years" or "month" or "months" or "week" or "weeks" or "day" or "days" && number.Value <= 1000)
        {
            var unit = Singular.Of(pieces[i].Lower);
            var old = i + 1 < pieces.Length && pieces[i + 1].Is("-") ? i + 2 : i + 1;
            if (old < pieces.Length && pieces[old].Lower is "old" or "olds" && !(old + 1 < pieces.Length && pieces[old].Lower is "old" && IsThingOfAge(old + 1)))
                return (Make(at, at, old + 1, old + 1, new Amount(Comparator.Exact, number.Value, null, number.Grain), "age", unit, "en.quantity.age"), old + 1);
        }
        else if (number is { InWords: false, Value: > 0 and <= OldestAge } && number.Value % 1 == 0 && number.End == at + 1 && at >= 2 && pieces[at - 1].Is(",") && pieces[at - 2] is { Capital: true, Kind: PieceKind.Word }
                 && (number.End >= pieces.Length || pieces[number.End].Lower is "," or "." or ")") && !(number.End + 1 < pieces.Length && pieces[number.End + 1].Kind == PieceKind.Digits) && !timed[at])
        {
            return (Make(at, at, number.End, number.End, new Amount(Comparator.Exact, number.Value), "age", "year", "en.quantity.age-after-name"), number.End);
        }

        return null;
    }

    /// <summary>"a 20-year-old war" is a length of time, not somebody's age.</summary>
    private bool IsThingOfAge(int at) => pieces[at].Lower is "war" or "conflict" or "regime" or "rule" or "dispute" or "law" or "ban" or "siege" or "agreement" or "treaty" or "insurgency" or "uprising" or "embargo" or "blockade" or "ceasefire" or "truce" or "crisis" or "occupation";

    private (Quantity? Quantity, int End)? Counted(int at)
    {
        var number = at;
        Comparator? bound = null;
        if (Bound.Before.At(pieces, number) is { } before)
        {
            bound = before.Value.Comparator;
            number = before.End;
            if (Bound.Before.At(pieces, number) is { } second) // "more than some 300", "about at least"
            {
                bound = bound == Comparator.Exact ? second.Value.Comparator : bound;
                number = second.End;
            }
        }

        var between = number < pieces.Length && pieces[number].Lower is "between" or "from";
        if (between) number++;
        if (number >= pieces.Length || timed[number]) return null;
        var sign = Unit.Signs.At(pieces, number);
        if (sign is { } money && money.End < pieces.Length) number = money.End;
        if (sign is null && Couple(at, number) is { } couple) return couple;
        if (sign is null && Magnitude(at, number, bound) is { } magnitude) return magnitude;
        if (sign is null && Fraction.At(pieces, number) is { } fraction) return Share(at, fraction, bound);
        if (number >= pieces.Length || timed[number] || !NumberReader.TryRead(pieces, number, out var written)) return null;
        if (!IsNumberOfThings(number, written, sign is not null)) return (null, written.End);
        if (sign is not null) written = MoneyScale(written);
        var end = written.End;
        var amount = new Amount(bound ?? Comparator.Exact, written.Value, null, Rounding(written));
        if (Range(written, end, between, sign is not null) is { } range)
        {
            if (bound is null or Comparator.Exact or Comparator.About) amount = range.Amount;
            end = range.End;
        }
        else if (between && pieces[number - 1].Is("between") && !IsBetweenUnits(end))
        {
            return null;
        }

        if (between && amount.Comparator != Comparator.Range && !IsBetweenUnits(end)) at = sign is null ? number : at + 1;
        if (Bound.After.At(pieces, end) is { } after && bound is null && amount.Comparator == Comparator.Exact)
        {
            amount = amount with { Comparator = after.Value.Comparator };
            end = after.End;
        }

        return Unitary(at, number, end, amount, sign);
    }

    /// <summary>Adds the unit or the head, and a comparator that follows them ("300 people or more").</summary>
    private (Quantity? Quantity, int End) Unitary(int at, int number, int end, Amount amount, (Unit Value, int End)? sign)
    {
        if (sign is { } money) return (Make(at, at, end, end, Scaled(amount, money.Value.Factor), money.Value.Name, "", "en.quantity.money"), end);
        if (end + 1 < pieces.Length && pieces[end].Lower is "years" or "months" && pieces[end + 1].Is("old"))
            return (Make(at, at, end, end + 2, amount, "age", Singular.Of(pieces[end].Lower), "en.quantity.age"), end + 2);
        var unitAt = end < pieces.Length && pieces[end].Is("-") ? end + 1 : end;
        if (Unit.Words.At(pieces, unitAt) is { } unit && !IsAmbiguous(unit.Value, unitAt, unit.End))
        {
            if (Wider(amount, unit, number > 0 && pieces[number - 1].Is("between")) is { } wide) (amount, unit) = wide;
            if (IsNegative(number)) (at, amount) = (Math.Min(at, number - 1), amount with { Value = -amount.Value });
            var rule = unit.Value.Kind switch { "percent" => "en.quantity.percent", "measure" => "en.quantity.measure", _ => "en.quantity.money" };
            var (of, _) = unit.Value.Kind == "percent" && unit.End < pieces.Length && pieces[unit.End].Is("of") ? heads.After(unit.End) : ("", 0);
            return (Make(at, at, end, unit.End, Scaled(amount, unit.Value.Factor), unit.Value.Name, of, rule), unit.End);
        }

        if (number > 0 && pieces[number - 1].Is("magnitude") && amount.Value < 11) return (Make(at, at, end, end, amount, "magnitude", "", "en.quantity.measure"), end);
        var (head, headEnd) = heads.After(end);
        if (head.Length == 0 && amount is { Comparator: Comparator.Exact, Value: 1 } && pieces[number].Is("one") && !IsCountedOne(end)) return (null, end);
        if (head.Length == 0)
        {
            head = heads.Before(at);
            headEnd = end;
        }

        if (headEnd > end && amount.Comparator == Comparator.Exact && Bound.After.At(pieces, headEnd) is { } after)
        {
            amount = amount with { Comparator = after.Value.Comparator };
            headEnd = after.End;
        }

        return (Make(at, at, end, headEnd, amount, "count", head, "en.quantity.count"), Math.Max(end, headEnd));
    }

    /// <summary>"-18 °C", "minus 5 degrees": a sign that is joined to its number and to nothing before it.</summary>
    private bool IsNegative(int number) =>
        number > 0 && (pieces[number - 1].Is("minus") || (pieces[number - 1] is { Lower: "-", Glued: false } && pieces[number].Glued));

    /// <summary>"between 44 mg and 50 mg".</summary>
    private bool IsBetweenUnits(int end) => Unit.Words.At(pieces, end) is { } unit && unit.End < pieces.Length && pieces[unit.End].Is("and");

    /// <summary>"44 mg to 50 mg": a range whose ends both carry the unit.</summary>
    private (Amount Amount, (Unit Value, int End) Unit)? Wider(Amount amount, (Unit Value, int End) unit, bool between)
    {
        if (amount.Comparator is not (Comparator.Exact or Comparator.About) || unit.End + 1 >= pieces.Length || pieces[unit.End].Lower is not ("to" or "-" or "and")) return null;
        if (pieces[unit.End].Is("and") && !between) return null;
        if (!NumberReader.TryRead(pieces, unit.End + 1, out var upper) || upper.Value <= amount.Value || upper.End >= pieces.Length) return null;
        return Unit.Words.At(pieces, upper.End) is { } same && same.Value.Name == unit.Value.Name ? (new Amount(Comparator.Range, amount.Value, upper.Value, amount.Grain), same) : null;
    }

    /// <summary>"two thirds of voters", "half of the fleet".</summary>
    private (Quantity? Quantity, int End) Share(int at, (decimal Value, int End) fraction, Comparator? bound)
    {
        if (Unit.Words.At(pieces, fraction.End) is { Value.Kind: "measure" } unit && pieces[fraction.End].Lower.Length > 1 && !IsAmbiguous(unit.Value, fraction.End, unit.End))
            return (Make(at, at, fraction.End, unit.End, new Amount(bound ?? Comparator.Exact, fraction.Value, null, 0.01m), unit.Value.Name, "", "en.quantity.measure"), unit.End); // "one-half mile"
        var counts = fraction.End < pieces.Length && (pieces[fraction.End].Is("of") || NumberReader.TryRead(pieces, fraction.End - 1, out _));
        var (head, headEnd) = counts ? heads.After(fraction.End) : ("", fraction.End);
        if (headEnd < fraction.End || head.Length == 0) headEnd = fraction.End;
        return (Make(at, at, fraction.End, headEnd, new Amount(bound ?? Comparator.Exact, fraction.Value, null, 0.01m), "fraction", head, "en.quantity.fraction"), headEnd);
    }

    /// <summary>A glued letter after money is a scale: "$10B", "$2.1T".</summary>
    private WrittenNumber MoneyScale(WrittenNumber number)
    {
        if (number.End >= pieces.Length || !pieces[number.End].Glued) return number;
        var scale = pieces[number.End].Lower switch { "b" => 1_000_000_000m, "t" => 1_000_000_000_000m, _ => 1m };
        return scale == 1 || number.Value > 1_000_000 ? number : number with { Value = number.Value * scale, Grain = number.Grain * scale, End = number.End + 1 };
    }

    /// <summary>"one" alone counts only where it is killed, hurt and the like: "and one was killed".</summary>
    private bool IsCountedOne(int end) => end < pieces.Length && pieces[end].Lower is "was" or "dead" or "died" or "killed" or "wounded" or "injured" or "missing";

    /// <summary>A single letter means a unit right after digits; apart from them only "t", "g" and "l" do, and "in" before a measure's word ("2 in thick").</summary>
    private bool IsAmbiguous(Unit unit, int at, int end)
    {
        if (unit.Kind != "measure" || end != at + 1) return false;
        if (pieces[at].Is("in")) return !(at > 0 && pieces[at - 1].Kind == PieceKind.Digits && end < pieces.Length && pieces[end].Lower is "thick" or "long" or "wide" or "high" or "deep" or "tall");
        if (pieces[at].Lower.Length > 1 || pieces[at].Glued) return false;
        return !(at > 0 && pieces[at - 1].Kind == PieceKind.Digits && pieces[at].Lower is "t" or "g" or "l") || (end < pieces.Length && pieces[end] is { Glued: true, Lower: "." or "'" or "'s" or "-" });
    }

    /// <summary>dozens, scores, hundreds, tens of thousands; "several hundred", "a few dozen".</summary>
    private (Quantity? Quantity, int End)? Magnitude(int at, int number, Comparator? bound)
    {
        if (number >= pieces.Length || MagnitudeAt(number) is not { } magnitude) return null;
        var end = magnitude.End;
        var (head, headEnd) = heads.After(end);
        if (head.Length == 0 && pieces[end - 1].Lower is not ("hundreds" or "thousands" or "millions" or "billions" or "dozens" or "scores")) return (null, end);
        if (bound == Comparator.About) at = number; // "talking about hundreds": the magnitude is vague enough
        var amount = new Amount(bound is Comparator.Exact or Comparator.About or null ? Comparator.Magnitude : bound.Value, magnitude.Value, null, magnitude.Value);
        return (Make(at, at, end, Math.Max(end, headEnd), amount, "count", head, "en.quantity.magnitude"), Math.Max(end, headEnd));
    }

    /// <summary>"a couple of people", "a couple of hundred homes": about two, or two of the scale.</summary>
    private (Quantity? Quantity, int End)? Couple(int at, int number)
    {
        if (!pieces[number].Is("a") || number + 3 >= pieces.Length || !pieces[number + 1].Is("couple") || !pieces[number + 2].Is("of")) return null;
        var (value, end) = NumberReader.IsScale(pieces[number + 3].Lower) ? (2 * NumberWords.All.Scales[pieces[number + 3].Lower], number + 4) : (2m, number + 3);
        var (head, headEnd) = heads.After(end);
        return head.Length == 0 ? null : (Make(at, at, end, headEnd, new Amount(Comparator.About, value, null, value / 2), "count", head, "en.quantity.count"), headEnd);
    }

    private (decimal Value, int End)? MagnitudeAt(int at)
    {
        static decimal? Plural(string word) => word switch { "tens" => 10, "dozens" => 12, "scores" => 20, "hundreds" => 100, "thousands" => 1_000, "millions" => 1_000_000, "billions" => 1_000_000_000, "trillions" => 1_000_000_000_000, _ => null };
        if (Plural(pieces[at].Lower) is { } value)
        {
            if (pieces[at].Is("scores") && !(at + 1 < pieces.Length && pieces[at + 1].Lower is "of" or "more" or "were" or "killed" or "dead" or "injured" or "wounded")) return null;
            if (pieces[at].Is("tens") && !(at + 2 < pieces.Length && pieces[at + 1].Is("of"))) return null;
            if (at + 2 < pieces.Length && pieces[at + 1].Is("of") && Plural(pieces[at + 2].Lower) is { } times && times > value) return (value * times, at + 3);
            return (value, at + 1);
        }

        var vague = pieces[at].Lower switch { "several" or "many" => at + 1, "a" when at + 1 < pieces.Length && pieces[at + 1].Is("few") => at + 2, "few" => at + 1, _ => -1 };
        if (vague < 0 || vague >= pieces.Length || !NumberReader.IsScale(pieces[vague].Lower)) return null;
        decimal product = 1;
        var end = vague;
        for (; end < pieces.Length && NumberReader.IsScale(pieces[end].Lower); end++) product *= NumberWords.All.Scales[pieces[end].Lower];
        return product <= 1_000_000_000_000m ? (product, end) : null;
    }

    /// <summary>"10 to 15", "10-15", "between 10 and 15", "10 to 15 million".</summary>
    private (Amount Amount, int End)? Range(WrittenNumber lower, int at, bool between, bool money)
    {
        if (at + 2 < pieces.Length && pieces[at].Is("-") && pieces[at + 1].Lower is "to" or "or") at++; // "8- to 16-metre"
        if (at + 1 >= pieces.Length || !(pieces[at].Lower is "to" or "-" or "or" || (between && pieces[at].Is("and")))) return null;
        var next = money && Unit.Signs.At(pieces, at + 1) is { } sign ? sign.End : at + 1;
        if (next >= pieces.Length || !NumberReader.TryRead(pieces, next, out var upper)) return null;
        var least = lower.Value;
        // a scale said once holds for both: "10 to 15 million"
        for (decimal scale = 1_000_000_000_000; scale >= 1_000 && least < 1_000; scale /= 1_000)
            if (upper.Value >= scale && least * scale <= upper.Value && upper.Grain >= scale / 1_000 && HasScaleWord(upper.End))
            {
                least *= scale;
                break;
            }

        return upper.Value > least ? (new Amount(Comparator.Range, least, upper.Value, Math.Min(Rounding(lower), Rounding(upper))), upper.End) : null;
    }

    private bool HasScaleWord(int end) => NumberReader.IsScale(pieces[end - 1].Lower) || pieces[end - 1].Lower is "m" or "k";

    /// <summary>Not a year, a name's number, a score, a code, a list number, an address.</summary>
    private bool IsNumberOfThings(int at, WrittenNumber number, bool money)
    {
        if (money) return true;
        var before = at > 0 ? pieces[at - 1] : default;
        var end = number.End;
        var next = end < pieces.Length ? pieces[end] : default;
        if (number.InWords) return !(before.Lower is "no" or "number" && number.Value == 1) && !(next.Lower is "of" && number.Value == 1) && !(next.Lower is "another" or "-");
        if (at > 0 && pieces[at].Glued && before.Lower is "-" or "/" or "#" or "_" or "@" or "=" or "." or ":" && before.Glued) return false; // F-16, 9/11
        if (at > 0 && pieces[at].Glued && before.Kind == PieceKind.Word) return false;                                          // A380
        if (next.Glued && next.Kind == PieceKind.Word && next.Lower is "st" or "nd" or "rd" or "th" or "s" or "D" or "d" && next.Glued) return false;
        if (next.Glued && next.Lower is "/" or ":" or "'s") return false;
        if (before.Lower is "no" or "number" or "chapter" or "article" or "section" or "resolution" or "flight" or "route" or "highway" or "room" or "channel" or "page" or "group" or "unit" or "level" or "phase" or "act" or "bill" or "class" or "version" or "line" or "platform" or "gate" or "grade" or "category" or "covid" or "#" or "vol" or "issue" or "part" or "episode" or "season") return false;
        if (before.Is(".") && at > 1 && pieces[at - 2].Is("no")) return false;
        if (opensBlock && at == 0 && (end >= pieces.Length || (next.Lower is "." or ")" or ":" && next.Glued))) return false;
        if (next is { Glued: true, Lower: "-" } && end + 1 < pieces.Length && pieces[end + 1] is { Glued: true, Kind: PieceKind.Digits }) return IsRangeOfThings(number, end + 1);
        if (end + 1 < pieces.Length && next is { Capital: true, Kind: PieceKind.Word } && IsAddress(end)) return false;
        return true;
    }

    /// <summary>Of two joined numbers: a telephone number or a score is no range of things.</summary>
    private bool IsRangeOfThings(WrittenNumber lower, int at)
    {
        if (!NumberReader.TryRead(pieces, at, out var upper) || upper.Value <= lower.Value) return false;
        if (upper.End + 1 < pieces.Length && pieces[upper.End] is { Glued: true, Lower: "-" } && pieces[upper.End + 1] is { Glued: true, Kind: PieceKind.Digits }) return false;
        return upper.Value > HighestScore || heads.After(upper.End).Head.Length > 0 || Unit.Words.At(pieces, upper.End) is not null;
    }

    private bool IsAddress(int at)
    {
        for (var i = at; i < Math.Min(pieces.Length, at + 4); i++)
            if (pieces[i].Lower is "street" or "avenue" or "road" or "lane" or "boulevard" or "drive" or "square" && pieces[i].Capital) return true;
        return false;
    }

    /// <summary>The step of rounding: by the scale word; round thousands in digits count as rounded to two digits.</summary>
    private static decimal Rounding(WrittenNumber number)
    {
        if (number.Grain != 1 || number.InWords) return number.Grain;
        decimal step = 1;
        while (number.Value >= 1_000 && number.Value % (step * 10) == 0 && step * 100 < number.Value) step *= 10;
        return step >= 100 ? step : 1;
    }

    private static Amount Scaled(Amount amount, decimal factor) =>
        factor == 1 ? amount : amount with { Value = amount.Value * factor, Upper = amount.Upper * factor, Grain = amount.Grain * factor };

    private Quantity Make(int start, int numberStart, int numberEnd, int end, Amount amount, string unit, string head, string rule) =>
        new(new TextSpan(pieces[start].Start, pieces[end - 1].End), new TextSpan(pieces[numberStart].Start, pieces[numberEnd - 1].End), amount, unit, head, rule);
}
