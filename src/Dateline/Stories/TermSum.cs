using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>A sum of term vectors with its length; bounded, the lightest terms go first.</summary>
internal sealed class TermSum
{
    private const int Most = 900;
    private const int Kept = 500;

    private Dictionary<uint, float> sum = [];
    private float norm;

    public void Add((uint Term, float Weight)[] terms)
    {
        foreach (var (term, weight) in terms) CollectionsMarshal.GetValueRefOrAddDefault(sum, term, out _) += weight;
        Settle();
    }

    public void Add(TermSum other)
    {
        foreach (var (term, weight) in other.sum) CollectionsMarshal.GetValueRefOrAddDefault(sum, term, out _) += weight;
        Settle();
    }

    /// <summary>Cosine with a list of length 1; 0 where either is empty.</summary>
    public float Likeness((uint Term, float Weight)[] terms)
    {
        if (norm == 0) return 0;
        var dot = 0f;
        foreach (var (term, weight) in terms)
            if (sum.TryGetValue(term, out var own)) dot += weight * own;
        return dot / norm;
    }

    public float Likeness(TermSum other)
    {
        if (norm == 0 || other.norm == 0) return 0;
        var (small, large) = sum.Count < other.sum.Count ? (sum, other.sum) : (other.sum, sum);
        var dot = 0f;
        foreach (var (term, weight) in small)
            if (large.TryGetValue(term, out var own)) dot += weight * own;
        return dot / (norm * other.norm);
    }

    private void Settle()
    {
        if (sum.Count > Most) sum = sum.OrderByDescending(t => t.Value).ThenBy(t => t.Key).Take(Kept).ToDictionary(t => t.Key, t => t.Value);
        var square = 0f;
        foreach (var weight in sum.Values) square += weight * weight;
        norm = MathF.Sqrt(square);
    }
}
