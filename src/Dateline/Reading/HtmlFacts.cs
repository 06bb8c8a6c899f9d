namespace Dateline.Reading;

/// <summary>What a page's head and scripts say of it, beside its visible lines.</summary>
internal sealed class HtmlFacts
{
    private const int LongestJson = 4 << 20;
    private const int LongestValue = 4000;

    /// <summary>name, property or itemprop of meta elements in lower case, with their content; in page order.</summary>
    public List<(string Key, string Value)> Meta { get; } = [];

    public List<JsonArticle> Articles { get; } = [];

    /// <summary>The entries of a live page, as its JSON-LD has them.</summary>
    public List<JsonArticle> Updates { get; } = [];

    /// <summary>time elements: datetime attribute, node.</summary>
    public List<(string Value, int Node)> Times { get; } = [];

    /// <summary>Elements with an itemprop: name, value of content or datetime (or null), node.</summary>
    public List<(string Name, string? Value, int Node)> Items { get; } = [];

    public string? Title { get; private set; }

    public string? Canonical { get; private set; }

    public string? Language { get; private set; }

    public static HtmlFacts Of(HtmlPage page, List<Remark> remarks)
    {
        var facts = new HtmlFacts();
        for (var i = 1; i < page.Nodes.Count; i++)
        {
            var node = page.Nodes[i];
            if (!node.IsText) facts.Take(page, i, node, remarks);
        }

        return facts;
    }

    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var (name, value) in Meta)
            {
                if (name == key && value.Length > 0) return value;
            }
        }

        return null;
    }

    /// <summary>The words of an element, white space collapsed; at most a line of them.</summary>
    public static string TextOf(HtmlPage tree, int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node + 1; i < tree.Nodes[node].Last && text.Length < 300; i++)
        {
            var inner = tree.Nodes[i];
            if (inner.IsText) HtmlText.Append(text, tree.Source.AsSpan(inner.Start, Math.Min(300, inner.End - inner.Start)));
            else if (HtmlTags.IsHidden(inner.Tag)) i = Math.Max(i, inner.Last - 1);
            else if (HtmlTags.IsBlock(inner.Tag)) text.Append(" | ");
        }

        return Words(text.ToString());
    }

    /// <summary>Within a reader's comment or review, a picture with its maker, or another thing than the page's article.</summary>
    public static bool IsForeign(HtmlPage tree, int node)
    {
        for (node = tree.Nodes[node].Parent; node > 0; node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Tag is HtmlTag.Body or HtmlTag.Html) return false;
            if ((ClassWords.Of(tree.Value(node, HtmlName.Class)) & ClassMarks.Comment) != 0) return true;
            if (tree.Value(node, HtmlName.Itemprop) is "review" or "comment" or "citation" or "hasPart") return true;
            var type = tree.Value(node, HtmlName.Itemtype);
            if (tree.Nodes[node].Tag == HtmlTag.Figure || type.EndsWith("ImageObject", StringComparison.Ordinal) || type.EndsWith("Review", StringComparison.Ordinal) || type.EndsWith("Comment", StringComparison.Ordinal) || type.EndsWith("UserComments", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void Take(HtmlPage page, int i, in HtmlNode node, List<Remark> remarks)
    {
        switch (node.Tag)
        {
            case HtmlTag.Html: Language = Text(page.Value(i, HtmlName.Lang)); break;
            case HtmlTag.Title when Title is null && i + 1 < page.Nodes.Count && page.Nodes[i + 1].IsText:
                Title = Words(HtmlText.Decode(page.Source.AsSpan(page.Nodes[i + 1].Start, page.Nodes[i + 1].End - page.Nodes[i + 1].Start)));
                break;
            case HtmlTag.Link when Canonical is null && page.Value(i, HtmlName.Rel).Equals("canonical", StringComparison.OrdinalIgnoreCase): Canonical = Text(page.Value(i, HtmlName.Href)); break;
            case HtmlTag.A when page.Value(i, HtmlName.Rel).Contains("author", StringComparison.OrdinalIgnoreCase): Items.Add(("rel-author", null, i)); break;
            case HtmlTag.Time when page.Has(i, HtmlName.Datetime): Times.Add((Text(page.Value(i, HtmlName.Datetime)) ?? "", i)); break;
            case HtmlTag.Script when page.Value(i, HtmlName.Type).StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) && i + 1 < page.Nodes.Count && page.Nodes[i + 1].IsText:
                TakeJson(page.Source.AsSpan(page.Nodes[i + 1].Start, page.Nodes[i + 1].End - page.Nodes[i + 1].Start), remarks);
                break;
            case HtmlTag.Meta:
                var content = Text(page.Value(i, HtmlName.Content));
                if (content is null) break;
                var key = page.Value(i, HtmlName.Property);
                if (key.IsEmpty) key = page.Value(i, HtmlName.Name);
                var item = page.Value(i, HtmlName.Itemprop);
                if (key.IsEmpty && item is "author" or "datePublished" or "dateCreated" or "dateModified") Items.Add((item.ToString(), content, i)); // may be those of a comment or a work cited
                else if (!key.IsEmpty || !item.IsEmpty) Meta.Add(((key.IsEmpty ? item : key).ToString().ToLowerInvariant(), content));
                break;
        }

        if (node.Tag != HtmlTag.Meta && page.Value(i, HtmlName.Itemprop) is { IsEmpty: false } name)
        {
            Items.Add((name.ToString(), Text(page.Value(i, HtmlName.Content)) ?? Text(page.Value(i, HtmlName.Datetime)), i));
        }
    }

    private void TakeJson(ReadOnlySpan<char> raw, List<Remark> remarks)
    {
        if (raw.Length > LongestJson) return;
        var text = raw.Trim().ToString();
        if (text.Length == 0) return;
        if (!JsonArticle.Read(text, Articles, Updates) && !JsonArticle.Read(JsonArticle.Mend(text), Articles, Updates)) remarks.Add(new Remark(Codes.BrokenState, "A JSON-LD script of the page is not JSON; what it may say is left out."));
    }

    private static string? Text(ReadOnlySpan<char> raw)
    {
        if (raw.IsEmpty) return null;
        var text = Words(HtmlText.DecodeAttribute(raw.Length > LongestValue ? raw[..LongestValue] : raw));
        return text.Length == 0 ? null : text;
    }

    /// <summary>White space collapsed.</summary>
    public static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
