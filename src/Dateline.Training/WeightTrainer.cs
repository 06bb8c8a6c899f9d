namespace Dateline.Training;

/// <summary>Averaged perceptron weights that grow as features meet errors. Only pairs of feature and class that were updated take room.</summary>
internal sealed class WeightTrainer
{
    private uint[] keys = new uint[1 << 16];
    private Row[] rows = new Row[1 << 16];
    private int used;
    private Weight[] weights = new Weight[1 << 18];     // each row's entries stand together, and move when they outgrow their room
    private History[] histories = new History[1 << 18];
    private int end;

    /// <summary>The number of decisions so far: weights are averaged over them.</summary>
    public int Step { get; set; } = 1;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        foreach (var key in features)
        {
            var row = rows[Find(key)];
            foreach (var entry in weights.AsSpan(row.Start, row.Count)) scores[entry.Class] += entry.Value;
        }
    }

    public void Update(ReadOnlySpan<uint> features, int right, int wrong, float size = 1)
    {
        foreach (var key in features)
        {
            Add(key, right, size);
            Add(key, wrong, -size);
        }
    }

    public void Add(ReadOnlySpan<uint> features, int @class, float size)
    {
        foreach (var key in features) Add(key, @class, size);
    }

    private void Add(uint key, int @class, float size)
    {
        if (used * 2 > keys.Length) Grow();
        var slot = Find(key);
        ref var row = ref rows[slot];
        if (row.Count == 0)
        {
            keys[slot] = key;
            used++;
        }

        var at = row.Start;
        while (at < row.Start + row.Count && weights[at].Class != @class) at++;
        if (at == row.Start + row.Count)
        {
            if (row.Count == row.Room) Widen(ref row);
            at = row.Start + row.Count++;
            weights[at] = new Weight { Class = @class };
            histories[at] = new History { Stamp = Step };
        }

        ref var history = ref histories[at];
        history.Total += (double)weights[at].Value * (Step - history.Stamp);
        history.Stamp = Step;
        weights[at].Value += size;
    }

    private void Widen(ref Row row)
    {
        var room = row.Room == 0 ? 2 : row.Room * 2;
        while (end + room > weights.Length)
        {
            Array.Resize(ref weights, weights.Length * 2);
            Array.Resize(ref histories, histories.Length * 2);
        }

        Array.Copy(weights, row.Start, weights, end, row.Count);
        Array.Copy(histories, row.Start, histories, end, row.Count);
        row.Start = end;
        row.Room = room;
        end += room;
    }

    /// <summary>The averaged weights in steps of 1 / <paramref name="scale"/>, by key; what rounds to nothing is left out.</summary>
    public List<(uint Key, (byte Class, sbyte Weight)[] Entries)> Averaged(float scale)
    {
        var averaged = new List<(uint, (byte, sbyte)[])>();
        for (var slot = 0; slot < keys.Length; slot++)
        {
            var entries = new List<(byte, sbyte)>();
            for (var at = rows[slot].Start; at < rows[slot].Start + rows[slot].Count; at++)
            {
                var average = (histories[at].Total + ((double)weights[at].Value * (Step - histories[at].Stamp))) / Step;
                var weight = (sbyte)Math.Clamp(Math.Round(average * scale), -127, 127);
                if (weight != 0) entries.Add(((byte)weights[at].Class, weight));
            }

            entries.Sort();
            if (entries.Count > 0) averaged.Add((keys[slot], [.. entries]));
        }

        averaged.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return averaged;
    }

    private int Find(uint key)
    {
        var at = (int)((key * 2654435769u) & (uint)(keys.Length - 1));
        while (rows[at].Count != 0 && keys[at] != key) at = (at + 1) & (keys.Length - 1);
        return at;
    }

    private void Grow()
    {
        uint[] oldKeys = keys;
        Row[] oldRows = rows;
        keys = new uint[oldKeys.Length * 2];
        rows = new Row[keys.Length];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldRows[i].Count == 0) continue;
            var slot = Find(oldKeys[i]);
            keys[slot] = oldKeys[i];
            rows[slot] = oldRows[i];
        }
    }

    private struct Row
    {
        public int Start;
        public int Count;
        public int Room;
    }

    private struct Weight
    {
        public int Class;
        public float Value;
    }

    private struct History
    {
        public double Total;
        public int Stamp;
    }
}
