using Dateline.Exchange;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Exchange;

public class CodePointsTests
{
    [Fact]
    public void A_pair_of_surrogates_counts_once()
    {
        var points = new CodePoints("a🙂b");
        Assert.Equal([0, 1, 2, 3], new[] { 0, 1, 3, 4 }.Select(points.Of));
    }

    [Fact]
    public void Offsets_equal_the_number_of_runes_before_them() =>
        Prop.ForAll(Gen.Elements("a", "é", "🙂", " ", "—", "𝒳").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), text =>
        {
            var points = new CodePoints(text);
            var at = 0;
            var runes = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                if (points.Of(at) != runes) return false;
                at += rune.Utf16SequenceLength;
                runes++;
            }

            return points.Of(at) == runes;
        }).QuickCheckThrowOnFailure();
}
