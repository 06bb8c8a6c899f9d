namespace Dateline.Reading;

/// <summary>The trained forests: for pages that are only lines and for HTML pages, each a first and a second that sees the first's scores around the line.</summary>
internal sealed record ReadingModels(Forest TextFirst, Forest TextSecond, Forest HtmlFirst, Forest HtmlSecond)
{
    private static readonly Lazy<ReadingModels> Shipped = new(() => Load(Resources.Open));

    /// <summary>Those that are embedded.</summary>
    public static ReadingModels Default => Shipped.Value;

    /// <param name="open">Opens "models/reading-text-first.bin" and its like.</param>
    public static ReadingModels Load(Func<string, Stream> open)
    {
        return new ReadingModels(Of("text-first"), Of("text-second"), Of("html-first"), Of("html-second"));
        Forest Of(string name)
        {
            using var stream = open($"models/reading-{name}.bin");
            return Forest.Load(stream);
        }
    }

    /// <summary>Gives every line its score.</summary>
    public void Score(PreparedPage page)
    {
        var (first, second) = page.Context.IsHtml ? (HtmlFirst, HtmlSecond) : (TextFirst, TextSecond);
        var rows = LineFeatures.Of(page.Lines, page.Context);
        var scores = FirstScores(first, rows, page.Lines.Count);
        var row = new float[first.Features + LineFeatures.SecondCount];
        for (var i = 0; i < page.Lines.Count; i++)
        {
            LineFeatures.Second(rows.AsSpan(i * first.Features, first.Features), scores, i, row);
            page.Lines[i].Score = second.Score(row);
        }
    }

    private static float[] FirstScores(Forest forest, float[] rows, int count)
    {
        var scores = new float[count];
        for (var i = 0; i < count; i++) scores[i] = forest.Score(rows.AsSpan(i * forest.Features, forest.Features));
        return scores;
    }
}
