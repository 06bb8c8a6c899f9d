namespace Dateline.Time;

/// <summary>A date found on a page that may be undated itself, with its interval on a given day of publication.</summary>
internal sealed record DateMention(RuleMatch Match, Direction Direction, Block Block, string Words)
{
    /// <summary>"FILE" before a caption's date, so many characters away, makes it a picture from the archive.</summary>
    private const int ArchiveReach = 260;

    private static readonly DateOnly Neutral = new(2000, 1, 1);

    public bool IsStory => Block.IsStory;

    public bool HasYear => Match.Has("year") || Match.Has("short-year") || Match.Has("c");

    /// <summary>A day of a month, whether its year is named or not.</summary>
    public bool IsDay => Match.Has("month") && Match.Has("day");

    /// <summary>A day or month without its year of which the sentence tells as past; without a tense, what is to come is named as often.</summary>
    public bool IsYearless => IsStory && !HasYear && (Direction == Direction.Past || (Direction == Direction.None && Match.Start > 0 && Match.Pieces[Match.Start - 1].Lower is "since" or "last")) && Match.Has("month") && !Match.Has("year-shift") && !Match.Has("shift");

    /// <summary>Null where the words name no date of their own; what has its year is the same on any day.</summary>
    public Reading? On(DateOnly day) => Match.Rule.Value(Match, new TimeContext(day, Direction.Past)) is [{ Type: not (TimexType.Duration or TimexType.Set) } reading, ..] ? reading : null;

    public Reading? AsWritten => HasYear && On(Neutral) is { From: not null, To: not null } reading ? reading : null;

    public static List<DateMention> Of(Article article)
    {
        var blocks = article.Blocks.Where(b => b.Role is not (BlockRole.Boilerplate or BlockRole.Byline or BlockRole.Outlet)).ToList();
        return [.. TimexFinder.Match(article.Text, blocks.Select(b => b.Span)).Select(m => new DateMention(m.Match, m.Direction, blocks[m.Stretch], m.Match.Span.Slice(article.Text)))];
    }

    /// <summary>"2031 would be the year", "2031 will be".</summary>
    public bool IsYearAhead(string text)
    {
        if (Match.Has("month") || Match.Rule.Id != "en.date.year") return false;
        var after = text.AsSpan(Match.Span.End, Math.Min(12, text.Length - Match.Span.End)).TrimStart();
        return after.StartsWith("would be", StringComparison.Ordinal) || after.StartsWith("will be", StringComparison.Ordinal) || after.StartsWith("is to be", StringComparison.Ordinal);
    }

    public bool IsArchive(string text)
    {
        var from = Math.Max(Block.Span.Start, Match.Span.Start - ArchiveReach);
        var before = text.AsSpan(from, Match.Span.Start - from);
        var file = before.LastIndexOf("FILE", StringComparison.Ordinal);
        if (file < 0) file = before.LastIndexOf("File photo", StringComparison.OrdinalIgnoreCase);
        return file >= 0 && before[file..].IndexOf(". ", StringComparison.Ordinal) is < 0 or > 200;
    }
}
