using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>What the class and id words of an element say of the part of the page that it holds.</summary>
[Flags]
internal enum ClassMarks
{
    None = 0,
    Body = 1,
    Comment = 1 << 1,
    Related = 1 << 2,
    Sidebar = 1 << 3,
    Footer = 1 << 4,
    Nav = 1 << 5,
    Share = 1 << 6,
    Newsletter = 1 << 7,
    Ad = 1 << 8,
    Caption = 1 << 9,
    Byline = 1 << 10,
    Tags = 1 << 11,
    Bio = 1 << 12,
    Teaser = 1 << 13,
    Lead = 1 << 14,
    Title = 1 << 15,
    Date = 1 << 16,
    Popup = 1 << 17,
    Gallery = 1 << 18,
    Live = 1 << 19,
    Quote = 1 << 20,
    Correction = 1 << 21,
    Widget = 1 << 22,
    Hidden = 1 << 23,
}

/// <summary>The words of class attributes (lexicon/class-words.tsv).</summary>
internal static class ClassWords
{
    private const int LongestWord = 32;
    private const int LongestValue = 400; // characters of a class attribute that are looked at

    private static readonly Lazy<FrozenDictionary<string, ClassMarks>.AlternateLookup<ReadOnlySpan<char>>> Words = new(() =>
        Resources.Rows("lexicon/class-words.tsv").ToFrozenDictionary(row => row[0], row => Enum.Parse<ClassMarks>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Marks of all words: "article-body__text", "articleBody" and "articlebody" say the same.</summary>
    public static ClassMarks Of(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestValue) value = value[..LongestValue];
        var marks = ClassMarks.None;
        for (var i = 0; i < value.Length;)
        {
            if (!char.IsAsciiLetter(value[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            while (i < value.Length && char.IsAsciiLetter(value[i]) && !(char.IsAsciiLetterUpper(value[i]) && char.IsAsciiLetterLower(value[i - 1]))) i++;
            if (i - start is > 1 and <= LongestWord && Words.Value.TryGetValue(value[start..i], out var mark)) marks |= mark;
        }

        return marks;
    }
}
