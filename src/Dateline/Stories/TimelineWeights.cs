using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Stories;

/// <summary>How the days of a story are weighed: learned, kept in models/timeline-weights.tsv.</summary>
/// <param name="Values">In the order of <see cref="Names"/>.</param>
internal sealed record TimelineWeights(ImmutableArray<double> Values)
{
    public const string File = "models/timeline-weights.tsv";

    public static readonly ImmutableArray<string> Names = ["told", "article", "sentence", "position", "further", "late", "neighbours", "published"];

    private static readonly Lazy<TimelineWeights> Learned = new(() =>
    {
        var rows = Resources.Rows(File).ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new TimelineWeights([.. Names.Select(n => rows[n])]);
    });

    public static TimelineWeights Trained => Learned.Value;

    /// <summary>What a day of speaking counts ("said on Tuesday"), where the day of a deed counts 1.</summary>
    public double Told => Values[0];

    /// <summary>The power of an article's closeness to the story, and of a sentence's.</summary>
    public double Article => Values[1];

    public double Sentence => Values[2];

    /// <summary>The sentence that counts half of the first.</summary>
    public double Position => Values[3];

    /// <summary>What each further mention in an article counts of the one before.</summary>
    public double Further => Values[4];

    /// <summary>How much more a day counts on which an article looks back.</summary>
    public double Late => Values[5];

    /// <summary>How much of the mean of the days around it a day loses: it stands out from them.</summary>
    public double Neighbours => Values[6];

    /// <summary>What an article counts for the day on which it came out, where that day is named at all.</summary>
    public double Published => Values[7];
}
