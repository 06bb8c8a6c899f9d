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
internal ref struct HtmlTokenizer(string source)
{
    private readonly string source = source;
    private int at;
    private HtmlTag raw;

    public HtmlToken Kind { get; private set; }

    /// <summary>Range of the text, the comment, or the tag's name.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    public HtmlTag Tag { get; private set; }

    /// <summary>A hash of the name where <see cref="Tag"/> is <see cref="HtmlTag.Other"/>, else 0.</summary>
    public int Unknown { get; private set; }

    public bool SelfClosing { get; private set; }

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
            return plain < 0 ? Skip(HtmlToken.Comment, start, source.Length, source.Length) : Skip(HtmlToken.Comment, start, start + plain, start + plain + 3);
        }

        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return Until(HtmlToken.Doctype, at + 9, ">", 1);
        if (rest.StartsWith("[CDATA[")) return Until(HtmlToken.Comment, at + 2, ">", 1);
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
        for (var from = at; ;)
        {
            var found = source.AsSpan(from).IndexOf("</", StringComparison.Ordinal);
            if (found < 0) return start < source.Length ? Text(start, source.Length) : Stop();
            from += found + 2;
            var end = from;
            while (end < source.Length && char.IsAsciiLetter(source[end])) end++;
            if (end == source.Length || !(source[end] is '>' or '/' || IsSpace(source[end])) || HtmlTags.Of(source.AsSpan(from, end - from)) != name) continue;
            at = from - 2;
            return at > start ? Text(start, at) : Next();
        }
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
