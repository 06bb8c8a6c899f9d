using System.Runtime.Intrinsics.X86;

namespace Dateline.Training;

/// <summary>Averaged perceptron weights that grow as features meet errors. Only pairs of feature and class that were updated take room.</summary>
/// <param name="least">A weight speaks only once it was changed so often: rare features do not spoil what frequent ones learn, and take no room in the model.</param>
internal sealed class WeightTrainer(int least = 1)
{
    private Row[] rows = new Row[1 << 16];
    private int used;
    private Weight[] weights = new Weight[1 << 18];     // each row's entries stand together, and move when they outgrow their room
    private History[] histories = new History[1 << 18];
    private int end;

    /// <summary>The number of decisions so far: weights are averaged over them.</summary>
    public int Step { get; set; } = 1;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Prefetch(features);
        foreach (var key in features)
        {
            ref readonly var row = ref rows[Find(key)];
            foreach (ref readonly var entry in weights.AsSpan(row.Start, row.Count)) if (entry.Updates >= least) scores[entry.Class] += entry.Value;
        }
    }

    /// <summary>The tables are far greater than the caches: asks for all rows before the first is needed.</summary>
    private unsafe void Prefetch(ReadOnlySpan<uint> features)
    {
        if (!Sse.IsSupported) return;
        fixed (Row* start = rows)
        {
            foreach (var key in features) Sse.Prefetch0(start + Home(key));
        }

        fixed (Weight* start = weights)
        {
            foreach (var key in features) Sse.Prefetch0(start + rows[Home(key)].Start);
        }
    }

    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (var key in features)
        {
            Add(key, right, 1);
            Add(key, wrong, -1);
        }
    }

    private void Add(uint key, int @class, float size)
    {
        if (used * 2 > rows.Length) Grow();
        var slot = Find(key);
        ref var row = ref rows[slot];
        if (row.Count == 0)
        {
            row.Key = key;
            used++;
        }

        var at = row.Start;
        while (at < row.Start + row.Count && weights[at].Class != @class) at++;
        if (at == row.Start + row.Count)
        {
            if (row.Count == row.Room) Widen(ref row);
            at = row.Start + row.Count++;
            weights[at] = new Weight { Class = (short)@class };
            histories[at] = new History { Stamp = Step };
        }

        ref var history = ref histories[at];
        if (weights[at].Updates >= least) history.Total += (double)weights[at].Value * (Step - history.Stamp);
        history.Stamp = Step;
        weights[at].Value += size;
        if (weights[at].Updates < short.MaxValue) weights[at].Updates++;
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
        for (var slot = 0; slot < rows.Length; slot++)
        {
            var entries = new List<(byte, sbyte)>();
            for (var at = rows[slot].Start; at < rows[slot].Start + rows[slot].Count; at++)
            {
                if (weights[at].Updates < least) continue;
                var average = (histories[at].Total + ((double)weights[at].Value * (Step - histories[at].Stamp))) / Step;
                var weight = (sbyte)Math.Clamp(Math.Round(average * scale), -127, 127);
                if (weight != 0) entries.Add(((byte)weights[at].Class, weight));
            }

            entries.Sort();
            if (entries.Count > 0) averaged.Add((rows[slot].Key, [.. entries]));
        }

        averaged.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return averaged;
    }

    private int Home(uint key) => (int)((key * 2654435769u) & (uint)(rows.Length - 1));

    private int Find(uint key)
    {
        var at = Home(key);
        while (rows[at].Count != 0 && rows[at].Key != key) at = (at + 1) & (rows.Length - 1);
        return at;
    }

    private void Grow()
    {
        Row[] old = rows;
        rows = new Row[old.Length * 2];
        foreach (var row in old)
        {
            if (row.Count != 0) rows[Find(row.Key)] = row;
        }
    }

    private struct Row
    {
        public uint Key;
        public int Start;
        public int Count;
        public int Room;
    }

    private struct Weight
    {
        public short Class;
        public short Updates;
        public float Value;
    }

    private struct History
    {
        public double Total;
        public int Stamp;
    }
}
