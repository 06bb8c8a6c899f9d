using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>What the page says in its own voice: the words of the story that no source says.</summary>
internal static class OutletVoice
{
    private const int ShortestPiece = 3; // words

    public static IEnumerable<TextSpan> Find(Words words, IReadOnlyList<TextSpan> attributed)
    {
        var next = 0;
        foreach (var sentence in words.Sentences)
        {
            if (!words.Analysis.BlockOf(sentence).IsStory) continue;
            while (next < attributed.Count && attributed[next].End <= sentence.Span.Start) next++;
            var start = sentence.Span.Start;
            for (var i = next; i < attributed.Count && attributed[i].Start < sentence.Span.End; i++)
            {
                if (attributed[i].Start > start && Piece(words, sentence, start, attributed[i].Start) is { } before) yield return before;
                start = Math.Max(start, attributed[i].End);
            }

            if (start < sentence.Span.End && Piece(words, sentence, start, sentence.Span.End) is { } rest) yield return rest;
        }
    }

    /// <summary>The words between two offsets without the marks at their edges; null where too few are left.</summary>
    private static TextSpan? Piece(Words words, Sentence sentence, int start, int end)
    {
        int first = -1, last = -1, count = 0;
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            var span = words.Span(i);
            if (span.Start < start || span.End > end) continue;
            if (words.IsMark(i)) continue;
            if (first < 0) first = i;
            last = i;
            count++;
        }

        return count < ShortestPiece ? null : words.Cover(first, last + 1);
    }

    /// <summary>Overlapping and touching spans joined, in order.</summary>
    public static ImmutableArray<TextSpan> Union(IEnumerable<TextSpan> spans)
    {
        var joined = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End) joined[^1] = joined[^1].Cover(span);
            else joined.Add(span);
        }

        return joined.ToImmutable();
    }
}
