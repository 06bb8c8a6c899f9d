using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>The stories of a round-up: each opens with a place and an agency, with a label or under a heading, and they have no names in common.</summary>
/// <remarks>One report with subheads must stay one, so labels and headings count only under a headline that says "in brief" or the like.</remarks>
internal static partial class RoundUp
{
    private const int FewestStories = 3;
    private const int FewestWords = 12;      // of a story
    private const float SureBody = 0.9f;     // a line of the story with a lower score may be a caption
    private const double Introduction = 0.3; // at most this share of the words may stand above the first story

    public static List<PagePart>? Find(PreparedPage page)
    {
        var lines = page.Lines;
        var says = (page.TitleText is { } title && PageKinds.IsRoundUp(title.Value)) || (page.Facts?.Title is { } named && PageKinds.IsRoundUp(named));
        var story = Enumerable.Range(0, lines.Count).Where(i => lines[i].IsStory).ToList();
        if (story.Count < FewestStories) return null;
        if (Cut(page, story, i => IsDatelined(lines[i]), says) is { } datelined) return datelined;
        if (!says) return null;
        return Cut(page, story, i => LabelOf(lines[i]) is not null, says) ?? Cut(page, story, i => IsHeading(lines, i), says) ?? Cut(page, story, i => i > 0 && IsSeparator(lines[i - 1]), says);
    }

    private static List<PagePart>? Cut(PreparedPage page, List<int> story, Func<int, bool> opens, bool says)
    {
        var lines = page.Lines;
        var openers = story.Where(i => lines[i].Role != BlockRole.Headline && opens(i)).ToList();
        if (openers.Count < FewestStories && !(openers.Count == FewestStories - 1 && openers.TrueForAll(i => IsDatelined(lines[i]) && IsHeaded(lines, i)))) return null;
        var starts = openers.ConvertAll(i => i > 0 && !IsHeading(lines, i) && IsHeaded(lines, i) ? i - 1 : i);
        var end = lines.FindLastIndex(l => l.Role == BlockRole.Body) + 1; // a heading with nothing under it is no story's
        var items = new List<StoryItem>(starts.Count);
        if (starts[^1] >= end) return null;
        for (var k = 0; k < starts.Count; k++) items.Add(new StoryItem(lines, starts[k], k + 1 < starts.Count ? starts[k + 1] : end));
        var above = story.Where(i => i < starts[0]).Sum(i => lines[i].Measure.Words);
        if (items.Exists(item => item.Words < FewestWords) || above > Introduction * (above + items.Sum(item => item.Words))) return null;
        if (!StoryItem.AreApart(items, says)) return null;
        return [.. Captioned(page, items).Select(item => Part(page, item))];
    }

    /// <summary>Captions stand above or below their story: each goes to the neighbour that it shares more words with.</summary>
    private static List<StoryItem> Captioned(PreparedPage page, List<StoryItem> items)
    {
        var lines = page.Lines;
        for (var i = items[0].Lines[0] - 1; i > page.Title && lines[i].Is(LineMarks.Caption) && items[0].Vocabulary.Shared(lines[i].Measure) > 0; i--) items[0].Lines.Insert(0, i);
        for (var k = 0; k + 1 < items.Count; k++)
        {
            while (items[k].Lines[^1] > items[k].Start && IsNextOne(page, items[k], items[k + 1], items[k].Lines[^1]))
            {
                items[k + 1].Lines.Insert(0, items[k].Lines[^1]);
                items[k].Lines.RemoveAt(items[k].Lines.Count - 1);
            }
        }

        return items;
    }

    private static bool IsNextOne(PreparedPage page, StoryItem item, StoryItem next, int i)
    {
        var line = page.Lines[i];
        if (!line.Is(LineMarks.Caption) && line.Role is not (BlockRole.Caption or BlockRole.OtherStory) && !(line.Role == BlockRole.Body && !IsSure(line))) return false;
        var own = new Vocabulary();
        foreach (var other in item.Lines.Where(o => o != i && page.Lines[o].IsStory && (o == item.Start || IsSure(page.Lines[o])))) own.Add(page.Lines[other].Measure);
        return next.Vocabulary.Shared(line.Measure) > own.Shared(line.Measure);
    }

    /// <summary>Neither doubtful nor with a credit in brackets at its end, as captions have.</summary>
    private static bool IsSure(Line line) => line.Score >= SureBody && !line.Text.EndsWith(')');

    private static PagePart Part(PreparedPage page, StoryItem item)
    {
        var lines = page.Lines;
        var first = item.Start;
        var label = LabelOf(lines[first]);
        var isHeading = IsHeading(lines, first) || (lines[first].Role != BlockRole.Body && !lines[first].Is(LineMarks.Prose));
        var title = isHeading ? new Sourced(lines[first].Text, "heading of the story")
            : label is not null ? new Sourced(label, "words that open the story") // without the page's headline, which would make the stories look alike
            : null;
        var part = new PagePart(item.Lines, title);
        if (isHeading) part.Roles[first] = (BlockRole.Headline, title!.Basis);
        foreach (var i in item.Lines)
        {
            if (lines[i].Role == BlockRole.OtherStory && lines[i].Is(LineMarks.Caption) && item.Vocabulary.Shared(lines[i].Measure) > 0) part.Roles[i] = (BlockRole.Caption, "caption that shares words with this story of the page");
            if (lines[i].Role == BlockRole.Byline) Bylines.Authors(lines[i].Text, part.Authors);
        }

        return part;
    }


    private static bool IsDatelined(Line line) => line.Role is BlockRole.Body or BlockRole.Standfirst && line.Is(LineMarks.Prose) && Opening.Place(line.Text) is not null;

    /// <summary>A line of its own above the paragraph, with fewer words than a sentence.</summary>
    private static bool IsHeaded(List<Line> lines, int i) =>
        i > 0 && lines[i - 1] is { Role: BlockRole.Subhead or BlockRole.Related or BlockRole.Standfirst } above && !above.Measure.EndsSentence && !above.Is(LineMarks.ListHead | LineMarks.Caption | LineMarks.Byline | LineMarks.ReadMore);

    private static bool IsHeading(List<Line> lines, int i) =>
        lines[i].Role == BlockRole.Subhead && i + 1 < lines.Count && lines[i + 1].Role is BlockRole.Body or BlockRole.Caption or BlockRole.Byline;

    private static bool IsSeparator(Line line) => line.Measure.Keys.Length == 0 && line.Text.Length is > 0 and < 12;

    /// <summary>"Grunval" of "Grunval: The last coal mine closed"; a label of up to three words, and a sentence behind it.</summary>
    private static string? LabelOf(Line line)
    {
        if (line.Role is not (BlockRole.Body or BlockRole.Standfirst) || !line.Is(LineMarks.Prose)) return null;
        return LabelPattern().Match(line.Text) is { Success: true } match ? match.Groups["l"].Value : null;
    }

    [GeneratedRegex(@"^[•·*\-–—\s]*(?<l>\p{Lu}[\p{L}\p{Nd}.'’-]{1,25}(?:\s[\p{L}\p{Nd}.'’&-]{1,25}){0,2}):\s(?=[\p{Lu}\p{Nd}“""„«])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex LabelPattern();
}
