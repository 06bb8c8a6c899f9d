using System.Runtime.InteropServices;

namespace Dateline.Language;

/// <summary>
/// A small neural network over a sentence: the words' vectors go through recurrent layers; then each word is compared, as a dependent, with each word as a head (Dozat and Manning 2017),
/// and gets its tag anew. Trained by Dateline.Training.
/// </summary>
internal sealed class Network
{
    private readonly NetworkShape shape;
    private readonly float[] weights; // matrices in panels
    private readonly WordVectors vectors;

    private Network(NetworkShape shape, float[] weights, WordVectors vectors)
    {
        this.shape = shape;
        this.weights = weights;
        this.vectors = vectors;
    }

    public NetworkShape Shape => shape;

    /// <summary>Numbers that are needed on the way.</summary>
    public int RoomFor(int words) => (words * Math.Max((2 * shape.Width) + shape.Gates, Math.Max((3 * shape.Arcs) + NetworkShape.Distances, 2 * shape.Kinds))) + (Matrices.Padded(words + 1) * shape.Arcs);

    /// <summary>Sets the words' vectors as the last layer leaves them.</summary>
    /// <param name="x">The network's width for each word.</param>
    public void Read(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags, Span<float> x, Span<float> room)
    {
        x.Clear();
        Span<uint> keys = stackalloc uint[WordVectors.Traits];
        Span<int> rows = stackalloc int[WordVectors.Traits];
        for (var i = 0; i < words.Length; i++)
        {
            WordVectors.KeysOf(words[i], tags[i], keys);
            vectors.RowsOf(keys, rows);
            vectors.Add(rows, x.Slice(i * shape.Width, shape.Width));
        }

        var y = Take(ref room, x.Length);
        var cells = Take(ref room, x.Length);
        var gates = Take(ref room, words.Length * shape.Gates);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            Matrices.MultiplyPacked(x, words.Length, shape.Width, Of(shape.Recurrent(layer)), shape.Gates, gates);
            Recurrence.Run(shape.Width, Of(shape.GateBias(layer)), Of(shape.GatePeep(layer)), x, gates, cells, y);
            y.CopyTo(x);
        }
    }

    /// <param name="scores">A row for each word, a column for each tag.</param>
    public void ScoreTags(ReadOnlySpan<float> x, ReadOnlySpan<byte> tags, Span<float> scores)
    {
        Matrices.MultiplyPacked(x, tags.Length, shape.Width, Of(shape.TagWeights), shape.TagColumns, scores);
        var bias = Of(shape.TagBias);
        for (var i = 0; i < tags.Length; i++) Matrices.AddToRows(scores.Slice(i * shape.TagColumns, shape.TagColumns), bias.Slice(tags[i] * shape.TagColumns, shape.TagColumns));
    }

    /// <param name="scores">A row for each word; a column for each word as its head, and behind them one for the root.</param>
    public void ScoreArcs(ReadOnlySpan<float> x, int words, Span<float> scores, Span<float> room)
    {
        var across = Matrices.Padded(words + 1);
        var dependents = Role(x, words, 0, ref room);
        var heads = Role(x, words, 1, ref room);
        Matrices.Rectify(dependents);
        Matrices.Rectify(heads);
        var questions = Take(ref room, words * shape.Arcs);
        Matrices.MultiplyPacked(dependents, words, shape.Arcs, Of(shape.Questions), shape.Arcs, questions);
        Matrices.AddToRows(questions, Of(shape.QuestionBias));
        var far = Take(ref room, words * NetworkShape.Distances);
        Matrices.MultiplyPacked(dependents, words, shape.Arcs, Of(shape.FarWeights), NetworkShape.Distances, far);
        Matrices.AddToRows(far, Of(shape.FarBias));
        var answers = Take(ref room, shape.Arcs * across);
        answers.Clear();
        Matrices.Transpose(heads, words, shape.Arcs, answers, across);
        var root = Of(shape.Root);
        for (var i = 0; i < root.Length; i++) answers[(i * across) + words] = root[i];
        Matrices.Multiply(questions, words, shape.Arcs, answers, across, scores);
        for (var word = 0; word < words; word++)
        {
            var row = scores.Slice(word * across, words + 1);
            var ofWord = far.Slice(word * NetworkShape.Distances, NetworkShape.Distances);
            for (var head = 0; head < row.Length; head++) row[head] += ofWord[NetworkShape.DistanceOf(word, head, words)];
        }
    }

    /// <param name="scores">A row for each word, a column for each relation.</param>
    public void ScoreRelations(ReadOnlySpan<float> x, ReadOnlySpan<int> heads, Span<float> scores, Span<float> room)
    {
        var words = heads.Length;
        var dependents = Role(x, words, 2, ref room);
        var governors = Role(x, words, 3, ref room);
        var distances = Of(shape.DistanceKinds);
        for (var i = 0; i < words; i++)
        {
            var row = dependents.Slice(i * shape.Kinds, shape.Kinds);
            if (heads[i] < words) Matrices.AddToRows(row, governors.Slice(heads[i] * shape.Kinds, shape.Kinds));
            Matrices.AddToRows(row, distances.Slice(NetworkShape.DistanceOf(i, heads[i], words) * shape.Kinds, shape.Kinds));
        }

        Matrices.Rectify(dependents);
        Matrices.MultiplyPacked(dependents, words, shape.Kinds, Of(shape.RelationWeights), shape.RelationColumns, scores);
        Matrices.AddToRows(scores, Of(shape.RelationBias));
    }

    private Span<float> Role(ReadOnlySpan<float> x, int words, int role, ref Span<float> room)
    {
        var target = Take(ref room, words * shape.RoleWidth(role));
        Matrices.MultiplyPacked(x, words, shape.Width, Of(shape.RoleWeights(role)), shape.RoleWidth(role), target);
        Matrices.AddToRows(target, Of(shape.RoleBias(role)));
        return target;
    }

    private static Span<float> Take(ref Span<float> room, int size)
    {
        var taken = room[..size];
        room = room[size..];
        return taken;
    }

    private ReadOnlySpan<float> Of(Range part) => weights.AsSpan(part);

    public static Network Read(ref ReadOnlySpan<byte> source, int tags, int relations)
    {
        var shape = new NetworkShape(source[0] * Matrices.Step, source[1], source[2] * Matrices.Step, source[3] * Matrices.Step, tags, relations);
        source = source[4..];
        var weights = new float[shape.Size];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)MemoryMarshal.Read<Half>(source[(2 * i)..]);
        source = source[(2 * weights.Length)..];
        foreach (var (part, columns) in shape.Multipliers()) Matrices.Pack(weights.AsSpan(part), columns);
        return new Network(shape, weights, WordVectors.Read(ref source, shape.Width));
    }

    public static void Write(BinaryWriter writer, NetworkShape shape, ReadOnlySpan<float> weights)
    {
        writer.Write((byte)(shape.Width / Matrices.Step));
        writer.Write((byte)shape.Layers);
        writer.Write((byte)(shape.Arcs / Matrices.Step));
        writer.Write((byte)(shape.Kinds / Matrices.Step));
        foreach (var weight in weights) writer.Write((Half)weight);
    }
}
