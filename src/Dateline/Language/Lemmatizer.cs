namespace Dateline.Language;

/// <summary>The dictionary form of a word: exceptions first, else the rule for the longest ending that is known for its fine tag. Both are learned; names keep their form.</summary>
internal static class Lemmatizer
{
    private const int LongestEnding = 6;
    private static readonly Lazy<Tables> Learned = new(() => new Tables(Resources.Rows("lexicon/lemma-rules.tsv"), Resources.Rows("lexicon/lemma-exceptions.tsv")));

    /// <param name="tag">Universal tag.</param>
    /// <param name="fineTag">Penn Treebank tag.</param>
    public static string Lemma(ReadOnlySpan<char> word, string tag, string fineTag) => Learned.Value.Lemma(word, tag, fineTag);

    /// <summary>What stands at the end of a word is cut and another ending put there.</summary>
    internal readonly record struct Edit(int Cut, string Ending);

    internal sealed class Tables
    {
        private readonly Dictionary<string, Dictionary<string, Edit>> rules = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Dictionary<string, string>> exceptions = new(StringComparer.Ordinal);

        /// <param name="rules">Rows: fine tag, ending, number of letters cut, new ending.</param>
        /// <param name="exceptions">Rows: fine tag, word, lemma.</param>
        public Tables(IEnumerable<string[]> rules, IEnumerable<string[]> exceptions)
        {
            foreach (var row in rules) Under(this.rules, row[0])[row[1].TrimStart('-')] = new Edit(row[2][0] - '0', row.Length > 3 ? row[3] : "");
            foreach (var row in exceptions) Under(this.exceptions, row[0])[row[1]] = row[2];
        }

        public string Lemma(ReadOnlySpan<char> word, string tag, string fineTag)
        {
            Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
            if (word.Length > 64) return word.ToString();
            word.ToLowerInvariant(lower);
            lower.Replace('\u2019', '\'');
            if (exceptions.TryGetValue(fineTag, out var known) && known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var lemma)) return lemma;
            if (fineTag == "NNP" || tag is "PROPN" or "X" or "SYM" or "PUNCT") return word.ToString();
            if (tag == "NUM") return char.IsAsciiDigit(lower[0]) ? lower.ToString().Replace(",", "", StringComparison.Ordinal) : lower.ToString();
            if (!rules.TryGetValue(fineTag, out var endings)) return lower.ToString();
            var lookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = Math.Min(LongestEnding, lower.Length); length >= 0; length--)
            {
                if (!lookup.TryGetValue(lower[^length..], out var edit)) continue;
                return edit.Cut >= lower.Length ? lower.ToString() : string.Concat(lower[..^edit.Cut], edit.Ending);
            }

            return lower.ToString();
        }

        private static Dictionary<string, T> Under<T>(Dictionary<string, Dictionary<string, T>> tables, string tag)
        {
            if (!tables.TryGetValue(tag, out var table)) tables.Add(tag, table = new Dictionary<string, T>(StringComparer.Ordinal));
            return table;
        }
    }
}
