using System.Globalization;
using Dateline.Time;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>What tells two events of one kind apart where words do not: the years, the numbers and the day that an article states.</summary>
/// <param name="Told">The day of publication; where that is not known, the first full date at the head, which is mostly the page's own or its event's.</param>
/// <param name="Years">Sorted.</param>
/// <param name="Numbers">The terms of other numbers, sorted.</param>
internal sealed record ArticleFacts(DaySpan Told, ushort[] Years, uint[] Numbers)
{
    private const int Most = 32;
    private const int HeadLetters = 400;
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    public static readonly ArticleFacts None = new(default, [], []);

    public static ArticleFacts Of(Article article, Words title, Words body)
    {
        var years = new SortedSet<ushort>();
        var numbers = new SortedSet<uint>();
        Read(article.Text, title, years, numbers);
        Read(article.Text, body, years, numbers);
        return new ArticleFacts(article.Published.IsKnown ? DaySpan.Of(article.Published) : AtHead(article), [.. years], [.. numbers]);
    }

    /// <summary>Whether both name years, and one of them the same.</summary>
    /// <returns>Null where either names none.</returns>
    public bool? SharesYear(ArticleFacts other)
    {
        if (Years.Length == 0 || other.Years.Length == 0) return null;
        foreach (var year in Years)
            if (Array.BinarySearch(other.Years, year) >= 0) return true;
        return false;
    }

    /// <summary>Cosine of the numbers, rare ones heavier; null where either has none.</summary>
    public float? LikeNumbers(ArticleFacts other, Vocabulary vocabulary)
    {
        if (Numbers.Length == 0 || other.Numbers.Length == 0) return null;
        float dot = 0, own = 0, theirs = 0;
        foreach (var number in Numbers)
        {
            var square = Square(number, vocabulary);
            own += square;
            if (Array.BinarySearch(other.Numbers, number) >= 0) dot += square;
        }

        foreach (var number in other.Numbers) theirs += Square(number, vocabulary);
        return own * theirs > 0 ? dot / MathF.Sqrt(own * theirs) : null;
    }

    public void Write(BinaryWriter into)
    {
        Told.Write(into);
        into.WriteArray(Years);
        into.WriteArray(Numbers);
    }

    public static ArticleFacts Read(BinaryReader from) => new(DaySpan.Read(from), from.ReadArray<ushort>(), from.ReadArray<uint>());

    private static float Square(uint number, Vocabulary vocabulary)
    {
        var weight = vocabulary.Weight(number);
        return weight * weight;
    }

    private static void Read(string text, Words words, SortedSet<ushort> years, SortedSet<uint> numbers)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words.Marks[i] & WordMarks.Number) == 0) continue;
            var number = words.Spans[i].Slice(text);
            if (number.Length == 4 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
            {
                if (years.Count < Most) years.Add((ushort)year);
            }
            else if (numbers.Count < Most)
            {
                numbers.Add(Stem.Hash(number));
            }
        }
    }

    private static DaySpan AtHead(Article article)
    {
        var left = HeadLetters;
        foreach (var block in article.Blocks)
        {
            if (!block.IsStory || left <= 0) continue;
            var span = block.Span.Length > left ? new TextSpan(block.Span.Start, block.Span.Start + left) : block.Span;
            left -= span.Length;
            foreach (var timex in TimexFinder.Find(article.Text, [span], article.Published))
                if (timex.Type is TimexType.Date or TimexType.Time && timex.When is { IsDay: true, Anchor: DateAnchor.Absolute } day) return DaySpan.Of(day);
        }

        return default;
    }
}
