namespace Dateline.Reading;

internal enum HtmlToken
{
    End,
    Text,
    StartTag,
    EndTag,
    Comment,
    Doctype,
}

/// <summary>The attributes that reading looks at; the others are passed over.</summary>
internal enum HtmlName : byte
{
    Other,
    Class, Id, Itemprop, Itemtype, Role, Href, Rel, Name, Property, Content, Datetime, Hidden, Style, Type, Lang, Title, AriaHidden, Alt, Pubdate,
}

/// <summary>An attribute with the range of its raw value in the source.</summary>
internal readonly record struct HtmlAttribute(HtmlName Name, int Start, int End);

/// <summary>Cuts HTML into tokens by the standard's states, without building anything: tokens are ranges of the source. Never fails, never recurses.</summary>
/// <remarks>Character references stay undecoded; <see cref="HtmlText"/> decodes the ranges that are kept.</remarks>
/// <param name="at">Where it begins.</param>
internal ref struct HtmlTokenizer(string source, int at = 0)
{
    private readonly string source = source;
    private int at = at;
    private HtmlTag raw;

    public HtmlToken Kind { get; private set; }

    /// <summary>Range of the text, the comment, or the tag's name.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    public HtmlTag Tag { get; private set; }

    /// <summary>A hash of the name where <see cref="Tag"/> is <see cref="HtmlTag.Other"/>, else 0.</summary>
    public int Unknown { get; private set; }

    public bool SelfClosing { get; private set; }

    /// <summary>Set by the tree's builder within svg and math: there a CDATA section is text.</summary>
    public bool IsForeign { get; set; }

    /// <summary>Of the last start tag; cleared by the next.</summary>
    public List<HtmlAttribute> Attributes { get; } = [];

    /// <returns>False at the end of the source.</returns>
    public bool Next()
    {
        if (raw != HtmlTag.Other) return RawText();
        if (at >= source.Length) return Stop();
        if (source[at] != '<') return TextUntilTag(at);
        if (at + 1 >= source.Length) return Text(at, source.Length);
        var next = source[at + 1];
        if (char.IsAsciiLetter(next)) return TagAt(at + 1, HtmlToken.StartTag);
        if (next == '!') return Declaration();
        if (next == '?') return Until(HtmlToken.Comment, at + 1, ">", 1);
        if (next != '/') return TextUntilTag(at);
        if (at + 2 >= source.Length) return Text(at, source.Length);
        if (char.IsAsciiLetter(source[at + 2])) return TagAt(at + 2, HtmlToken.EndTag);
        return Until(HtmlToken.Comment, at + 2, ">", 1);
    }

    private bool Stop()
    {
        Kind = HtmlToken.End;
        return false;
    }

    private bool Text(int start, int end)
    {
        (Kind, Start, End, at) = (HtmlToken.Text, start, end, end);
        return true;
    }

    /// <summary>Text up to the next "&lt;" that can begin a tag, a comment or a declaration.</summary>
    private bool TextUntilTag(int start)
    {
        var end = start + (source[start] == '<' ? 1 : 0);
        while (true)
        {
            var found = source.AsSpan(end).IndexOf('<');
            if (found < 0) return Text(start, source.Length);
            end += found;
            if (end + 1 < source.Length && (char.IsAsciiLetter(source[end + 1]) || source[end + 1] is '/' or '!' or '?')) return Text(start, end);
            end++;
        }
    }

    private bool Declaration()
    {
        var rest = source.AsSpan(at + 2);
        if (rest.StartsWith("--"))
        {
            // <!--> and <!---> are empty comments
            if (rest.StartsWith("-->")) return Skip(HtmlToken.Comment, at + 4, at + 4, at + 5);
            if (rest.StartsWith("--->")) return Skip(HtmlToken.Comment, at + 4, at + 4, at + 6);
            var plain = rest[2..].IndexOf("-->", StringComparison.Ordinal);
            var bang = (plain < 0 ? rest[2..] : rest.Slice(2, plain)).IndexOf("--!>", StringComparison.Ordinal);
            var start = at + 4;
            if (bang >= 0) return Skip(HtmlToken.Comment, start, start + bang, start + bang + 4);
            if (plain >= 0) return Skip(HtmlToken.Comment, start, start + plain, start + plain + 3);
            var open = rest[2..];
            var kept = open.EndsWith("--!") ? 3 : open.EndsWith("--") ? 2 : open.EndsWith("-") ? 1 : 0; // the beginning of an end that the source cuts off
            return Skip(HtmlToken.Comment, start, source.Length - kept, source.Length);
        }

        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return Until(HtmlToken.Doctype, at + 9, ">", 1);
        if (IsForeign && rest.StartsWith("[CDATA[")) return Until(HtmlToken.Text, at + 9, "]]>", 3);
        return Until(HtmlToken.Comment, at + 2, ">", 1);
    }

    private bool Skip(HtmlToken kind, int start, int end, int next)
    {
        (Kind, Start, End, at) = (kind, start, end, next);
        return true;
    }

    private bool Until(HtmlToken kind, int start, string close, int length)
    {
        start = Math.Min(start, source.Length);
        var found = source.AsSpan(start).IndexOf(close, StringComparison.Ordinal);
        return found < 0 ? Skip(kind, start, source.Length, source.Length) : Skip(kind, start, start + found, start + found + length);
    }

    /// <summary>Content of script, style, title and the like: text up to the element's own end tag.</summary>
    private bool RawText()
    {
        var name = raw;
        raw = HtmlTag.Other;
        var start = at;
        var end = name switch
        {
            HtmlTag.Plaintext => -1,
            HtmlTag.Script => EndOfScript(start),
            _ => EndOfRaw(start, name),
        };
        if (end < 0) return start < source.Length ? Text(start, source.Length) : Stop();
        at = end;
        return end > start ? Text(start, end) : Next();
    }

    private readonly int EndOfRaw(int from, HtmlTag name)
    {
        while (true)
        {
            var found = source.AsSpan(from).IndexOf("</", StringComparison.Ordinal);
            if (found < 0) return -1;
            from += found + 2;
            if (IsName(from, name)) return from - 2;
        }
    }

    /// <summary>Behind "&lt;!--" a script may hold script tags of its own, which end where they end and not with the element: the escaped and the double escaped states.</summary>
    private readonly int EndOfScript(int i)
    {
        var (isEscaped, isDouble) = (false, false);
        while (true)
        {
            var found = isEscaped ? source.AsSpan(i).IndexOfAny('<', '-') : source.AsSpan(i).IndexOf('<');
            if (found < 0) return -1;
            i += found;
            var rest = source.AsSpan(i);
            if (rest.StartsWith("-->")) isEscaped = isDouble = false;
            else if (rest.StartsWith("</") && IsName(i + 2, HtmlTag.Script))
            {
                if (!isDouble) return i;
                isDouble = false;
            }
            else if (!isEscaped && rest.StartsWith("<!--"))
            {
                isEscaped = true;
                i++; // its dashes may begin "-->"
            }
            else if (isEscaped && rest[0] == '<' && IsName(i + 1, HtmlTag.Script)) isDouble = true;
            i++;
        }
    }

    /// <summary>The name of an element stands there and ends as the name of a tag does.</summary>
    private readonly bool IsName(int from, HtmlTag name)
    {
        var end = from;
        while (end < source.Length && char.IsAsciiLetter(source[end])) end++;
        return end < source.Length && (source[end] is '>' or '/' || IsSpace(source[end])) && HtmlTags.Of(source.AsSpan(from, end - from)) == name;
    }

    private bool TagAt(int name, HtmlToken kind)
    {
        var end = name;
        while (end < source.Length && source[end] is not ('>' or '/') && !IsSpace(source[end])) end++;
        Attributes.Clear();
        SelfClosing = false;
        var closed = AttributesFrom(end, kind == HtmlToken.StartTag);
        if (!closed) return Stop(); // the source ends within the tag
        (Kind, Start, End, Tag) = (kind, name, end, HtmlTags.Of(source.AsSpan(name, end - name)));
        Unknown = Tag == HtmlTag.Other ? Measure.KeyOf(source.AsSpan(name, end - name)) : 0;
        if (kind == HtmlToken.StartTag && HtmlTags.IsRaw(Tag)) raw = Tag;
        return true;
    }

    private bool AttributesFrom(int i, bool keep)
    {
        while (true)
        {
            while (i < source.Length && (IsSpace(source[i]) || source[i] == '/'))
            {
                SelfClosing = source[i] == '/';
                i++;
            }

            if (i >= source.Length) return EndOfSource();
            if (source[i] == '>')
            {
                SelfClosing = SelfClosing && source[i - 1] == '/';
                at = i + 1;
                return true;
            }

            SelfClosing = false;
            var name = i++; // a leading "=" belongs to the name
            while (i < source.Length && source[i] is not ('=' or '>' or '/') && !IsSpace(source[i])) i++;
            var nameEnd = i;
            while (i < source.Length && IsSpace(source[i])) i++;
            var (start, end) = (nameEnd, nameEnd);
            if (i < source.Length && source[i] == '=')
            {
                i++;
                while (i < source.Length && IsSpace(source[i])) i++;
                if (i >= source.Length) return EndOfSource();
                if (source[i] is '"' or '\'')
                {
                    var close = source.AsSpan(i + 1).IndexOf(source[i]);
                    if (close < 0) return EndOfSource();
                    (start, end) = (i + 1, i + 1 + close);
                    i = end + 1;
                }
                else
                {
                    start = i;
                    while (i < source.Length && source[i] != '>' && !IsSpace(source[i])) i++;
                    end = i;
                }
            }

            if (keep && NameOf(source.AsSpan(name, nameEnd - name)) is var known and not HtmlName.Other && !Has(known)) Attributes.Add(new HtmlAttribute(known, start, end));
        }
    }

    private bool EndOfSource()
    {
        at = source.Length;
        return false;
    }

    private readonly bool Has(HtmlName name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name) return true; // the first of two wins
        }

        return false;
    }

    private static HtmlName NameOf(ReadOnlySpan<char> name) => name.Length switch
    {
        2 when Is(name, "id") => HtmlName.Id,
        3 when Is(name, "rel") => HtmlName.Rel,
        3 when Is(name, "alt") => HtmlName.Alt,
        4 when Is(name, "href") => HtmlName.Href,
        4 when Is(name, "name") => HtmlName.Name,
        4 when Is(name, "role") => HtmlName.Role,
        4 when Is(name, "type") => HtmlName.Type,
        4 when Is(name, "lang") => HtmlName.Lang,
        5 when Is(name, "class") => HtmlName.Class,
        5 when Is(name, "style") => HtmlName.Style,
        5 when Is(name, "title") => HtmlName.Title,
        6 when Is(name, "hidden") => HtmlName.Hidden,
        7 when Is(name, "content") => HtmlName.Content,
        7 when Is(name, "pubdate") => HtmlName.Pubdate,
        8 when Is(name, "itemprop") => HtmlName.Itemprop,
        8 when Is(name, "itemtype") => HtmlName.Itemtype,
        8 when Is(name, "property") => HtmlName.Property,
        8 when Is(name, "datetime") => HtmlName.Datetime,
        11 when Is(name, "aria-hidden") => HtmlName.AriaHidden,
        _ => HtmlName.Other,
    };

    private static bool Is(ReadOnlySpan<char> name, string known) => name.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';
}
