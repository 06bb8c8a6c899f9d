using System.Text;

namespace Dateline.Storage.Sqlite;

/// <summary>What a person looks for as an expression of the full-text index: every word and every quoted phrase is quoted, so that none is read as an operator.</summary>
internal static class SearchWords
{
    private const int Most = 12;
    private const int Longest = 100;

    /// <summary>The words and phrases, each quoted; empty where there is nothing to look for.</summary>
    public static IReadOnlyList<string> Terms(string? words)
    {
        var terms = new List<string>();
        var pieces = (words ?? "").Split('"');
        for (var i = 0; i < pieces.Length && terms.Count < Most; i++)
        {
            var phrase = i % 2 == 1 && i < pieces.Length - 1; // the last mark of an odd number closes nothing
            if (phrase) Add(pieces[i]);
            else
                foreach (var word in pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Add(word);
        }

        return terms;

        void Add(string term)
        {
            // The index reads a text up to its first NUL, and has no other control character in a word.
            var clean = string.Concat(term.EnumerateRunes().Take(Longest).Select(r => Rune.IsControl(r) ? " " : r.ToString()));
            if (terms.Count < Most && clean.EnumerateRunes().Any(Rune.IsLetterOrDigit)) terms.Add($"\"{clean}\"");
        }
    }
}
