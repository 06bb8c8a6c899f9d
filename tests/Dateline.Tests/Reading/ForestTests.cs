using System.Text;
using Dateline.Reading;

namespace Dateline.Tests.Reading;

public sealed class ForestTests
{
    private const int Features = 3;

    /// <summary>Trees that grow to one side, to the other, or stay a single leaf.</summary>
    private static Forest Grown(int leaves, int trees)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.UTF8);
        writer.Write(0x31464C44);
        writer.Write(Features);
        writer.Write(trees);
        writer.Write(-0.25f);
        for (var tree = 0; tree < trees; tree++)
        {
            var inner = tree == 0 ? 0 : leaves - 1;
            writer.Write(2 * inner + 1);
            for (var i = 0; i < inner; i++)
            {
                var (leaf, deeper) = ((short)(2 * i + 1), (short)(2 * i + 2));
                writer.Write((short)((i + tree) % Features));
                writer.Write((i * 7 + tree) % 10 / 10f);
                writer.Write(tree % 2 == 0 ? leaf : deeper);
                writer.Write(tree % 2 == 0 ? deeper : leaf);
                Leaf(writer, (i - tree) / 50f);
            }

            Leaf(writer, tree / 40f);
        }

        file.Position = 0;
        return Forest.Load(file);
    }

    private static void Leaf(BinaryWriter writer, float value)
    {
        writer.Write((short)-1);
        writer.Write(value);
        writer.Write((short)0);
        writer.Write((short)0);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(32, 16)]
    [InlineData(32, 37)]
    [InlineData(40, 37)]
    public void Rows_scored_together_score_as_each_alone(int leaves, int count)
    {
        const int Width = Features + 2;
        var forest = Grown(leaves, 9);
        var rows = Enumerable.Range(0, count * Width).Select(i => i % 11 == 0 ? float.NaN : i * 37 % 100 / 100f).ToArray();
        var together = new float[count];
        using var blocks = new FeatureBlocks(count, Width);
        for (var i = 0; i < count; i++) blocks.Set(i, 0, rows.AsSpan(i * Width, Width));
        forest.Score(blocks, together);
        for (var i = 0; i < count; i++) Assert.Equal(forest.Score(rows.AsSpan(i * Width, Features)), together[i]);
    }
}
