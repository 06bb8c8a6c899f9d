using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Stories;

/// <summary>How placing weighs likeness: learned, kept in models/story-weights.tsv.</summary>
/// <param name="Dated">For an article and an episode with dates: a weight for each of <see cref="Likeness.Features"/>.</param>
/// <param name="TermsLeast">Cosine below which an article and an episode share no more than chance gives, however near in time they are.</param>
/// <param name="Pairs">For two articles of which one is not dated: a weight for each of <see cref="PairLikeness.Features"/>.</param>
/// <param name="PairLeast">How likely an undated article must be of one event with those of an episode, to go there.</param>
/// <param name="PairLinked">How likely the articles of two groups must be of one event on the mean, to become one group.</param>
/// <param name="Story">Least likeness to an older story; how it rises with the logarithm of the number of episodes; days in which likeness fades; how much more alike stories must be that become one.</param>
internal sealed record StoryWeights(ImmutableArray<float> Dated, float TermsLeast, ImmutableArray<float> Pairs, float PairLeast, float PairLinked, ImmutableArray<float> Story)
{
    public const string File = "models/story-weights.tsv";

    private static readonly Lazy<StoryWeights> Learned = new(() =>
    {
        var rows = Resources.Rows(File).ToDictionary(r => r[0], r => r[1..].Select(c => float.Parse(c, CultureInfo.InvariantCulture)).ToImmutableArray(), StringComparer.Ordinal);
        return new StoryWeights(rows["dated"], rows["least"][0], rows["pairs"], rows["least"][1], rows["least"][2], rows["story"]);
    });

    public static StoryWeights Trained => Learned.Value;

    public float StoryDays => Story[2];

    public float MergeFactor => Story[3];

    public float StoryLeast(int episodes) => Story[0] + (Story[1] * MathF.Log(1 + episodes));
}
