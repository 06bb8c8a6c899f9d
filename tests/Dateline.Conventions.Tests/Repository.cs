using System.Text.RegularExpressions;

namespace Dateline.Conventions.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Source files below a folder, without what the build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The first cells of the tables of docs/words.md, lower case.</summary>
    public static HashSet<string> Words() =>
        [.. FirstCell().Matches(Read("docs/words.md")).Select(m => m.Groups["word"].Value.Trim().ToLowerInvariant()).Where(w => w != "word" && w.Trim('-').Length > 0)];

    /// <summary>"stories" -> "story", "copies" -> "copy", "statements" -> "statement".</summary>
    public static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    // By the solution file: the paths that the compiler records are rewritten in a build machine's builds.
    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Dateline.slnx"))) return at.FullName;
        throw new InvalidOperationException("The tests must run inside the source tree.");
    }

    [GeneratedRegex(@"^\|(?<word>[^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();
}
