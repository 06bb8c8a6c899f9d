using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>The language of the kept words: by their script, else by their function words (lexicon/stopwords.tsv), else as the page says.</summary>
internal static class LanguageFinder
{
    private const int MostWords = 1500;
    private const double Sure = 0.06; // share of words that are function words of one language alone

    private static readonly Lazy<FrozenDictionary<int, string[]>> ByWord = new(() =>
        Resources.Rows("lexicon/stopwords.tsv").GroupBy(row => Measure.KeyOf(row[0])).ToFrozenDictionary(g => g.Key, g => g.SelectMany(row => row[1].Split(',')).Distinct().ToArray()));

    /// <param name="told">What the page declares: "en-GB".</param>
    /// <returns>ISO 639-1, or null.</returns>
    public static string? Find(List<Line> lines, string? told)
    {
        var declared = told is { Length: >= 2 } && (told.Length == 2 || told[2] is '-' or '_') ? told[..2].ToLowerInvariant() : null;
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        int words = 0, kana = 0, hangul = 0, han = 0, thai = 0, letters = 0;
        foreach (var line in lines)
        {
            if (line.Role is not (BlockRole.Body or BlockRole.Standfirst or BlockRole.Headline)) continue;
            foreach (var c in line.Text)
            {
                if (c < 0x0E00 || !char.IsLetter(c)) continue;
                if (c is >= '\u3040' and <= '\u30FF') kana++;
                else if (c is >= '\uAC00' and <= '\uD7A3') hangul++;
                else if (c is >= '\u4E00' and <= '\u9FFF') han++;
                else if (c is >= '\u0E00' and <= '\u0E7F') thai++;
            }

            letters += line.Text.Length;
            foreach (var key in line.Measure.Keys)
            {
                words++;
                if (!ByWord.Value.TryGetValue(key, out var languages)) continue;
                foreach (var language in languages) scores[language] = scores.GetValueOrDefault(language) + 1.0 / languages.Length;
            }

            if (words > MostWords) break;
        }

        if (letters == 0) return declared;
        if (kana * 20 > letters) return "ja";
        if (hangul * 5 > letters) return "ko";
        if (han * 5 > letters) return "zh";
        if (thai * 5 > letters) return "th";
        if (scores.Count == 0) return declared;
        var best = scores.MaxBy(p => p.Value);
        return best.Value >= Sure * words && (declared is null || best.Value > 1.3 * scores.GetValueOrDefault(declared)) ? best.Key : declared ?? (words > 0 && best.Value >= Sure / 2 * words ? best.Key : null);
    }
}
