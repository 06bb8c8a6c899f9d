using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Dateline;

/// <summary>The embedded rules, lexicons and models: data files, read once, hashed together.</summary>
internal static class Resources
{
    private static readonly Assembly Home = typeof(Resources).Assembly;

    /// <summary>First 12 hexadecimal digits of the SHA-256 over all names and bytes, in ordinal order of the names.</summary>
    public static string Hash { get; } = ComputeHash();

    /// <param name="path">As in the source tree: "lexicon/countries.tsv".</param>
    public static Stream Open(string path) =>
        Home.GetManifestResourceStream(path)
        ?? throw new InvalidOperationException($"No embedded resource '{path}'.");

    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Names(string folder) =>
        Home.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The rows of a tab-separated lexicon: comments (#) and blank lines skipped, cells trimmed, the header row left out.</summary>
    public static IEnumerable<string[]> Rows(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (header)
            {
                header = false;
                continue;
            }

            yield return line.Split('\t', StringSplitOptions.TrimEntries);
        }
    }

    private static string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Home.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            using var stream = Open(name);
            var buffer = new byte[81920];
            int read;
            while ((read = stream.Read(buffer)) > 0) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
