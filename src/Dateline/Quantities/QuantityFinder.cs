using System.Collections.Immutable;
using Dateline.Language;
using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Numbers with comparator, unit and head. Parts of time expressions are left out, but for ages.</summary>
internal static class QuantityFinder
{
    public static ImmutableArray<Quantity> Find(Analysis analysis, ImmutableArray<Timex> timexes)
    {
        var found = ImmutableArray.CreateBuilder<Quantity>();
        foreach (var sentence in analysis.Sentences)
        {
            var pieces = Piece.Read(analysis.Text, sentence.Span);
            var reader = new SentenceQuantities(pieces, Timed(pieces, sentence.Span, timexes), new HeadFinder(analysis, pieces), IsBlockStart(analysis, sentence));
            found.AddRange(reader.Read());
        }

        return found.ToImmutable();
    }

    private static bool IsBlockStart(Analysis analysis, Sentence sentence) => sentence.Span.Start <= analysis.BlockOf(sentence).Span.Start + 1;

    /// <summary>Which pieces belong to a time expression.</summary>
    private static bool[] Timed(Piece[] pieces, TextSpan sentence, ImmutableArray<Timex> timexes)
    {
        var timed = new bool[pieces.Length];
        foreach (var timex in timexes)
        {
            if (!timex.Span.Overlaps(sentence)) continue;
            for (var i = 0; i < pieces.Length; i++)
                if (timex.Span.Contains(pieces[i].Start)) timed[i] = true;
        }

        return timed;
    }
}
