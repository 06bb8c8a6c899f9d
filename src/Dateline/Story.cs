using System.Collections.Immutable;
using System.Globalization;

namespace Dateline;

/// <summary>A running number in order of creation, never used again: "story-1"; of a story that a person split off another, with the number of that decision: "story-1.7".</summary>
public readonly record struct StoryId(int Value, int Split = 0) : IComparable<StoryId>
{
    private const string Prefix = "story-";

    public int CompareTo(StoryId other) => (Value, Split).CompareTo((other.Value, other.Split));

    public static bool operator <(StoryId left, StoryId right) => left.CompareTo(right) < 0;

    public static bool operator >(StoryId left, StoryId right) => left.CompareTo(right) > 0;

    public static bool operator <=(StoryId left, StoryId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StoryId left, StoryId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out StoryId id)
    {
        id = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var digits = text.AsSpan(Prefix.Length);
        var dot = digits.IndexOf('.');
        var split = 0;
        if (!int.TryParse(dot < 0 ? digits : digits[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        if (dot >= 0 && (!int.TryParse(digits[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out split) || split == 0)) return false;
        id = new StoryId(value, split);
        return text == id.ToString();
    }

    public override string ToString() => Split == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Value}") : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Value}.{Split}");
}

/// <summary>A story that was merged into another: its id leads there for ever.</summary>
public readonly record struct Redirect(StoryId From, StoryId To);

/// <summary>The articles on one developing event.</summary>
/// <param name="Articles">By publication, then as they came.</param>
/// <param name="First">The earliest publication date.</param>
public sealed record Story(StoryId Id, string Title, ImmutableArray<ArticleId> Articles, UncertainDate First, UncertainDate Last)
{
    /// <summary>Its events and turns, each article in one, by their first days.</summary>
    public ImmutableArray<Episode> Episodes { get; init; } = [];
}

/// <summary>One event of a story, or one turn of it: the second level of a long affair.</summary>
/// <param name="Id">Of its own, from the same running number: that of a story's oldest episode is the story's.</param>
public sealed record Episode(StoryId Id, string Title, ImmutableArray<ArticleId> Articles, UncertainDate First, UncertainDate Last);

/// <summary>The story in which an article was put when it came, and why.</summary>
public sealed record Placement(ArticleId Article, StoryId Story, double Score, string Why);
