namespace Dateline.Stories;

/// <summary>A sum of term vectors with its length; bounded, the lightest terms go first.</summary>
internal sealed class TermSum
{
    private const int Most = 384;
    private const int Kept = 256;

    private uint[] terms = [];
    private float[] weights = [];

    public int Count { get; private set; }

    /// <summary>Its length.</summary>
    public float Norm { get; private set; }

    public ReadOnlySpan<uint> Terms => terms.AsSpan(0, Count);

    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    public void Write(BinaryWriter into)
    {
        into.WriteArray(Terms);
        into.WriteArray(Weights);
        into.Write(Norm);
    }

    public static TermSum Read(BinaryReader from)
    {
        var sum = new TermSum { terms = from.ReadArray<uint>(), weights = from.ReadArray<float>(), Norm = from.ReadSingle() };
        sum.Count = sum.terms.Length;
        return sum.weights.Length == sum.Count ? sum : throw new InvalidDataException("A sum has terms without weights.");
    }

    /// <summary>Adds one article's terms, or the terms of its headline.</summary>
    public void Add(TermVector vector, bool title)
    {
        Span<bool> met = stackalloc bool[vector.Count];
        var found = vector.Terms;
        for (var i = 0; i < Count; i++)
        {
            var at = vector.Find(terms[i]);
            if (at < 0) continue;
            met[at] = true;
            weights[i] += title ? found[at].Title : found[at].Weight;
        }

        var more = 0;
        for (var i = 0; i < found.Length; i++)
            if (!met[i] && (!title || found[i].Title > 0)) more++;
        Reserve(Count + more);
        for (var i = 0; i < found.Length; i++)
        {
            if (met[i] || (title && found[i].Title <= 0)) continue;
            terms[Count] = found[i].Hash;
            weights[Count++] = title ? found[i].Title : found[i].Weight;
        }

        Settle();
    }

    public void Add(TermSum other)
    {
        var places = new Dictionary<uint, int>(Count);
        for (var i = 0; i < Count; i++) places[terms[i]] = i;
        Reserve(Count + other.Count);
        for (var i = 0; i < other.Count; i++)
        {
            if (places.TryGetValue(other.terms[i], out var at))
            {
                weights[at] += other.weights[i];
                continue;
            }

            terms[Count] = other.terms[i];
            weights[Count++] = other.weights[i];
        }

        Settle();
    }

    /// <summary>Cosine; 0 where either is empty.</summary>
    public float Likeness(TermSum other)
    {
        if (Norm == 0 || other.Norm == 0) return 0;
        var (small, large) = Count < other.Count ? (this, other) : (other, this);
        var places = new Dictionary<uint, float>(small.Count);
        for (var i = 0; i < small.Count; i++) places[small.terms[i]] = small.weights[i];
        var dot = 0f;
        for (var i = 0; i < large.Count; i++)
            if (places.TryGetValue(large.terms[i], out var weight)) dot += weight * large.weights[i];
        return dot / (Norm * other.Norm);
    }

    private void Reserve(int room)
    {
        if (room <= terms.Length) return;
        Array.Resize(ref terms, room);
        Array.Resize(ref weights, room);
    }

    private void Settle()
    {
        if (Count > Most)
        {
            var keys = new (float Weight, uint Term)[Count];
            for (var i = 0; i < Count; i++) keys[i] = (-weights[i], terms[i]);
            Array.Sort(keys);
            terms = new uint[Kept];
            weights = new float[Kept];
            Count = Kept;
            for (var i = 0; i < Kept; i++) (terms[i], weights[i]) = (keys[i].Term, -keys[i].Weight);
        }

        var square = 0f;
        foreach (var weight in Weights) square += weight * weight;
        Norm = MathF.Sqrt(square);
    }
}
