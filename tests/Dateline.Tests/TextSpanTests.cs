using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests;

public class TextSpanTests
{
    private static readonly Arbitrary<TextSpan> Spans = Gen.Choose(0, 50).SelectMany(s => Gen.Choose(0, 20).Select(l => new TextSpan(s, s + l))).ToArbitrary();

    [Fact]
    public void A_span_never_ends_before_it_begins() =>
        Prop.ForAll<int, int>((start, end) =>
        {
            var valid = start >= 0 && end >= start;
            try
            {
                return new TextSpan(start, end).Length == end - start && valid;
            }
            catch (ArgumentOutOfRangeException)
            {
                return !valid;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Overlap_is_symmetric_and_needs_a_shared_character() =>
        Prop.ForAll(Spans, Spans, (a, b) => a.Overlaps(b) == b.Overlaps(a) && a.Overlaps(b) == Enumerable.Range(0, 80).Any(i => a.Contains(i) && b.Contains(i)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_container_stands_before_its_parts() =>
        Prop.ForAll(Spans, Spans, (a, b) => !a.Contains(b) || b.Contains(a) || b.IsEmpty || a < b).QuickCheckThrowOnFailure();

    [Fact]
    public void The_cover_holds_both() => Prop.ForAll(Spans, Spans, (a, b) => a.Cover(b).Contains(a) && a.Cover(b).Contains(b)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("  two words \n", "two words")]
    [InlineData("none", "none")]
    [InlineData("   ", "")]
    public void Trim_takes_the_white_space_off_both_ends(string text, string expected) => Assert.Equal(expected, new TextSpan(0, text.Length).Trim(text).Slice(text));
}
