using System.Text;

namespace Dateline.Reading;

/// <summary>The story of a page that shows none because its scripts draw it: JSON-LD articleBody, or paragraphs in the scripts' own state.</summary>
internal static class ScriptState
{
    private const int Little = 90;          // words of visible prose; a page with more shows its story
    private const int Enough = 60;          // words that a script must hold
    private const int ShortestScript = 1500;
    private const int LongestScript = 8 << 20;

    /// <summary>The script-held paragraphs, marked as such, to be read behind the page's source, or null where there are none or the page shows its story.</summary>
    public static string? Restore(PreparedPage page)
    {
        if (page.Context.ProseWords > Little) return null;
        var paragraphs = FromJson(page.Facts!);
        if (paragraphs.Sum(p => Measure.Of(p).Words) < Enough) paragraphs = FromScripts(page.Tree!);
        if (paragraphs.Sum(p => Measure.Of(p).Words) < Math.Max(Enough, 2 * page.Context.ProseWords)) return null;
        var source = new StringBuilder("<article role=\"script\" itemprop=\"articleBody\">");
        foreach (var paragraph in paragraphs) source.Append("<p>").Append(paragraph.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)).Append("</p>");
        return source.Append("</article>").ToString();
    }

    private static List<string> FromJson(HtmlFacts facts)
    {
        var body = facts.Articles.Select(a => a.Body).OfType<string>().MaxBy(b => b.Length);
        if (body is null) return [];
        return body.Contains("</p>", StringComparison.OrdinalIgnoreCase) ? Paragraphs(body) : [.. HtmlText.Decode(body).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Scripts keep HTML as strings, escaped once or twice: "\u003cp\u003e", "\\u003cp\\u003e".</summary>
    private static List<string> FromScripts(HtmlPage tree)
    {
        List<string> best = [];
        for (var i = 1; i + 1 < tree.Nodes.Count; i++)
        {
            var text = tree.Nodes[i + 1];
            if (tree.Nodes[i].IsText || tree.Nodes[i].Tag != HtmlTag.Script || !text.IsText || text.End - text.Start is < ShortestScript or > LongestScript) continue;
            var raw = tree.Source.AsSpan(text.Start, text.End - text.Start);
            if (!raw.Contains("\\u003cp", StringComparison.OrdinalIgnoreCase) && !raw.Contains("<p", StringComparison.OrdinalIgnoreCase)) continue;
            var found = Paragraphs(Unescape(Unescape(raw.ToString())));
            if (found.Sum(p => p.Length) > best.Sum(p => p.Length)) best = found;
        }

        return best;
    }

    private static List<string> Paragraphs(string html)
    {
        var found = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in HtmlLines.Of(HtmlPage.Parse(html)).Read)
        {
            if ((line.Place!.Zones & (Zones.Paragraph | Zones.Heading)) != 0 && seen.Add(line.Text)) found.Add(line.Text);
        }

        return found;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            switch (text[i])
            {
                case 'u' when i + 4 < text.Length && ushort.TryParse(text.AsSpan(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code):
                    plain.Append((char)code);
                    i += 4;
                    break;
                case 'n' or 'r' or 't': plain.Append(' '); break;
                default: plain.Append(text[i]); break;
            }
        }

        return plain.ToString();
    }
}
