using System.Text;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>
/// Names with the Arabic article are spelled as each newsroom likes: "Maarat al-Numan", "Ma‘arrat an Nu‘mān". What the spellings share are the consonants of the words
/// beside the article.
/// </summary>
internal static class ArabicNames
{
    private const string Vowels = "aeiouwy";

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "al", "el", "an", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez", "ad", "ed", "adh", "ath" };

    public static bool IsArticle(string word) => Articles.Contains(word);

    /// <summary>The hash of the consonants of a name that has an article inside; null for other names, and where fewer than two words have consonants. Letters with accents count for nothing: most are vowels.</summary>
    public static uint? KeyOf(string name)
    {
        var key = new StringBuilder("\u0001");
        var words = 0;
        var hasArticle = false;
        foreach (var word in name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (words > 0 && IsArticle(word))
            {
                hasArticle = true;
                continue;
            }

            var from = key.Length;
            foreach (var c in word.ToLowerInvariant())
            {
                var letter = c == 'q' ? 'k' : c;
                if (char.IsAsciiLetterLower(letter) && !Vowels.Contains(letter, StringComparison.Ordinal) && (key.Length == from || key[^1] != letter)) key.Append(letter);
            }

            if (key.Length > from + 1 && key[^1] == 'h' && key[^2] is not ('s' or 'k' or 'g' or 't' or 'd')) key.Length--; // "Latakiyah", "Latakia"
            if (key.Length > from) words++;
            key.Append(' ');
        }

        return hasArticle && words > 1 ? FeatureHash.Of(key.ToString()) : null;
    }
}
