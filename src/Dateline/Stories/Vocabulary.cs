using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>In how many articles of the stream so far each term stood, over what is known of news at large. Bounded: now and then all counts are halved, and what stood once is forgotten.</summary>
internal sealed class Vocabulary
{
    /// <summary>The background counts as so many articles: keeps the weights of a small collection from swinging with the order of arrival.</summary>
    private const float Prior = 1_000;

    private const int HalvedAfter = 1 << 17;

    private readonly Dictionary<uint, int> counts = [];
    private int articles;
    private int added;

    public int Count => counts.Count;

    /// <param name="terms">Of one article, each once.</param>
    public void Add(ReadOnlySpan<uint> terms)
    {
        foreach (var term in terms) CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
        articles++;
        if (++added == HalvedAfter) Halve();
    }

    /// <summary>Inverse document frequency, smoothed.</summary>
    public float Weight(uint term) => MathF.Log((articles + Prior) / (counts.GetValueOrDefault(term) + (Prior * Background.Share(term)) + 1));

    public void Write(BinaryWriter into)
    {
        into.Write(articles);
        into.Write(added);
        into.WriteArray<uint>(counts.Keys.ToArray());
        into.WriteArray<int>(counts.Values.ToArray());
    }

    public void Read(BinaryReader from)
    {
        articles = from.ReadInt32();
        added = from.ReadInt32();
        var terms = from.ReadArray<uint>();
        var numbers = from.ReadArray<int>();
        counts.EnsureCapacity(terms.Length);
        for (var i = 0; i < terms.Length; i++) counts[terms[i]] = numbers[i];
    }

    private void Halve()
    {
        articles /= 2;
        added = 0;
        foreach (var term in counts.Keys)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, term);
            if (count < 2) counts.Remove(term);
            else count /= 2;
        }

        counts.TrimExcess();
    }
}
