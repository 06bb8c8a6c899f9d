namespace Dateline.Reading;

/// <summary>Two trained forests for one kind of page: the first scores each line, the second sees the first's scores around it.</summary>
internal sealed record ReadingModel(Forest First, Forest Second)
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
        var width = First.Features;
        var rows = LineFeatures.Of(lines, page.Context);
        var scores = new float[lines.Count];
        for (var i = 0; i < scores.Length; i++) scores[i] = First.Score(rows.AsSpan(i * width, width));
        var around = new ScoreFeatures(lines, scores);
        var row = new float[width + ScoreFeatures.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            rows.AsSpan(i * width, width).CopyTo(row);
            around.Fill(i, row.AsSpan(width));
            lines[i].Score = Second.Score(row);
        }
    }

    private static ReadingModel Load(string kind)
    {
        return new ReadingModel(Of("first"), Of("second"));
        Forest Of(string order)
        {
            using var stream = Resources.Open($"models/reading-{kind}-{order}.bin");
            return Forest.Load(stream);
        }
    }
}
