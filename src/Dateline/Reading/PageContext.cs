using System.Runtime.InteropServices;

namespace Dateline.Reading;

/// <summary>What a page says as a whole, for the features of its lines.</summary>
internal sealed class PageContext
{
    private const int Far = 100;
    private const int Shingle = 4; // words in a row that must stand in a script's text

    private readonly float[] words;  // running sums
    private readonly float[] prose;
    private readonly Dictionary<int, Box> boxes = [];
    private readonly HashSet<long> state = [];
    private readonly HashSet<long> description = [];
    private readonly long titleFold;
    private readonly HtmlPage? tree;
    private readonly int bestParent;
    private readonly int titleNode = -1;
    private readonly (int Start, int Last) article;

    /// <param name="title">Index of the headline's line, or -1.</param>
    /// <param name="titleText">The title as the page's head has it, where no line is known.</param>
    public PageContext(List<Line> lines, int title, string? titleText, HtmlPage? tree = null, string? stateText = null, string? descriptionText = null)
    {
        Title = title;
        this.tree = tree;
        Run = MainRun.Find(lines);
        var titleMeasure = titleText is not null ? Measure.Of(titleText) : title >= 0 ? lines[title].Measure : null;
        if (titleMeasure is not null) TitleWords.Add(titleMeasure);
        titleFold = titleMeasure?.Fold ?? 0;
        for (var i = Run.Start; i < Run.End; i++)
        {
            if (MainRun.IsRunProse(lines[i])) RunWords.Add(lines[i].Measure);
        }

        var count = lines.Count;
        Repeats = new float[count];
        SinceListHead = new float[count];
        SinceProse = new float[count];
        UntilProse = new float[count];
        SincePlea = new float[count];
        ProseBefore = new float[count];
        HeadRun = new float[count];
        Prefix = new float[count];
        words = new float[count + 1];
        prose = new float[count + 1];
        Sweep(lines);
        if (tree is not null) Boxes(lines);
        if (stateText is not null) Shingles(Measure.KeysOf(stateText), state);
        if (descriptionText is not null) Shingles(Measure.KeysOf(descriptionText), description);
        if (tree is null) return;
        titleNode = title >= 0 ? lines[title].Place!.Block : -1;
        Best = boxes.Count == 0 ? -1 : boxes.OrderByDescending(b => b.Value.Weight).ThenBy(b => b.Key).First().Key;
        bestParent = Best > 0 ? tree.Nodes[Best].Parent : -1;
        article = ArticleAround(tree, Best);
    }

    public bool IsHtml => tree is not null;

    public HtmlPage? Tree => tree;

    public int Title { get; }

    public (int Start, int End) Run { get; }

    public Vocabulary TitleWords { get; } = new();

    public Vocabulary RunWords { get; } = new();

    /// <summary>How often the same words stand on the page.</summary>
    public float[] Repeats { get; }

    public float[] SinceListHead { get; }

    public float[] SinceProse { get; }

    public float[] UntilProse { get; }

    public float[] SincePlea { get; }

    /// <summary>Words of prose above the line.</summary>
    public float[] ProseBefore { get; }

    /// <summary>Length of the run of lines without a stop that the line stands in; 0 for prose.</summary>
    public float[] HeadRun { get; }

    /// <summary>1 where most of the line's words are those of an earlier line's beginning.</summary>
    public float[] Prefix { get; }

    public float ProseWords { get; private set; }

    /// <summary>The element whose own lines hold most prose.</summary>
    public int Best { get; } = -1;

    public bool HasState => state.Count > 0;

    public float Density(int i, int reach)
    {
        var from = Math.Max(0, i - reach);
        var to = Math.Min(Repeats.Length, i + reach + 1);
        var all = words[to] - words[from];
        return all == 0 ? 0 : (prose[to] - prose[from]) / all;
    }

    public Box Box(int node) => boxes.GetValueOrDefault(node) ?? Reading.Box.Empty;

    public bool IsInBest(int node) => Best >= 0 && tree!.Holds(Best, node);

    public bool IsInBestParent(int node) => bestParent >= 0 && tree!.Holds(bestParent, node);

    /// <summary>1 in the article element around the best box, 0 elsewhere, 0.5 where there is none.</summary>
    public float IsInArticle(int node) => article.Start < 0 ? 0.5f : node >= article.Start && node < article.Last ? 1 : 0;

    /// <summary>Elements to climb from the headline, and from the line, to where they meet; -1 where there is no headline.</summary>
    public (float From, float Line) TitleSteps(int node) => Steps(titleNode, node);

    /// <summary>The same for the box that holds most prose.</summary>
    public (float From, float Line) BestSteps(int node) => Steps(Best, node);

    public float StateShare(Measure measure) => Share(measure, state);

    public float DescriptionShare(Measure measure) => Share(measure, description);

    public bool SameAsTitle(Measure measure) => titleFold != 0 && measure.Fold == titleFold;

    private (float From, float Line) Steps(int from, int node)
    {
        if (from < 0) return (-1, -1);
        var up = 0;
        for (; !tree!.Holds(from, node); from = tree!.Nodes[from].Parent) up++;
        var down = 0;
        for (; node != from; node = tree!.Nodes[node].Parent) down++;
        return (up, down);
    }

    private static float Share(Measure measure, HashSet<long> set)
    {
        if (set.Count == 0) return -1;
        var keys = measure.Keys;
        if (keys.Length < Shingle) return keys.Length > 0 && set.Contains(Measure.FoldOf(keys)) ? 1 : 0;
        var found = 0;
        for (var i = 0; i + Shingle <= keys.Length; i++)
        {
            if (set.Contains(Measure.FoldOf(keys.AsSpan(i, Shingle)))) found++;
        }

        return found / (float)(keys.Length - Shingle + 1);
    }

    private static void Shingles(int[] keys, HashSet<long> set)
    {
        for (var i = 0; i + Shingle <= keys.Length; i++) set.Add(Measure.FoldOf(keys.AsSpan(i, Shingle)));
    }

    private void Sweep(List<Line> lines)
    {
        var counts = new Dictionary<long, int>(lines.Count);
        var starts = new HashSet<long>(lines.Count);
        var folds = new long[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            folds[i] = lines[i].Measure.Fold;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, folds[i], out _)++;
        }

        int head = -Far, lastProse = -Far, plea = -Far;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isProse = MainRun.IsRunProse(line);
            Repeats[i] = Math.Min(counts[folds[i]], 10);
            SinceListHead[i] = Math.Min(i - head, Far);
            SinceProse[i] = Math.Min(i - lastProse, Far);
            SincePlea[i] = Math.Min(i - plea, Far);
            ProseBefore[i] = prose[i];
            words[i + 1] = words[i] + line.Measure.Words;
            prose[i + 1] = prose[i] + (isProse ? line.Measure.Words : 0);
            var keys = line.Measure.Keys;
            if (keys.Length >= Shingle)
            {
                var beginning = Measure.FoldOf(keys.AsSpan(0, Shingle));
                Prefix[i] = starts.Add(beginning) ? 0 : 1;
            }

            if (line.Is(LineMarks.ListHead)) head = i;
            if (line.Is(LineMarks.Plea)) plea = i;
            if (isProse) lastProse = i;
        }

        ProseWords = prose[^1];
        var next = lines.Count + Far;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            UntilProse[i] = Math.Min(next - i, Far);
            if (MainRun.IsRunProse(lines[i])) next = i;
        }

        for (var i = 0; i < lines.Count;)
        {
            var end = i;
            while (end < lines.Count && !lines[end].Measure.EndsSentence) end++;
            for (var j = i; j < end; j++) HeadRun[j] = Math.Min(end - i, 50);
            i = Math.Max(end, i + 1);
        }
    }

    private void Boxes(List<Line> lines)
    {
        foreach (var line in lines)
        {
            var place = line.Place!;
            var linked = place.LinkChars * 2 > line.Text.Length;
            var weight = !linked && MainRun.IsRunProse(line) ? line.Measure.Words : 0;
            Add(place.Parent, line, place, weight, weight);
            if (place.Grand != place.Parent) Add(place.Grand, line, place, weight, weight * 0.45f);
        }
    }

    private void Add(int node, Line line, HtmlPlace place, float proseWords, float weight)
    {
        if (!boxes.TryGetValue(node, out var box)) boxes[node] = box = new Box();
        box.Words += line.Measure.Words;
        box.Chars += line.Text.Length;
        box.LinkChars += place.LinkChars;
        box.Lines++;
        box.Prose += proseWords;
        box.Weight += weight;
    }

    private static (int, int) ArticleAround(HtmlPage tree, int node)
    {
        for (; node > 0; node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Tag is HtmlTag.Article or HtmlTag.Main) return (node, tree.Nodes[node].Last);
        }

        return (-1, -1);
    }
}

/// <summary>Sums over the lines that stand in one element, its own and those of its blocks.</summary>
internal sealed class Box
{
    public static Box Empty { get; } = new();

    public float Words { get; set; }

    public float Chars { get; set; }

    public float LinkChars { get; set; }

    public float Lines { get; set; }

    public float Prose { get; set; }

    public float Weight { get; set; }
}
