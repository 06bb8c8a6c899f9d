using System.Collections.Immutable;
using System.Globalization;
using Dateline.Quantities;

namespace Dateline.Time;

/// <summary>A count of days that runs with an event: "on the twelfth day of the strike", "day 12 of the protests".</summary>
/// <param name="Stems">What is counted, cut to its stems and sorted.</param>
internal sealed record DayCount(int Number, string Words, ImmutableArray<string> Stems)
{
    private const int StemLength = 5;
    private const int Reach = 5;
    private const int Most = 2_000;

    /// <summary>"the second day of a visit" ends; what is counted further goes on.</summary>
    private const int Least = 3;

    public static ImmutableArray<DayCount> Of(Article article)
    {
        var found = ImmutableArray.CreateBuilder<DayCount>();
        foreach (var block in article.Blocks.Where(b => b.IsStory))
        {
            var pieces = Piece.Read(article.Text, block.Span);
            for (var i = 1; i + 1 < pieces.Length; i++)
            {
                if (!pieces[i].Is("day")) continue;
                var (start, number, next) = Before(pieces, i) is (var first, { } ordinal) ? (first, ordinal, i + 1) : NumberAt(pieces, i + 1) is { } count ? (i, count, i + 2) : (0, 0, 0);
                if (number is < Least or > Most || next + 1 >= pieces.Length || !pieces[next].Is("of")) continue;
                var end = next + 1;
                while (end < pieces.Length && end <= next + Reach && pieces[end].Kind == PieceKind.Word && pieces[end].Lower is not ("in" or "at" or "and" or "that" or "which" or "against" or "on" or "to" or "with")) end++;
                var stems = pieces[(next + 1)..end].Where(p => p.Lower.Length > 3).Select(p => p.Lower.Length > StemLength ? p.Lower[..StemLength] : p.Lower).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
                if (stems.Length > 0) found.Add(new DayCount(number, article.Text[pieces[start].Start..pieces[end - 1].End], stems));
            }
        }

        return found.ToImmutable();
    }

    public bool IsSameAs(DayCount other) => Stems.Intersect(other.Stems, StringComparer.Ordinal).Any();

    /// <summary>"the 12th", "a twelfth straight".</summary>
    private static (int Start, int? Number) Before(Piece[] pieces, int day)
    {
        var at = day - 1;
        if (pieces[at].Lower is "straight" or "consecutive" && at > 0) at--;
        if (pieces[at].Lower is "st" or "nd" or "rd" or "th" && at > 0 && pieces[at].Glued && pieces[at - 1].Kind == PieceKind.Digits) return (at - 1, NumberAt(pieces, at - 1));
        return (at, NumberWords.All.Ordinals.TryGetValue(pieces[at].Lower, out var number) ? (int)number : null);
    }

    private static int? NumberAt(Piece[] pieces, int at) =>
        at >= pieces.Length ? null
        : pieces[at].Kind == PieceKind.Digits && int.TryParse(pieces[at].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : NumberWords.All.Units.TryGetValue(pieces[at].Lower, out var unit) ? (int)unit : null;
}
