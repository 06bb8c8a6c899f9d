namespace Dateline.Storage.Sqlite;

/// <summary>What was read of one state of the ledger, by the question that it answers. It holds no more than some thousand articles, and nothing of an earlier state.</summary>
internal sealed class VersionCache
{
    /// <summary>Articles in all values together; one without its annotations takes some 12 KB.</summary>
    public const int MostWeight = 4_000;

    private const int Least = 10; // what a value without articles counts for

    private readonly Lock turn = new();
    private readonly Dictionary<object, Held> held = [];
    private string? version;
    private int weight;
    private long asked;

    /// <summary>The value that is held, or a new one.</summary>
    /// <param name="now">The state of the ledger, taken before the value is made: should it change between, what is held is asked for by nobody.</param>
    /// <param name="question">Equal for equal values.</param>
    /// <param name="weigh">The articles in a value.</param>
    public T Get<T>(string now, object question, Func<T> make, Func<T, int>? weigh = null)
    {
        lock (turn)
        {
            if (version != now)
            {
                held.Clear();
                (version, weight) = (now, 0);
            }
            else if (held.TryGetValue(question, out var known) && known.Value is T value)
            {
                known.Asked = ++asked;
                return value;
            }
        }

        var made = make();
        var size = Least + (made is null ? 0 : weigh?.Invoke(made) ?? 0);
        if (made is null || size > MostWeight) return made;
        lock (turn)
        {
            if (version != now || !held.TryAdd(question, new Held(made, size) { Asked = ++asked })) return made;
            weight += size;
            while (weight > MostWeight)
            {
                var oldest = held.MinBy(h => h.Value.Asked);
                held.Remove(oldest.Key);
                weight -= oldest.Value.Weight;
            }
        }

        return made;
    }

    /// <summary>Makes room for what takes much memory itself.</summary>
    public void Clear()
    {
        lock (turn)
        {
            held.Clear();
            weight = 0;
        }
    }

    private sealed class Held(object value, int weight)
    {
        public object Value => value;

        public int Weight => weight;

        /// <summary>The number of the last question for it.</summary>
        public long Asked { get; set; }
    }
}
