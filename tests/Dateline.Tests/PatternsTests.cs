using System.Reflection;
using System.Text.RegularExpressions;

namespace Dateline.Tests;

/// <summary>The core's patterns have no time limit, since a result must not hang on the clock. So each must end by itself, on the worst lines too.</summary>
public sealed class PatternsTests
{
    private const int Longest = 5_000; // characters of a line that repeats one bit
    private const int Long = 400;      // and of one that repeats two

    private static readonly string[] Bits =
    [
        " ", "a", "A", "1", "Aa ", "a ", "A. ", "1 ", ". ", ", ", "-", "- ", "—", "|", " | ", "(", "((", "©", "by ", "By Aa ", "told ", "Aa Aa, ", "12:30 ", "1/", "3 May ", "May 3, ", "2031-", "2031年", "\"", "“", "(Aa) ", "(AFP) ",
        "AFP/", "Photo: ", "Updated ", "AA BB ", "Aa-", "a.a", "'", "’s ", "&", "ß", "中", "\u00A0", "meta charset=", "http-equiv ", "=", ";", "reported ", "according to ", "citing ", "Aa News ", "from the ", "© 2031 ", "Copyright ",
    ];

    public static TheoryData<string> Names() => [.. Patterns().Select(p => p.Key).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pattern_hangs_on_no_clock_and_ends_on_the_worst_lines(string name)
    {
        var pattern = Patterns()[name];
        Assert.Equal(Regex.InfiniteMatchTimeout, pattern.MatchTimeout);
        foreach (var bit in Bits)
        {
            Ends(pattern, bit, Longest);
            foreach (var other in Bits) Ends(pattern, bit + other, Long);
        }
    }

    private static void Ends(Regex pattern, string bit, int length)
    {
        var line = string.Concat(Enumerable.Repeat(bit, length / bit.Length));
        Assert.True(pattern.Count(line) <= line.Length + 1);
    }

    private static Dictionary<string, Regex> Patterns() =>
        typeof(Pipeline).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.ReturnType == typeof(Regex) && m.GetParameters().Length == 0 && m.GetCustomAttribute<GeneratedRegexAttribute>() is not null)
            .ToDictionary(m => $"{m.DeclaringType!.Name}.{m.Name}", m => (Regex)m.Invoke(null, null)!);
}
