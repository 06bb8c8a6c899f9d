namespace Dateline.Reading;

/// <summary>Two trained forests for one kind of page: the first scores each line, the second sees the first's scores around it.</summary>
internal sealed record ReadingModel(PageWords Words, Forest First, Forest Second)
{
    private static readonly Lazy<ReadingModel> TextModel = new(() => Load("text"));
    private static readonly Lazy<ReadingModel> HtmlModel = new(() => Load("html"));

    /// <summary>For pages that are only lines.</summary>
    public static ReadingModel Text => TextModel.Value;

    public static ReadingModel Html => HtmlModel.Value;

    /// <summary>Gives every line its score.</summary>
    public void Score(PreparedPage page)
    {
        var lines = page.Lines;
        var scores = new float[lines.Count];
        using var rows = new FeatureBlocks(lines.Count, Second.Features);

        var features = new LineFeatures(lines, page.Context, Words);
        var own = new float[First.Features];
        for (var i = 0; i < lines.Count; i++)
        {
            features.Fill(i, own);
            rows.Set(i, 0, own);
        }

        First.Score(rows, scores);
        var around = new ScoreFeatures(lines, scores, page.Tree);
        var added = new float[Second.Features - First.Features];
        for (var i = 0; i < lines.Count; i++)
        {
            around.Fill(i, added);
            rows.Set(i, First.Features, added);
        }

        Second.Score(rows, scores);
        for (var i = 0; i < lines.Count; i++) lines[i].Score = scores[i];
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
