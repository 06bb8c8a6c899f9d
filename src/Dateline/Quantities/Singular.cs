namespace Dateline.Quantities;

/// <summary>The singular of a counted noun: lexicon/plurals.tsv first, then the endings of English.</summary>
internal static class Singular
{
    private static readonly Lazy<Dictionary<string, string>> Irregular = new(() =>
        Resources.Rows("lexicon/plurals.tsv").ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal));

    public static string Of(string noun)
    {
        if (Irregular.Value.TryGetValue(noun, out var singular)) return singular;
        if (!noun.EndsWith('s') || noun.Length < 4 || noun.EndsWith("ss", StringComparison.Ordinal) || noun.EndsWith("us", StringComparison.Ordinal) || noun.EndsWith("is", StringComparison.Ordinal)) return noun;
        if (noun.EndsWith("ies", StringComparison.Ordinal) && noun.Length > 4) return noun[..^3] + "y";
        foreach (var ending in (string[])["sses", "shes", "ches", "xes", "zzes"])
            if (noun.EndsWith(ending, StringComparison.Ordinal)) return noun[..^2];
        return noun[..^1];
    }

    /// <summary>Whether the word looks like the plural of a noun.</summary>
    public static bool IsPlural(string word) =>
        Irregular.Value.ContainsKey(word) || (word.Length >= 4 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal));
}
