namespace Dateline.Reading;

/// <summary>Two trained forests for one kind of page: the first scores each line, the second sees the first's scores around it.</summary>
internal sealed record ReadingModel(PageWords Words, Forest First, Forest Second)
{
    private const int Block = 32; // lines whose rows for the second forest are made at a time

    private static readonly Lazy<ReadingModel> TextModel = new(() => Load("text"));
    private static readonly Lazy<ReadingModel> HtmlModel = new(() => Load("html"));

    /// <summary>For pages that are only lines.</summary>
    public static ReadingModel Text => TextModel.Value;

    public static ReadingModel Html => HtmlModel.Value;

    /// <summary>Gives every line its score.</summary>
    public void Score(PreparedPage page)
    {
        var lines = page.Lines;
        var width = First.Features;
        var rows = LineFeatures.Of(lines, page.Context, Words);
        var scores = new float[lines.Count];
        First.Score(rows, width, scores);
        var around = new ScoreFeatures(lines, scores, page.Tree);
        var wide = Second.Features;
        var wider = new float[wide * Block];
        Span<float> second = stackalloc float[Block];
        for (var from = 0; from < lines.Count; from += Block)
        {
            var count = Math.Min(Block, lines.Count - from);
            for (var i = 0; i < count; i++)
            {
                var row = wider.AsSpan(i * wide, wide);
                rows.AsSpan((from + i) * width, width).CopyTo(row);
                around.Fill(from + i, row[width..]);
            }

            Second.Score(wider.AsSpan(0, count * wide), wide, second[..count]);
            for (var i = 0; i < count; i++) lines[from + i].Score = second[i];
        }

        PageThreshold.Apply(lines);
    }

    private static ReadingModel Load(string kind)
    {
        return new ReadingModel(PageWords.Load(kind), Of("first"), Of("second"));
        Forest Of(string order)
        {
            using var stream = Resources.Open($"models/reading-{kind}-{order}.bin");
            return Forest.Load(stream);
        }
    }
}
