using System.Text.RegularExpressions;

namespace Dateline.Quality;

/// <summary>How texts are made comparable before they are compared.</summary>
internal static partial class Folding
{
    /// <summary>Blanks to one space, curly quotes to straight ones.</summary>
    public static string Norm(string? text) =>
        Blanks().Replace((text ?? "").Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace("…", "...", StringComparison.Ordinal), " ").Trim();

    /// <summary>Only lower-case letters a to z, digits and spaces.</summary>
    public static string Key(string? text) => Other().Replace(Norm(text).ToLowerInvariant(), "").Trim();

    /// <summary>Every number of a value, with its "million" or "k" multiplied out.</summary>
    public static HashSet<double> Numbers(string? value)
    {
        var numbers = new HashSet<double>();
        foreach (Match match in Number().Matches((value ?? "").ToLowerInvariant().Replace(",", "", StringComparison.Ordinal)))
        {
            var factor = match.Groups["unit"].Value switch { "million" or "m" => 1e6, "billion" or "bn" => 1e9, "k" => 1e3, _ => 1 };
            numbers.Add(double.Parse(match.Groups["digits"].Value, System.Globalization.CultureInfo.InvariantCulture) * factor);
        }

        return numbers;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[^a-z0-9 ]")]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<digits>[0-9]+(?:\.[0-9]+)?)\s*(?<unit>million|billion|m\b|bn\b|k\b)?")]
    private static partial Regex Number();
}
