using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>Which names and time expressions lie over each token.</summary>
internal sealed class TokenMarks
{
    private readonly Words words;
    private readonly Mention?[] mentionAt;
    private readonly int[] mentionEnd;
    private readonly Timex?[] timexAt;
    private readonly int[] timexEnd;

    public TokenMarks(Words words, ImmutableArray<Mention> mentions, ImmutableArray<Timex> timexes)
    {
        this.words = words;
        (mentionAt, mentionEnd) = Lay(mentions, m => m.Span);
        (timexAt, timexEnd) = Lay(timexes, t => t.Span);
    }

    /// <summary>The mention that a token lies in, or null.</summary>
    public Mention? MentionAt(int token) => mentionAt[token];

    /// <summary>The end of the mention that a token lies in; 0 where it lies in none.</summary>
    public int MentionEnd(int token) => mentionEnd[token];

    /// <summary>The time expression that a token lies in, or null.</summary>
    public Timex? TimexAt(int token) => timexAt[token];

    /// <summary>The end of the time expression that a token lies in; 0 where it lies in none. Weekdays count even where no finder ran.</summary>
    public int TimexEnd(int token) => timexEnd[token] > 0 ? timexEnd[token] : words.Lower(token) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "yesterday" or "today" or "earlier" or "later" or "recently" ? token + 1 : 0;

    private (T?[] At, int[] Ends) Lay<T>(ImmutableArray<T> items, Func<T, TextSpan> span)
        where T : class
    {
        var (at, ends) = (new T?[words.Count], new int[words.Count]);
        var token = 0;
        foreach (var item in items)
        {
            var s = span(item);
            while (token < words.Count && words.Span(token).End <= s.Start) token++;
            var first = token;
            var last = first;
            while (last < words.Count && words.Span(last).Start < s.End) last++;
            for (var i = first; i < last; i++)
            {
                at[i] = item;
                ends[i] = last;
            }
        }

        return (at, ends);
    }
}
