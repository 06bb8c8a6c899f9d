using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>What a story is about so far: the sum of its articles' vectors.</summary>
internal sealed class StoryProfile(StoryId id)
{
    private readonly Dictionary<uint, float> sum = [];

    public StoryId Id { get; } = id;

    public List<int> Articles { get; } = [];

    /// <summary>The newest day among its dated articles.</summary>
    public DateOnly? Newest { get; private set; }

    public DateOnly? Oldest { get; private set; }

    /// <summary>The story that took this one in, if one did.</summary>
    public StoryProfile? MergedInto { get; private set; }

    private float norm;

    public void Add(int article, TermVector vector, UncertainDate published)
    {
        Articles.Add(article);
        foreach (var (term, weight) in vector.Terms) CollectionsMarshal.GetValueRefOrAddDefault(sum, term, out _) += weight;
        Measure();
        if ((published.To ?? published.From) is { } to && (Newest is null || to > Newest)) Newest = to;
        if ((published.From ?? published.To) is { } from && (Oldest is null || from < Oldest)) Oldest = from;
    }

    /// <summary>Cosine, 0 to 1.</summary>
    public float Similarity(TermVector vector)
    {
        var dot = 0f;
        foreach (var (term, weight) in vector.Terms)
            if (sum.TryGetValue(term, out var own)) dot += weight * own;
        return dot / norm;
    }

    public float Similarity(StoryProfile other)
    {
        var (small, large) = sum.Count < other.sum.Count ? (this, other) : (other, this);
        var dot = 0f;
        foreach (var (term, weight) in small.sum)
            if (large.sum.TryGetValue(term, out var own)) dot += weight * own;
        return dot / (norm * other.norm);
    }

    public void Absorb(StoryProfile other)
    {
        foreach (var (term, weight) in other.sum) CollectionsMarshal.GetValueRefOrAddDefault(sum, term, out _) += weight;
        Measure();
        Articles.AddRange(other.Articles);
        if (Newest is null || other.Newest > Newest) Newest = other.Newest;
        if (Oldest is null || other.Oldest < Oldest) Oldest = other.Oldest;
        other.MergedInto = this;
    }

    private void Measure()
    {
        var square = 0f;
        foreach (var weight in sum.Values) square += weight * weight;
        norm = MathF.Sqrt(square);
    }
}
