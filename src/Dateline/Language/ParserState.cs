namespace Dateline.Language;

/// <summary>How a parser builds its arcs.</summary>
internal enum MoveSystem
{
    /// <summary>A word gets its head when all its dependents are there (Kuhlmann, Gomez-Rodriguez and Satta 2011).</summary>
    Hybrid,

    /// <summary>A word to the right of its head gets it at once, before its own dependents (Nivre 2003).</summary>
    Eager,
}

/// <summary>What the parser may do next.</summary>
internal enum Move
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The word on top of the stack becomes a dependent of the next word.</summary>
    Left,

    /// <summary>Hybrid: the word on top of the stack becomes a dependent of the word below it. Eager: the next word becomes a dependent of the word on top of the stack, and goes onto it.</summary>
    Right,

    /// <summary>Eager: the word on top of the stack, which has its head, is done.</summary>
    Reduce,
}

/// <summary>A stack, the words still to come, and the arcs so far. The root is the word behind the last; in the hybrid system it takes one dependent.</summary>
internal sealed class ParserState
{
    public const int None = -1;
    private readonly int[] stack;
    private readonly int[] heads;
    private readonly byte[] labels;
    private readonly int[] children; // four to a word: outermost and second left, outermost and second right
    private readonly byte[] valencies; // two to a word

    public ParserState(int words, MoveSystem system)
    {
        Words = words;
        System = system;
        stack = new int[words + 1];
        heads = new int[words + 1];
        labels = new byte[words + 1];
        children = new int[(words + 1) * 4];
        valencies = new byte[(words + 1) * 2];
        Array.Fill(heads, None);
        Array.Fill(children, None);
    }

    public int Words { get; }

    public MoveSystem System { get; }

    /// <summary>Index of the next word; equal to <see cref="Words"/> when only the root is left.</summary>
    public int Next { get; private set; }

    public int Depth { get; private set; }

    public bool IsDone => Next == Words && Depth == 0;

    public ReadOnlySpan<int> Heads => heads.AsSpan(0, Words);

    public ReadOnlySpan<byte> Labels => labels.AsSpan(0, Words);

    /// <param name="below">0 for the top.</param>
    public int Stack(int below) => below < Depth ? stack[Depth - 1 - below] : None;

    public int Ahead(int by) => Next + by <= Words ? Next + by : None;

    public int HeadOf(int word) => heads[word];

    public byte LabelOf(int word) => labels[word];

    public int LeftChild(int word) => children[word * 4];

    public int SecondLeftChild(int word) => children[(word * 4) + 1];

    public int RightChild(int word) => children[(word * 4) + 2];

    public int SecondRightChild(int word) => children[(word * 4) + 3];

    public byte LeftValency(int word) => valencies[word * 2];

    public byte RightValency(int word) => valencies[(word * 2) + 1];

    public bool Allows(Move move) => (System, move) switch
    {
        (_, Move.Shift) => Next < Words,
        (MoveSystem.Hybrid, Move.Left) => Depth == 1 || (Depth > 1 && Next < Words),
        (MoveSystem.Hybrid, Move.Right) => Depth > 1,
        (MoveSystem.Eager, Move.Left) => Depth > 0 && heads[Stack(0)] == None,
        (MoveSystem.Eager, Move.Right) => Depth > 0 && Next < Words,
        (MoveSystem.Eager, Move.Reduce) => Depth > 0 && heads[Stack(0)] != None,
        _ => false,
    };

    /// <summary>The arc that the move makes; no arc for a shift and a reduction.</summary>
    public (int Head, int Dependent) ArcOf(Move move) => move switch
    {
        Move.Left => (Next, Stack(0)),
        Move.Right => System == MoveSystem.Hybrid ? (Stack(1), Stack(0)) : (Stack(0), Next),
        _ => (None, None),
    };

    public void Make(Move move, byte label)
    {
        var (head, dependent) = ArcOf(move);
        if (dependent >= 0) Attach(head, dependent, label);
        if (move == Move.Shift || (System == MoveSystem.Eager && move == Move.Right)) stack[Depth++] = Next++;
        else Depth--;
    }

    /// <summary>A new arc from a head to a word that stands farther out than its other dependents on that side.</summary>
    public void Attach(int head, int dependent, byte label)
    {
        heads[dependent] = head;
        labels[dependent] = label;
        var side = dependent < head ? 0 : 2;
        children[(head * 4) + side + 1] = children[(head * 4) + side];
        children[(head * 4) + side] = dependent;
        if (valencies[(head * 2) + (side / 2)] < 7) valencies[(head * 2) + (side / 2)]++;
    }

    public void Relabel(int word, byte label) => labels[word] = label;

    /// <summary>The finished state of a tree, with no labels yet.</summary>
    public static ParserState OfTree(ReadOnlySpan<int> heads)
    {
        var state = new ParserState(heads.Length, MoveSystem.Hybrid) { Next = heads.Length };
        for (var word = heads.Length - 1; word >= 0; word--)
        {
            if (heads[word] > word) state.Attach(heads[word], word, 0);
        }

        for (var word = 0; word < heads.Length; word++)
        {
            if (heads[word] < word) state.Attach(heads[word], word, 0);
        }

        return state;
    }

    /// <summary>All words of a finished tree, each behind its dependents.</summary>
    public int[] LeavesFirst()
    {
        var waiting = new int[Words + 1]; // dependents not yet listed
        for (var word = 0; word < Words; word++) waiting[heads[word]]++;
        var order = new int[Words];
        var count = 0;
        for (var word = 0; word < Words; word++)
        {
            for (var at = word; at < Words && waiting[at] == 0; at = heads[at])
            {
                waiting[at] = -1;
                order[count++] = at;
                waiting[heads[at]]--;
                if (heads[at] > word && heads[at] < Words) break; // its turn comes
            }
        }

        return order;
    }
}
