using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Who published a page, by its own lines: a line that is the outlet's name, a syndication notice, a desk in the by-line.</summary>
internal static partial class OutletFinder
{
    private const int FirstLines = 4;   // of a page, in which its name stands
    private const int LongestName = 4;  // words
    private const int LongestFoot = 40;

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

        return Masthead(lines);
    }

    /// <summary>A name among the first lines that the page's foot repeats: "THE ORLAN COURIER" and, at the end, "© 2031 Orlan Courier Media".</summary>
    private static Sourced? Masthead(List<Line> lines)
    {
        var last = lines.FindLastIndex(l => l.Role is BlockRole.Body or BlockRole.Standfirst);
        for (var i = 0; i < Math.Min(FirstLines, last); i++)
        {
            var (text, measure) = (lines[i].Text, lines[i].Measure);
            if (lines[i].Role is not (BlockRole.Boilerplate or BlockRole.Related) || lines[i].Is(LineMarks.Boilerplate | LineMarks.ListHead) || measure.Words is < 2 or > LongestName || measure.Capitals < measure.Words || measure.Digits > 0 || measure.Bars > 0) continue;
            var name = Measure.Folded(text);
            if (name.StartsWith("the ", StringComparison.Ordinal)) name = name[4..];
            if (!name.Contains(' ', StringComparison.Ordinal)) continue;
            if (lines.FindIndex(last + 1, l => IsFootOf(name, l)) < 0) continue;
            return new Sourced(text.All(c => !char.IsLower(c)) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()) : text, "name above the story, and the page's foot");
        }

        return null;
    }

    /// <summary>"© 2031 Orlan Courier Media", "The Orlan Courier is a publication of Quay House.": a menu at the foot names sections too.</summary>
    private static bool IsFootOf(string name, Line line)
    {
        if (line.Measure.Words > LongestFoot) return false;
        var fold = Measure.Folded(line.Text);
        if (!$" {fold} ".Contains($" {name} ", StringComparison.Ordinal)) return false;
        return RightsPattern().IsMatch(line.Text) || (line.Measure.EndsSentence && (fold.StartsWith(name + ' ', StringComparison.Ordinal) || fold.StartsWith($"the {name} ", StringComparison.Ordinal)));
    }

    private static string? Group(Regex pattern, string text)
    {
        var match = pattern.Match(text);
        return match.Success ? match.Groups["o"].Value.Trim() : null;
    }

    [GeneratedRegex(@"©|\(c\)|\bcopyright\b|\brights reserved\b|\balle rechte\b|\btous droits\b|\bderechos reservados\b|\bdireitos reservados\b|\bdiritti riservati\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex RightsPattern();

    [GeneratedRegex(@"not been (?:edited|created|modified|altered|reviewed)(?: or edited)? by (?:the )?(?<o>\p{Lu}[\w.&' ]{1,40}?)(?:['’]s)?\s(?:staff|team|editorial|editors?|journalists?|desk|newsroom)\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NoticePattern();

    [GeneratedRegex(@"(?:^|\b[Bb]y )(?<o>\p{Lu}[\w.&']{1,30}(?:\s\p{Lu}[\w.&']{1,30}){0,2}?)\s(?:News|Web|Online|Sports?|Digital|World|National|International|Global|Staff|Editorial)\s(?:Desk|Staff|Team|Bureau|Service|Reporter)\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DeskPattern();

    [GeneratedRegex(@"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*(?:by )?(?<o>\p{Lu}[\w.&' ]{1,40}?)(?:\s*[.,|(]|\s+All rights|\s+\d{4}|$)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CopyrightPattern();
}
