using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Who published a page, by its own lines: a line that is the outlet's name, a syndication notice, a desk in the by-line.</summary>
internal static partial class OutletFinder
{
    private const int Milliseconds = 200;

    public static Sourced? Find(List<Line> lines)
    {
        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Outlet && Outlets.Named(line.Text) is { } known) return new Sourced(known.Name, "line of its own");
        }

        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Notice && Group(NoticePattern(), line.Text) is { } edited) return new Sourced(Outlets.Named(edited)?.Name ?? edited, "syndication notice");
        }

        foreach (var line in lines)
        {
            if (line.Role != BlockRole.Byline || Group(DeskPattern(), line.Text) is not { } desk) continue;
            if (Outlets.Named(desk) is { } known) return new Sourced(known.Name, "desk in the by-line");
            if (lines.Any(l => l != line && l.Text.Contains(desk, StringComparison.OrdinalIgnoreCase) && l.Role == BlockRole.Boilerplate)) return new Sourced(desk, "desk in the by-line, and the page's foot");
        }

        foreach (var line in lines)
        {
            if (line.Role == BlockRole.Boilerplate && Group(CopyrightPattern(), line.Text) is { } owner && Outlets.Named(owner) is { } known) return new Sourced(known.Name, "copyright line");
        }

        return null;
    }

    private static string? Group(Regex pattern, string text)
    {
        try
        {
            var match = pattern.Match(text);
            return match.Success ? match.Groups["o"].Value.Trim() : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"not been (?:edited|created|modified|altered|reviewed)(?: or edited)? by (?:the )?(?<o>\p{Lu}[\w.&' ]{1,40}?)(?:['’]s)?\s(?:staff|team|editorial|editors?|journalists?|desk|newsroom)\b", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex NoticePattern();

    [GeneratedRegex(@"(?:^|\b[Bb]y )(?<o>\p{Lu}[\w.&']{1,30}(?:\s\p{Lu}[\w.&']{1,30}){0,2}?)\s(?:News|Web|Online|Sports?|Digital|World|National|International|Global|Staff|Editorial)\s(?:Desk|Staff|Team|Bureau|Service|Reporter)\b", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex DeskPattern();

    [GeneratedRegex(@"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*(?:by )?(?<o>\p{Lu}[\w.&' ]{1,40}?)(?:\s*[.,|(]|\s+All rights|\s+\d{4}|$)", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex CopyrightPattern();
}
