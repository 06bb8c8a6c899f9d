using System.Text;

namespace Dateline.Reading;

/// <summary>The parts of the page that a line stands in, by elements and roles.</summary>
[Flags]
internal enum Zones
{
    None = 0,
    Article = 1,
    Main = 1 << 1,
    Section = 1 << 2,
    Aside = 1 << 3,
    Nav = 1 << 4,
    Header = 1 << 5,
    Footer = 1 << 6,
    Figure = 1 << 7,
    Form = 1 << 8,
    Table = 1 << 9,
    List = 1 << 10,
    Blockquote = 1 << 11,
    Button = 1 << 12,
    ArticleBody = 1 << 13,
    Hidden = 1 << 14,
    Figcaption = 1 << 15,
    Heading = 1 << 16,
    Paragraph = 1 << 17,
    Details = 1 << 18,
    Video = 1 << 19,
    Address = 1 << 20,

    /// <summary>Drawn by the page's scripts: no part of the visible source.</summary>
    Script = 1 << 21,
}

/// <summary>Where in the tree a line stands.</summary>
/// <param name="Block">The block element that holds the line: index in the page's nodes.</param>
/// <param name="Parent">The nearest block element around <paramref name="Block"/>.</param>
/// <param name="Own">Marks of the classes of the block itself; <paramref name="Near"/>: of the three elements around it; <paramref name="Far"/>: of all others around it, up to the body.</param>
/// <param name="LinkChars">Characters of the line that stand in links.</param>
/// <param name="StrongChars">Characters that stand in bold or emphasised text.</param>
internal sealed record HtmlPlace(int Block, int Parent, int Grand, HtmlTag Tag, Zones Zones, ClassMarks Own, ClassMarks Near, ClassMarks Far, int LinkChars, int StrongChars, int Depth);

/// <summary>The visible lines of a page in page order: one for each block of text, white space collapsed.</summary>
internal sealed class HtmlLines
{
    private readonly HtmlPage page;
    private readonly PageLines lines = new();
    private readonly List<Frame> frames = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder raw = new();
    private readonly Dictionary<string, ClassMarks> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ClassMarks>.AlternateLookup<ReadOnlySpan<char>> classesBySpan;
    private int linkChars;
    private int strongChars;
    private int offset;
    private bool spaced;
    private bool joint; // an element with a name or a date of its own begins or ends here: no word runs over it

    private HtmlLines(HtmlPage page)
    {
        this.page = page;
        classesBySpan = classes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static PageLines Of(HtmlPage page)
    {
        var reader = new HtmlLines(page);
        reader.Walk();
        return reader.lines;
    }

    private void Walk()
    {
        var nodes = page.Nodes;
        frames.Add(new Frame(0, nodes.Count, HtmlTag.Other, true, Zones.None, ClassMarks.None, ClassMarks.None, ClassMarks.None, false, false, false, 0));
        for (var i = 1; i < nodes.Count && !lines.IsTooLong; i++)
        {
            var node = nodes[i];
            while (frames.Count > 1 && frames[^1].Last <= i) Leave();
            if (node.IsText)
            {
                Append(node);
                continue;
            }

            if (HtmlTags.IsHidden(node.Tag))
            {
                if (node.Tag == HtmlTag.Head || node.Last <= i) continue; // what stands in the head is hidden element by element
                i = Math.Max(i, node.Last - 1);
                continue;
            }

            if (node.Tag is HtmlTag.Br or HtmlTag.Hr) Flush();
            if (HtmlTags.IsVoid(node.Tag)) continue;
            Enter(i, node);
        }

        while (frames.Count > 1) Leave();
        Flush();
    }

    private void Enter(int index, in HtmlNode node)
    {
        var above = frames[^1];
        var isBlock = HtmlTags.IsBlock(node.Tag);
        if (isBlock) Flush();
        var own = node.Tag is HtmlTag.Body or HtmlTag.Html ? ClassMarks.None : Classes(page.Value(index, HtmlName.Class)) | Classes(page.Value(index, HtmlName.Id)); // of the body: they name the kind of page, not a part
        joint |= IsJoint(node.Tag, own);
        frames.Add(new Frame(
            index,
            node.Last,
            node.Tag,
            isBlock,
            above.Zones | ZonesOf(index, node.Tag),
            own,
            above.Own | (frames.Count > 1 ? frames[^2].Own : 0) | (frames.Count > 2 ? frames[^3].Own : 0),
            above.Own | above.Far,
            above.InLink || node.Tag == HtmlTag.A,
            above.InStrong || node.Tag is HtmlTag.B or HtmlTag.Strong or HtmlTag.Em or HtmlTag.I,
            above.IsPre || node.Tag == HtmlTag.Pre,
            above.Depth + 1));
    }

    private void Leave()
    {
        if (frames[^1].IsBlock) Flush();
        joint |= IsJoint(frames[^1].Tag, frames[^1].Own);
        frames.RemoveAt(frames.Count - 1);
    }

    private static bool IsJoint(HtmlTag tag, ClassMarks own) => tag == HtmlTag.Time || (own & (ClassMarks.Byline | ClassMarks.Date)) != 0;

    private ClassMarks Classes(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return ClassMarks.None;
        if (classesBySpan.TryGetValue(value, out var known)) return known;
        return classesBySpan[value] = ClassWords.Of(value);
    }

    private Zones ZonesOf(int index, HtmlTag tag)
    {
        var zones = tag switch
        {
            HtmlTag.Article => Zones.Article,
            HtmlTag.Main => Zones.Main,
            HtmlTag.Section => Zones.Section,
            HtmlTag.Aside => Zones.Aside,
            HtmlTag.Nav => Zones.Nav,
            HtmlTag.Header => Zones.Header,
            HtmlTag.Footer => Zones.Footer,
            HtmlTag.Figure => Zones.Figure,
            HtmlTag.Figcaption => Zones.Figcaption,
            HtmlTag.Form => Zones.Form,
            HtmlTag.Table => Zones.Table,
            HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Dl => Zones.List,
            HtmlTag.Blockquote => Zones.Blockquote,
            HtmlTag.Button or HtmlTag.Label => Zones.Button,
            HtmlTag.P => Zones.Paragraph,
            HtmlTag.Details => Zones.Details,
            HtmlTag.Video => Zones.Video,
            HtmlTag.Address => Zones.Address,
            >= HtmlTag.H1 and <= HtmlTag.H6 => Zones.Heading,
            _ => Zones.None,
        };
        var element = page.Nodes[index];
        for (var i = element.Start; i < element.End; i++)
        {
            var attribute = page.Attributes[i];
            var value = page.Source.AsSpan(attribute.Start, attribute.End - attribute.Start);
            zones |= attribute.Name switch
            {
                HtmlName.Hidden => Zones.Hidden,
                HtmlName.AriaHidden when value.Equals("true", StringComparison.OrdinalIgnoreCase) => Zones.Hidden,
                HtmlName.Style when IsNotDisplayed(value) => Zones.Hidden,
                HtmlName.Itemprop when value.Contains("articleBody", StringComparison.OrdinalIgnoreCase) => Zones.ArticleBody,
                HtmlName.Role => value switch
                {
                    "main" => Zones.Main,
                    "article" => Zones.Article,
                    "navigation" or "menu" or "menubar" or "search" or "banner" => Zones.Nav,
                    "complementary" => Zones.Aside,
                    "contentinfo" => Zones.Footer,
                    "dialog" or "alert" or "alertdialog" => Zones.Button,
                    "heading" => Zones.Heading,
                    "script" => Zones.Script,
                    _ => Zones.None,
                },
                _ => Zones.None,
            };
        }

        return zones;
    }

    private static bool IsNotDisplayed(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var rest = style[(at + 7)..].TrimStart();
        return rest.Length > 4 && rest[0] == ':' && rest[1..].TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private void Append(in HtmlNode node)
    {
        var source = page.Source.AsSpan(node.Start, node.End - node.Start);
        var frame = frames[^1];
        if (source.Contains('&'))
        {
            raw.Clear();
            HtmlText.Append(raw, source);
            var decoded = raw.ToString();
            AppendCollapsed(decoded, frame);
        }
        else AppendCollapsed(source, frame);
    }

    private void AppendCollapsed(ReadOnlySpan<char> source, Frame frame)
    {
        var before = text.Length;
        foreach (var c in source)
        {
            if (c <= ' ' || c == '\u00A0' || (c >= '\u2000' && IsRareSpace(c)))
            {
                if (frame.IsPre && c == '\n') Flush();
                else spaced = text.Length > 0;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\uFEFF' or '\u200C' or '\u2060') continue; // no width: not part of the word
            spaced |= joint && text.Length > 0 && char.IsLetterOrDigit(text[^1]) && char.IsLetterOrDigit(c);
            joint = false;
            if (spaced)
            {
                text.Append(' ');
                spaced = false;
            }

            text.Append(c);
        }

        var added = Math.Max(0, text.Length - before);
        if (frame.InLink) linkChars += added;
        if (frame.InStrong) strongChars += added;
    }

    private static bool IsRareSpace(char c) => c is >= '\u2000' and <= '\u200A' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    private void Flush()
    {
        spaced = joint = false;
        if (text.Length == 0) return;
        var inner = frames.Count - 1;
        while (inner > 0 && !frames[inner].IsBlock) inner--;
        var outer = Math.Max(0, inner - 1);
        while (outer > 0 && !frames[outer].IsBlock) outer--;
        var grand = Math.Max(0, outer - 1);
        while (grand > 0 && !frames[grand].IsBlock) grand--;
        var frame = frames[^1];
        var block = frames[inner];
        var own = block.Own;
        for (var i = inner + 1; i < frames.Count; i++) own |= frames[i].Own;
        var content = text.ToString();
        lines.Add(new Line(content, offset, false) { Place = new HtmlPlace(block.Node, frames[outer].Node, frames[grand].Node, block.Tag, frame.Zones, own, block.Near, block.Far, linkChars, strongChars, block.Depth) });
        offset += content.Length + 1;
        text.Clear();
        linkChars = strongChars = 0;
    }

    private readonly record struct Frame(int Node, int Last, HtmlTag Tag, bool IsBlock, Zones Zones, ClassMarks Own, ClassMarks Near, ClassMarks Far, bool InLink, bool InStrong, bool IsPre, int Depth);
}
