using System.Globalization;
using System.Numerics;

namespace Dateline.Reading;

/// <summary>How words, pairs of words and the words of class attributes speak for or against a line's being story: log-odds of the share of story among their lines, each site counted once.</summary>
/// <remarks>Learned by Dateline.Training; models/page-*.tsv can be read.</remarks>
internal sealed class PageWords
{
    private const int Near = 3; // elements around the block that count as near

    private readonly WeightTable words;
    private readonly WeightTable classes;

    public PageWords(IEnumerable<(int Key, float Weight)> words, IEnumerable<(int Key, float Weight)> classes)
    {
        this.words = new WeightTable([.. words]);
        this.classes = new WeightTable([.. classes]);
    }

    /// <summary>The tables for one kind of page: "html" or "text".</summary>
    public static PageWords Load(string kind) => new(
        Resources.Rows($"models/page-words-{kind}.tsv").Select(row => (KeyOf(Measure.KeysOf(row[0])), Number(row[1]))),
        kind == "text" ? [] : Resources.Rows("models/page-classes.tsv").Select(row => (KeyOf(Enum.Parse<ClassReach>(row[0], ignoreCase: true), row[1]), Number(row[2]))));

    /// <param name="keys">One word's key, or those of two words that stand behind each other.</param>
    public static int KeyOf(ReadOnlySpan<int> keys) => keys.Length == 1 ? keys[0] : KeyOf(keys[0], keys[1]);

    public static int KeyOf(ClassReach reach, ReadOnlySpan<char> word)
    {
        var hash = 2166136261 ^ (uint)reach;
        foreach (var c in word) hash = (hash ^ (uint)(c | ' ')) * 16777619;
        return (int)hash;
    }

    /// <param name="up">Elements to climb from the block.</param>
    public static ClassReach ReachOf(int up) => up == 0 ? ClassReach.Own : up <= Near ? ClassReach.Near : ClassReach.Far;

    /// <summary>Mean, lowest and highest weight of the line's words and pairs; zeros where none is known.</summary>
    public Weights Of(Measure measure)
    {
        var weights = new Weights();
        var keys = measure.Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (words.TryFind(keys[i], out var weight)) weights = weights.With(weight);
            if (i + 1 < keys.Length && words.TryFind(KeyOf(keys[i], keys[i + 1]), out var pair)) weights = weights.With(pair);
        }

        return weights;
    }

    /// <summary>The same for the words of the class and id of one element.</summary>
    public Weights Of(HtmlPage tree, int node, ClassReach reach)
    {
        var weights = new Weights();
        foreach (var name in (ReadOnlySpan<HtmlName>)[HtmlName.Class, HtmlName.Id])
        {
            var value = tree.Value(node, name);
            foreach (var word in ClassWords.Split(value))
            {
                if (classes.TryFind(KeyOf(reach, value[word]), out var weight)) weights = weights.With(weight);
            }
        }

        return weights;
    }

    private static int KeyOf(int first, int second) => (int)(BitOperations.RotateLeft((uint)first * 0x9E3779B1, 13) ^ (uint)second);

    private static float Number(string cell) => float.Parse(cell, CultureInfo.InvariantCulture);

    internal readonly record struct Weights(float Sum, int Count, float Lowest, float Highest)
    {
        public float Mean => Count == 0 ? 0 : Sum / Count;

        public Weights With(float weight) => Count == 0 ? new Weights(weight, 1, weight, weight) : new Weights(Sum + weight, Count + 1, Math.Min(Lowest, weight), Math.Max(Highest, weight));

        public Weights With(in Weights other) =>
            other.Count == 0 ? this : Count == 0 ? other : new Weights(Sum + other.Sum, Count + other.Count, Math.Min(Lowest, other.Lowest), Math.Max(Highest, other.Highest));
    }
}

/// <summary>How far above a line an element stands.</summary>
internal enum ClassReach
{
    /// <summary>The block itself.</summary>
    Own,

    /// <summary>The three elements around it.</summary>
    Near,

    /// <summary>All others around it.</summary>
    Far,
}
