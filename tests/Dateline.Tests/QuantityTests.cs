using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests;

public class QuantityTests
{
    private static readonly Arbitrary<Amount> Amounts = Arb.From(
        from value in Gen.Choose(1, 100_000)
        from width in Gen.Choose(1, 1_000)
        from comparator in Gen.Elements(Enum.GetValues<Comparator>())
        select comparator == Comparator.Range ? new Amount(comparator, value, value + width) : new Amount(comparator, value));

    [Fact]
    public void An_amount_agrees_with_itself() => Prop.ForAll(Amounts, a => a.AgreementWith(a) == Agreement.Compatible).QuickCheckThrowOnFailure();

    [Fact]
    public void An_amount_allows_at_least_one_number() => Prop.ForAll(Amounts, a => a.Greatest is not { } most || a.Least <= most).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_raised_one_way_is_not_raised_the_other_way() =>
        Prop.ForAll(Amounts, Amounts, (a, b) => a.AgreementWith(b) != Agreement.Raised || b.AgreementWith(a) != Agreement.Raised).QuickCheckThrowOnFailure();

    [Fact]
    public void The_canonical_form_tells_comparators_apart() =>
        Prop.ForAll(Amounts, Amounts, (a, b) => a.Comparator == b.Comparator || a.Canonical != b.Canonical || a.Comparator == Comparator.Magnitude || b.Comparator == Comparator.Magnitude).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Comparator.Exact, 36, Comparator.Exact, 40, Agreement.Raised)]
    [InlineData(Comparator.Exact, 40, Comparator.Exact, 36, Agreement.Lowered)]
    [InlineData(Comparator.AtLeast, 36, Comparator.Exact, 36, Agreement.Compatible)]
    [InlineData(Comparator.MoreThan, 10_000, Comparator.About, 14_000, Agreement.Raised)]
    [InlineData(Comparator.Magnitude, 1_000, Comparator.MoreThan, 10_000, Agreement.Compatible)]
    [InlineData(Comparator.About, 120, Comparator.Exact, 120, Agreement.Compatible)]
    public void Agreement_follows_the_bounds(Comparator first, int one, Comparator second, int other, Agreement agreement) =>
        Assert.Equal(agreement, new Amount(first, one).AgreementWith(new Amount(second, other)));

    [Fact]
    public void Canonical_forms_are_plain_numbers()
    {
        Assert.Equal("1.2", new Amount(Comparator.Exact, 1.20m).Canonical);
        Assert.Equal(">10000", new Amount(Comparator.MoreThan, 10_000m).Canonical);
        Assert.Equal("10-15", new Amount(Comparator.Range, 10, 15).Canonical);
        Assert.Equal("tens of thousands", new Amount(Comparator.Magnitude, 10_000).Canonical);
    }
}
