namespace Dateline.Language;

/// <summary>The sizes of the parser's network, and where in the one row of its weights each matrix begins.</summary>
/// <param name="Width">Of the vector of a word.</param>
/// <param name="Layers">Recurrent layers; each reads the sentence in both directions, half of the width for each.</param>
/// <param name="Arcs">Width of what a word is as a head and as a dependent.</param>
/// <param name="Kinds">Width of what decides the relation.</param>
internal sealed record NetworkShape(int Width, int Layers, int Arcs, int Kinds, int Tags, int Relations)
{
    /// <summary>Distances between head and dependent, told apart coarsely; the last is that to the root.</summary>
    public const int Distances = 16;

    public const int RoleCount = 4;

    /// <summary>Per direction a candidate, a gate of the cell and a gate of the output.</summary>
    public int Gates => 3 * Width;

    public int TagColumns => Matrices.Padded(Tags);

    public int RelationColumns => Matrices.Padded(Relations);

    private int Layer => (Width + 2) * Gates;

    public Range Recurrent(int layer) => Part(layer * Layer, Width * Gates);

    public Range GateBias(int layer) => Part((layer * Layer) + (Width * Gates), Gates);

    /// <summary>How the cell of the word before speaks for the gates.</summary>
    public Range GatePeep(int layer) => Part((layer * Layer) + ((Width + 1) * Gates), Gates);

    /// <summary>Dependent and head for arcs, then dependent and head for relations.</summary>
    public int RoleWidth(int role) => role < 2 ? Arcs : Kinds;

    public Range RoleWeights(int role) => Part((Layers * Layer) + ((Width + 1) * (role < 2 ? role * Arcs : (2 * Arcs) + ((role - 2) * Kinds))), Width * RoleWidth(role));

    public Range RoleBias(int role) => Part(RoleWeights(role).End.Value, RoleWidth(role));

    /// <summary>From what a word is as a dependent to what it asks of a head.</summary>
    public Range Questions => Part(RoleBias(RoleCount - 1).End.Value, Arcs * Arcs);

    public Range QuestionBias => Part(Questions.End.Value, Arcs);

    /// <summary>From what a word is as a dependent to how far off its head is.</summary>
    public Range FarWeights => Part(QuestionBias.End.Value, Arcs * Distances);

    public Range FarBias => Part(FarWeights.End.Value, Distances);

    public Range Root => Part(FarBias.End.Value, Arcs);

    public Range DistanceKinds => Part(Root.End.Value, Distances * Kinds);

    public Range RelationWeights => Part(DistanceKinds.End.Value, Kinds * RelationColumns);

    public Range RelationBias => Part(RelationWeights.End.Value, RelationColumns);

    public Range TagWeights => Part(RelationBias.End.Value, Width * TagColumns);

    /// <summary>For each tag that the tagger found, a row.</summary>
    public Range TagBias => Part(TagWeights.End.Value, Tags * TagColumns);

    public int Size => TagBias.End.Value;

    /// <summary>What sentences are multiplied by, and how many columns each has.</summary>
    public IEnumerable<(Range Part, int Columns)> Multipliers()
    {
        for (var layer = 0; layer < Layers; layer++) yield return (Recurrent(layer), Gates);
        for (var role = 0; role < RoleCount; role++) yield return (RoleWeights(role), RoleWidth(role));
        yield return (Questions, Arcs);
        yield return (FarWeights, Distances);
        yield return (RelationWeights, RelationColumns);
        yield return (TagWeights, TagColumns);
    }

    public static int DistanceOf(int word, int head, int words)
    {
        if (head == words) return Distances - 1;
        var far = Math.Abs(head - word) switch { 1 => 0, 2 => 1, 3 => 2, 4 => 3, < 7 => 4, < 11 => 5, _ => 6 };
        return head < word ? far : far + 7;
    }

    private static Range Part(int start, int length) => start..(start + length);
}
