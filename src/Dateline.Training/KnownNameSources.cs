using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Training;

/// <summary>Reads names of places and persons from open sources, which docs/training.md lists.</summary>
internal static partial class KnownNameSources
{
    private const int LongestName = 60;
    private const int LongestPlace = 40;
    private const int Town = 15_000;  // inhabitants
    private const int City = 100_000;

    /// <summary>The places of cities.pbf: a row of messages in protocol buffers' encoding, the name in field 2, the inhabitants in field 9.</summary>
    public static IEnumerable<(string Kind, string Name)> Places(string sources)
    {
        var bytes = File.ReadAllBytes(Path.Combine(sources, "cities.pbf"));
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)Number(bytes, ref at);
            var end = at + length;
            var name = "";
            var inhabitants = 0L;
            while (at < end)
            {
                var key = Number(bytes, ref at);
                if ((key & 7) == 0)
                {
                    var number = Number(bytes, ref at);
                    if (key >> 3 == 9) inhabitants = number;
                    continue;
                }

                if ((key & 7) != 2) throw new InvalidDataException($"Field {key >> 3} of cities.pbf is of another kind than known.");
                var size = (int)Number(bytes, ref at);
                if (key >> 3 == 2) name = Encoding.UTF8.GetString(bytes, at, size);
                at += size;
            }

            name = Brackets().Replace(name, "").Trim();
            if (name.Length is > 1 and <= LongestPlace && !name.Any(char.IsDigit) && IsPlainText(name)) yield return (inhabitants >= City ? "city" : inhabitants >= Town ? "town" : "village", name);
        }
    }

    /// <summary>The given names and surnames of names.js: lists of quoted words, each headed by what it lists.</summary>
    public static IEnumerable<(string Kind, string Name)> Persons(string sources)
    {
        var kind = "";
        foreach (var line in File.ReadLines(Path.Combine(sources, "names.js")))
        {
            if (Head().Match(line) is { Success: true } head) kind = head.Groups["list"].Value.StartsWith("first", StringComparison.Ordinal) ? "first" : "last";
            else if (Quoted().Match(line) is { Success: true } name && name.Groups["name"].Length is > 1 and <= LongestName) yield return (kind, name.Groups["name"].Value);
        }
    }

    /// <summary>Without accents and marks of breath: "Ma‘arrat" as "Maarrat".</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('‘' or '’' or '`' or 'ʻ' or 'ʼ' or 'ʿ' or 'ʾ')) plain.Append(c);
        return plain.ToString();
    }

    private static bool IsPlainText(string name) => !name.Any(char.IsControl);

    private static long Number(byte[] bytes, ref int at)
    {
        long number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (long)(next & 127) << shift;
            if (next < 128) return number;
        }
    }

    [GeneratedRegex(@"\s*\([^)]*\)", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^module\.exports\.(?<list>\w+) = \[", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s*'(?<name>[^']+)'", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Quoted();
}
