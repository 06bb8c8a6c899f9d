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
        var marks = ClassMarks.None;
        foreach (var word in Split(value))
        {
            if (Words.Value.TryGetValue(value[word], out var mark)) marks |= mark;
        }

        return marks;
    }

    /// <summary>Where the words of a class attribute stand: runs of letters, cut before a capital that follows a small letter; single letters left out.</summary>
    public static WordRanges Split(ReadOnlySpan<char> value) => new(value.Length > LongestValue ? value[..LongestValue] : value);

    internal ref struct WordRanges(ReadOnlySpan<char> value)
    {
        private readonly ReadOnlySpan<char> value = value;
        private int at;

        public Range Current { get; private set; }

        public readonly WordRanges GetEnumerator() => this;

        public bool MoveNext()
        {
            while (at < value.Length)
            {
                if (!char.IsAsciiLetter(value[at]))
                {
                    at++;
                    continue;
                }

                var start = at++;
                while (at < value.Length && char.IsAsciiLetter(value[at]) && !(char.IsAsciiLetterUpper(value[at]) && char.IsAsciiLetterLower(value[at - 1]))) at++;
                if (at - start is <= 1 or > LongestWord) continue;
                Current = start..at;
                return true;
            }

            return false;
        }
    }
}
