namespace Dateline.Reading;

/// <summary>One element or one piece of text. An element's descendants stand right behind it, up to <see cref="Last"/>.</summary>
internal struct HtmlNode
{
    public HtmlTag Tag;
    public bool IsText;

    /// <summary>A hash of the name of an element that <see cref="HtmlTag"/> does not know.</summary>
    public int Unknown;
    public int Parent;

    /// <summary>Index behind the last descendant.</summary>
    public int Last;

    /// <summary>Of text: range in the source. Of an element: its first attribute in <see cref="HtmlPage.Attributes"/>, and the index behind its last.</summary>
    public int Start;
    public int End;
}

/// <summary>A page's elements and texts in document order. Built in one pass, by the standard's rules for implied and misplaced tags as far as reading needs them.</summary>
internal sealed class HtmlPage
{
    public const int MostDepth = 512;
    public const int MostNodes = 2_000_000;
    private const int Reach = 128; // open elements that an end tag looks through

    private readonly List<int> open = [];
    private int foreign = -1; // depth of the open svg or math element

    private HtmlPage(string source) => Source = source;

    public string Source { get; }

    public List<HtmlNode> Nodes { get; } = [];

    public List<HtmlAttribute> Attributes { get; } = [];

    public bool IsTooDeep { get; private set; }

    public bool IsTruncated { get; private set; }

    /// <param name="behind">Read behind the source, whatever the source leaves open: a tag, a quote, an element.</param>
    public static HtmlPage Parse(string source, string behind = "")
    {
        var page = new HtmlPage(source + behind);
        page.Nodes.Add(new HtmlNode { Parent = -1, Tag = HtmlTag.Other });
        page.open.Add(0);
        page.Take(new HtmlTokenizer(source));
        if (behind.Length > 0) page.Take(new HtmlTokenizer(page.Source, source.Length));
        page.Close(0);
        return page;
    }

    private void Take(HtmlTokenizer tokens)
    {
        while (tokens.Next())
        {
            if (Nodes.Count >= MostNodes)
            {
                IsTruncated = true;
                break;
            }

            switch (tokens.Kind)
            {
                case HtmlToken.Text: AddText(tokens.Start, tokens.End); break;
                case HtmlToken.StartTag: StartElement(tokens.Tag, tokens.Unknown, tokens.Attributes, tokens.SelfClosing); break;
                case HtmlToken.EndTag: EndElement(tokens.Tag, tokens.Unknown); break;
            }

            tokens.IsForeign = foreign >= 0;
        }

        CloseTo(1);
    }

    /// <summary>The node is the element or stands within it.</summary>
    public bool Holds(int element, int node) => node >= element && node < Nodes[element].Last;

    /// <summary>Raw value of an attribute, or an empty span.</summary>
    public ReadOnlySpan<char> Value(int node, HtmlName name)
    {
        var element = Nodes[node];
        if (element.IsText) return default;
        for (var i = element.Start; i < element.End; i++)
        {
            if (Attributes[i].Name == name) return Source.AsSpan(Attributes[i].Start, Attributes[i].End - Attributes[i].Start);
        }

        return default;
    }

    public bool Has(int node, HtmlName name)
    {
        var element = Nodes[node];
        for (var i = element.Start; i < element.End && !element.IsText; i++)
        {
            if (Attributes[i].Name == name) return true;
        }

        return false;
    }

    private HtmlTag TagOf(int depth) => Nodes[open[depth]].Tag;

    private void AddText(int start, int end) => Nodes.Add(new HtmlNode { IsText = true, Parent = open[^1], Start = start, End = end, Last = Nodes.Count + 1 });

    private void StartElement(HtmlTag tag, int unknown, List<HtmlAttribute> attributes, bool selfClosing)
    {
        if (foreign < 0) Imply(tag);
        if (tag is HtmlTag.Html or HtmlTag.Body or HtmlTag.Head && IsOpen(tag)) return;
        var first = Attributes.Count;
        Attributes.AddRange(attributes);
        var node = Nodes.Count;
        Nodes.Add(new HtmlNode { Tag = tag, Unknown = unknown, Parent = open[^1], Start = first, End = Attributes.Count, Last = node + 1 });
        if (HtmlTags.IsVoid(tag) || (selfClosing && (foreign >= 0 || tag is HtmlTag.Svg or HtmlTag.Math))) return;
        if (open.Count >= MostDepth)
        {
            IsTooDeep = true;
            return;
        }

        if (tag is HtmlTag.Svg or HtmlTag.Math && foreign < 0) foreign = open.Count;
        open.Add(node);
    }

    /// <summary>Closes what the standard says that a start tag closes.</summary>
    private void Imply(HtmlTag tag)
    {
        while (HtmlTags.IsBlock(tag) && TagOf(open.Count - 1) is HtmlTag.Rt or HtmlTag.Rp) CloseTo(open.Count - 1); // a reading that is left open does not hide the page
        if (TagOf(open.Count - 1) == HtmlTag.Head && tag is not (HtmlTag.Title or HtmlTag.Meta or HtmlTag.Link or HtmlTag.Script or HtmlTag.Style or HtmlTag.Base or HtmlTag.Noscript or HtmlTag.Template or HtmlTag.Other)) CloseTo(open.Count - 1);
        if (HtmlTags.ClosesP(tag)) CloseNearest(HtmlTag.P, HtmlTag.Button, HtmlTag.Table);
        switch (tag)
        {
            case HtmlTag.Li: CloseNearest(HtmlTag.Li, HtmlTag.Ul, HtmlTag.Ol); break;
            case HtmlTag.Dt or HtmlTag.Dd:
                CloseNearest(HtmlTag.Dt, HtmlTag.Dl, HtmlTag.Table);
                CloseNearest(HtmlTag.Dd, HtmlTag.Dl, HtmlTag.Table);
                break;
            case HtmlTag.Tr: CloseNearest(HtmlTag.Tr, HtmlTag.Table, HtmlTag.Table); break;
            case HtmlTag.Td or HtmlTag.Th:
                CloseNearest(HtmlTag.Td, HtmlTag.Tr, HtmlTag.Table);
                CloseNearest(HtmlTag.Th, HtmlTag.Tr, HtmlTag.Table);
                break;
            case HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot:
                CloseNearest(HtmlTag.Tbody, HtmlTag.Table, HtmlTag.Table);
                CloseNearest(HtmlTag.Thead, HtmlTag.Table, HtmlTag.Table);
                break;
            case HtmlTag.Option: CloseNearest(HtmlTag.Option, HtmlTag.Select, HtmlTag.Div); break;
            case HtmlTag.A: CloseNearest(HtmlTag.A, HtmlTag.Td, HtmlTag.Table); break;
            case >= HtmlTag.H1 and <= HtmlTag.H6:
                if (HtmlTags.IsHeading(TagOf(open.Count - 1))) CloseTo(open.Count - 1);
                break;
        }
    }

    /// <summary>Closes the nearest open element of a kind, unless a boundary of its own stands before it.</summary>
    private void CloseNearest(HtmlTag tag, HtmlTag boundary, HtmlTag other)
    {
        for (var depth = open.Count - 1; depth > 0 && depth > open.Count - Reach; depth--)
        {
            var at = TagOf(depth);
            if (at == tag)
            {
                if (tag == HtmlTag.A) Remove(depth);
                else CloseTo(depth);
                return;
            }

            if (at == boundary || at == other || (at is HtmlTag.Table or HtmlTag.Td or HtmlTag.Th && tag is not (HtmlTag.Tr or HtmlTag.Tbody or HtmlTag.Thead))) return;
        }
    }

    private void EndElement(HtmlTag tag, int unknown)
    {
        if (tag == HtmlTag.Br) StartElement(tag, 0, [], false);
        for (var depth = open.Count - 1; depth > 0 && depth > open.Count - Reach; depth--)
        {
            var at = TagOf(depth);
            if (at == tag && Nodes[open[depth]].Unknown == unknown)
            {
                if (HtmlTags.IsFormatting(tag) && HasBlockAbove(depth)) Remove(depth);
                else CloseTo(depth);
                return;
            }

            if (HtmlTags.IsBoundary(at) && tag is not (HtmlTag.Table or HtmlTag.Tr or HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot or HtmlTag.Body or HtmlTag.Html)) return;
            if (!HtmlTags.IsSpecial(tag) && !HtmlTags.IsFormatting(tag) && tag != HtmlTag.Other && HtmlTags.IsSpecial(at)) return;
        }
    }

    private bool HasBlockAbove(int depth)
    {
        for (var above = depth + 1; above < open.Count; above++)
        {
            if (HtmlTags.IsSpecial(TagOf(above))) return true;
        }

        return false;
    }

    private bool IsOpen(HtmlTag tag)
    {
        for (var depth = 0; depth < Math.Min(open.Count, 4); depth++)
        {
            if (TagOf(depth) == tag) return true;
        }

        return false;
    }

    private void CloseTo(int depth)
    {
        for (var top = open.Count - 1; top >= Math.Max(depth, 1); top--)
        {
            Close(open[top]);
            open.RemoveAt(top);
        }

        if (foreign >= open.Count) foreign = -1;
    }

    private void Remove(int depth)
    {
        // its later content is no longer its own: the descendants that stay open end with it
        Close(open[depth]);
        open.RemoveAt(depth);
        if (foreign >= open.Count) foreign = -1;
    }

    private void Close(int node)
    {
        var element = Nodes[node];
        element.Last = Nodes.Count;
        Nodes[node] = element;
    }
}
