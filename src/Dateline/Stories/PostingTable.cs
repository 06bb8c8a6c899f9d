namespace Dateline.Stories;

/// <summary>The newest few numbers of each term, oldest first, in a few large arrays: a list object for each term would take more room than what it holds.</summary>
internal sealed class PostingTable
{
    private const int Most = 32;
    private const int Smallest = 2;
    private const int SegmentSize = 1 << 16;

    private readonly List<int[]> segments = [];
    private readonly List<int>[] free = [[], [], [], [], []]; // runs given back, by size: 2, 4, 8, 16, 32
    private Row[] rows = new Row[1 << 10];
    private int end;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Of(uint term)
    {
        ref var row = ref rows[Find(rows, term)];
        return row.Count == 0 ? [] : Run(row).Slice(0, row.Count);
    }

    /// <summary>Enters the number as the term's newest; the oldest leaves when there are too many.</summary>
    public void Add(uint term, int number)
    {
        if (Count * 4 >= rows.Length * 3) Grow();
        ref var row = ref rows[Find(rows, term)];
        if (row.Count == 0)
        {
            Count++;
            row = new Row { Term = term, Start = Take(Smallest), Room = Smallest };
        }

        var run = Run(row);
        var at = run.Slice(0, row.Count).IndexOf(number);
        if (at < 0 && row.Count == Most) at = 0;
        if (at >= 0)
        {
            run.Slice(at + 1, row.Count - at - 1).CopyTo(run[at..]);
            run[row.Count - 1] = number;
            return;
        }

        if (row.Count == row.Room)
        {
            var start = Take(row.Room * 2);
            var wider = segments[start / SegmentSize].AsSpan(start % SegmentSize, row.Room * 2);
            run.CopyTo(wider);
            free[Size(row.Room)].Add(row.Start);
            row.Start = start;
            row.Room *= 2;
            run = wider;
        }

        run[row.Count++] = number;
    }

    public void Write(BinaryWriter into)
    {
        into.Write(rows.Length);
        into.Write(Count);
        for (var at = 0; at < rows.Length; at++)
        {
            if (rows[at].Count == 0) continue;
            into.Write(rows[at].Term);
            into.WriteArray<int>(Of(rows[at].Term));
        }
    }

    public void Read(BinaryReader from)
    {
        var length = from.ReadInt32();
        if (!System.Numerics.BitOperations.IsPow2(length) || length > 1 << 30) throw new InvalidDataException("The index is damaged.");
        rows = new Row[length];
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            var term = from.ReadUInt32();
            foreach (var number in from.ReadArray<int>()) Add(term, number);
        }
    }

    private Span<int> Run(in Row row) => segments[row.Start / SegmentSize].AsSpan(row.Start % SegmentSize, row.Room);

    private int Take(int room)
    {
        var given = free[Size(room)];
        if (given.Count > 0)
        {
            var start = given[^1];
            given.RemoveAt(given.Count - 1);
            return start;
        }

        // runs are powers of two: one that begins at a multiple of its size never crosses a segment's end
        var at = (end + room - 1) / room * room;
        end = at + room;
        while (segments.Count * SegmentSize < end) segments.Add(new int[SegmentSize]);
        return at;
    }

    private static int Size(int room) => System.Numerics.BitOperations.Log2((uint)room) - 1;

    private static int Find(Row[] rows, uint term)
    {
        var mask = rows.Length - 1;
        var at = (int)((term * 2654435769u) >> 7) & mask;
        while (rows[at].Count != 0 && rows[at].Term != term) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        var wider = new Row[rows.Length * 2];
        foreach (var row in rows)
            if (row.Count != 0) wider[Find(wider, row.Term)] = row;
        rows = wider;
    }

    private struct Row
    {
        public uint Term;
        public int Start;
        public byte Count;
        public byte Room;
    }
}
