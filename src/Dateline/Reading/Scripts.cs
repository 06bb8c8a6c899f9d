namespace Dateline.Reading;

/// <summary>Languages that their letters give away.</summary>
internal static class Scripts
{
    /// <summary>The language of a text whose letters are not Latin, or null.</summary>
    /// <param name="declared">Settles it where a script is written by several languages, as the page's own word.</param>
    public static string? LanguageOf(List<string> texts, string? declared)
    {
        int all = 0, kana = 0, hangul = 0, han = 0, thai = 0, arabic = 0, persian = 0, hebrew = 0, greek = 0, cyrillic = 0, devanagari = 0, ukrainian = 0, serbian = 0, russian = 0, hard = 0;
        foreach (var text in texts)
        {
            all += text.Length;
            foreach (var c in text)
            {
                if (c < 0x0370) continue;
                switch (c)
                {
                    case <= '\u03FF': greek++; break;
                    case <= '\u052F':
                        cyrillic++;
                        if (c is 'і' or 'ї' or 'є' or 'ґ') ukrainian++;
                        else if (c is 'ј' or 'љ' or 'њ' or 'ћ' or 'ђ' or 'џ') serbian++;
                        else if (c is 'ы' or 'э' or 'ё') russian++;
                        else if (c == 'ъ') hard++;
                        break;
                    case >= '\u0590' and <= '\u05FF': hebrew++; break;
                    case >= '\u0600' and <= '\u06FF':
                        arabic++;
                        if (c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ی') persian++;
                        break;
                    case >= '\u0900' and <= '\u097F': devanagari++; break;
                    case >= '\u0E00' and <= '\u0E7F': thai++; break;
                    case >= '\u3040' and <= '\u30FF': kana++; break;
                    case >= '\u4E00' and <= '\u9FFF': han++; break;
                    case >= '\uAC00' and <= '\uD7A3': hangul++; break;
                }
            }
        }

        if (kana * 20 > all) return "ja";
        if (hangul * 5 > all) return "ko";
        if (han * 5 > all) return "zh";
        if (thai * 5 > all) return "th";
        if (hebrew * 3 > all) return declared == "yi" ? declared : "he";
        if (greek * 3 > all) return "el";
        if (devanagari * 3 > all) return declared is "mr" or "ne" ? declared : "hi";
        if (arabic * 3 > all) return declared is "fa" or "ur" or "ps" or "ku" ? declared : persian * 50 > arabic ? "fa" : "ar";
        if (cyrillic * 3 <= all) return null;
        if (declared is "be" or "mk" or "kk" or "mn" or "ky" or "tg") return declared;
        if (ukrainian > russian) return "uk";
        if (serbian > russian) return "sr";
        return hard > russian ? "bg" : "ru";
    }
}
