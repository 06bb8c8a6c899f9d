using System.Collections.Immutable;

namespace Dateline.Decisions;

/// <summary>The decisions that stand: those of the log that no later one took back, in its order.</summary>
internal static class Standing
{
    public static ImmutableArray<Decision> Of(ImmutableArray<Decision> log)
    {
        if (log.IsDefaultOrEmpty) return [];
        var undone = new HashSet<int>();
        foreach (var decision in log.Reverse())
            if (decision.Ruling is Ruling.Undo undo && !undone.Contains(decision.Number)) undone.Add(undo.Number);
        return [.. log.Where(d => d.Ruling is not Ruling.Undo && !undone.Contains(d.Number))];
    }

    /// <summary>How well words of an article fit what a decision points at: 2 the same place and words, 1 the same words or mostly the same place, 0 not.</summary>
    public static int Fit(Evidence evidence, ArticleId article, TextSpan span, string words)
    {
        if (evidence.Article != article) return 0;
        var isSame = string.Equals(evidence.Quote, words, StringComparison.Ordinal);
        if (isSame && evidence.Span == span) return 2;
        if (isSame) return 1;
        var shared = Math.Min(span.End, evidence.Span.End) - Math.Max(span.Start, evidence.Span.Start);
        return shared * 2 > Math.Max(span.Length, evidence.Span.Length) ? 1 : 0;
    }

    /// <summary>The item that fits best, the first of equals; null where none fits.</summary>
    public static T? Best<T>(Evidence evidence, IEnumerable<T> items, Func<T, (ArticleId Article, TextSpan Span, string Words)> place)
        where T : class
    {
        T? best = null;
        var most = 0;
        foreach (var item in items)
        {
            var (article, span, words) = place(item);
            var fit = Fit(evidence, article, span, words);
            if (fit > most) (best, most) = (item, fit);
        }

        return best;
    }
}
