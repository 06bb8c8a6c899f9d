using System.Buffers;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Wire services that no lexicon knows, told by the form of their credit: "Norland Press Agency" in a by-line, "TAMSIN (NPA) -" before a report.</summary>
internal static partial class AgencyForms
{
    private const int LinesWithOpening = 6; // a report opens within its first lines

    private static readonly SearchValues<string> Ends = SearchValues.Create(["Agency", "Service"], StringComparison.Ordinal); // of CreditPattern

    /// <param name="authors">As the page gives them; the services among them are taken out.</param>
    public static void Find(List<Line> lines, List<string> authors, List<string> found)
    {
        var names = authors.Where(a => IsName(a) || (IsAcronym(a) && IsCredited(lines, a))).ToList();
        authors.RemoveAll(names.Contains);
        foreach (var line in lines.Where(l => l.Role is BlockRole.Byline or BlockRole.Notice))
            names.AddRange(NamePattern().Matches(line.Text).Select(m => m.Value));
        foreach (var line in lines.Where(l => l.Role == BlockRole.Boilerplate && l.Text.AsSpan().ContainsAny(Ends) && CreditPattern().IsMatch(l.Text)))
        {
            names.Add(CreditPattern().Match(line.Text).Groups["n"].Value);
            line.Settle(BlockRole.Byline, "agency credit by its form");
        }

        foreach (var line in lines.Where(l => l.Role is BlockRole.Body or BlockRole.Standfirst or BlockRole.Dateline).Take(LinesWithOpening))
            if (OpeningPattern().Match(line.Text) is { Success: true } opening) names.Add(opening.Groups["n"].Value);
        foreach (var name in names.Where(n => Agencies.NameOf(n) is null && Outlets.Named(n) is null).Distinct(StringComparer.Ordinal))
            if (!names.Any(n => n != name && IsShortFor(name, n))) found.Add(name);
        if (found.Any(f => f != Agencies.Unnamed)) found.Remove(Agencies.Unnamed); // "agency" was the word in the name
    }

    /// <summary>The report opens with the acronym in brackets, or a line ends with it so: else it may be a writer's initials.</summary>
    private static bool IsCredited(List<Line> lines, string acronym) =>
        lines.Exists(l => l.Role is BlockRole.Body or BlockRole.Standfirst or BlockRole.Dateline or BlockRole.Notice && l.Text.Contains($"({acronym})", StringComparison.Ordinal));

    /// <summary>True when one name is the initials of the other: "NPA" of "Norland Press Agency".</summary>
    public static bool IsShortFor(string acronym, string name) =>
        IsAcronym(acronym) && acronym == string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));

    private static bool IsName(string author) => NamePattern().Match(author) is { Success: true } match && match.Length == author.Length;

    private static bool IsAcronym(string text) => text.Length is >= 2 and <= 5 && text.All(char.IsAsciiLetterUpper);

    [GeneratedRegex(@"\b(?:\p{Lu}\p{L}+ ){1,3}(?:News |Press |Wire )(?:Agency|Service)\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NamePattern();

    // a line of its own: "Norland Press Agency", "Norland Press Agency in Tamsin", "Norland Press Agency | Thursday, 5 March"
    [GeneratedRegex(@"^(?<n>(?:\p{Lu}\p{L}+ ){1,3}(?:News |Press |Wire )(?:Agency|Service))(?:$| in \p{Lu}| ?[|,/] )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CreditPattern();

    // a place of capitalised words, perhaps with a date, before the brackets
    [GeneratedRegex(@"^\W*\p{Lu}[\p{L}.'’-]+(?:[ ,/]+(?:\p{Lu}[\p{L}.'’-]*|\d{1,2}))*\s*\((?<n>[A-Z]{2,5}|(?:\p{Lu}\p{L}+ ){1,3}(?:Agency|Service))\)\s*(?:-|–|—|:|$)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex OpeningPattern();
}
