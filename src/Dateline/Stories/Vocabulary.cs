using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>In how many articles of the stream so far each term stood.</summary>
internal sealed class Vocabulary
{
    /// <summary>Articles that are taken as read before the first: keeps the weights of a small collection from swinging.</summary>
    private const int Prior = 100;

    private readonly Dictionary<uint, int> counts = [];
    private int articles;

    /// <param name="terms">Of one article, each once.</param>
    public void Add(IEnumerable<uint> terms)
    {
        articles++;
        foreach (var term in terms) CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
    }

    /// <summary>Inverse document frequency, smoothed: log((N + prior) / (n + 1)).</summary>
    public float Weight(uint term) => MathF.Log((articles + Prior) / (counts.GetValueOrDefault(term) + 1f));
}
