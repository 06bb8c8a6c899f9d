using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>An event that a page dates: by a weekday ("gunmen seized the mill on Tuesday"), by two phrases ("on Thursday, two days after gunmen stormed the mill"), by a day ("on 3 May") or an age ("ten days ago").</summary>
/// <param name="Stems">The content words of its clause, cut to their stems and sorted.</param>
/// <param name="Back">Days to go back from the day that the page names.</param>
internal sealed record Happening(string Words, ImmutableArray<string> Stems, RuleMatch Match, int Back)
{
    private const int StemLength = 5;

    /// <summary>A clause is read so many words far.</summary>
    private const int Reach = 14;

    /// <summary>Two events are one where this share of the shorter clause's stems stands in the other, and at least so many; more where neither counts from the other's day.</summary>
    private const double SharedStems = 0.66;
    private const int LeastStems = 3;
    private const int LeastStemsUncounted = 5;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "the", "and", "has", "had", "have", "his", "her", "its", "their", "was", "were", "been", "who", "that", "which", "for", "from", "with", "into", "said", "told", "before", "after", "when", "least", "more", "than", "about", "some" };

    /// <summary>Whether it is dated by two phrases.</summary>
    public bool IsCounted => Back != 0;

    /// <summary>Events dated at once by weekdays are told of in too many ways to be compared with one another.</summary>
    private bool IsBare => !IsCounted && PageClues.IsBareWeekday(Match);

    public static ImmutableArray<Happening> Of(AnnotatedArticle page)
    {
        var text = page.Article.Text;
        var sentences = page.Annotations.Sentences.Where(s => page.Article.Blocks[s.Block].IsStory && page.Article.Blocks[s.Block].Role != BlockRole.Headline).Select(s => s.Span).ToList();
        var found = ImmutableArray.CreateBuilder<Happening>();
        RuleMatch? day = null;
        var dayStretch = -1;
        foreach (var (match, direction, stretch) in TimexFinder.Match(text, sentences))
        {
            if (PageClues.IsBareWeekday(match) && match.Integer("weekday") is not null)
            {
                (day, dayStretch) = direction == Direction.Future ? (null, -1) : (match, stretch);
                if (day is not null) Add(StemsOf(match.Pieces, ClauseBefore(match), match.Start), match, 0, match.Span);
            }
            else if (day is not null && stretch == dayStretch && DaysAfter(match, day) is { } days)
            {
                Add(StemsOf(match.Pieces, match.End + 1, Math.Min(match.Pieces.Length, match.End + 1 + Reach)), day, days, new TextSpan(day.Span.Start, match.Pieces[match.End].End));
            }
            else if (direction != Direction.Future && (IsDay(match) || IsAge(match)))
            {
                var stems = StemsOf(match.Pieces, ClauseBefore(match), match.Start);
                Add(stems.Length >= LeastStems ? stems : StemsOf(match.Pieces, Math.Min(match.Pieces.Length, match.End + (match.End < match.Pieces.Length && match.Pieces[match.End].Is(",") ? 1 : 0)), Math.Min(match.Pieces.Length, match.End + 1 + Reach)), match, 0, match.Span);
            }
        }

        return found.ToImmutable();

        void Add(ImmutableArray<string> stems, RuleMatch match, int back, TextSpan words)
        {
            if (stems.Length >= LeastStems) found.Add(new Happening(words.Slice(text), stems, match, back));
        }
    }

    public bool IsSameAs(Happening other)
    {
        if (IsBare && other.IsBare) return false;
        var least = IsCounted || other.IsCounted ? LeastStems : LeastStemsUncounted;
        if (Stems.Length < least || other.Stems.Length < least) return false;
        var shared = Stems.Intersect(other.Stems, StringComparer.Ordinal).Count();
        return shared >= least && shared >= SharedStems * Math.Min(Stems.Length, other.Stems.Length);
    }

    /// <summary>The days that it may mean on a page of this day.</summary>
    public (DateOnly From, DateOnly To)? On(DateOnly published) =>
        Match.Rule.Value(Match, new TimeContext(published, Direction.Past)) is [{ From: { } from, To: { } to }, ..] && from.DayNumber > Back ? (from.AddDays(-Back), to.AddDays(-Back)) : null;

    /// <summary>"two days after", "a week after", right after the day from which it counts.</summary>
    public static int? DaysAfter(RuleMatch match, RuleMatch day)
    {
        if (match.Start < day.End || match.Start - day.End > 3 || !match.Rule.Id.StartsWith("en.duration", StringComparison.Ordinal) || match.End >= match.Pieces.Length || !match.Pieces[match.End].Is("after")) return null;
        if (match.Has("vague") || match.Has("low") || match.Has("and-half")) return null;
        var count = match.Has("count") ? match.Integer("count") : 1;
        return (match["unit"], count) switch { ("D", > 0 and < 100) => count, ("W", > 0 and < 15) => count * 7, _ => null };
    }

    private static bool IsDay(RuleMatch match) => match.Has("month") && match.Has("day");

    private static bool IsAge(RuleMatch match) => match.Rule.Id == "en.relative.ago" && !match.Has("vague") && match["unit"] is "D" or "W";

    private static int ClauseBefore(RuleMatch match)
    {
        var from = match.Start;
        while (from > 0 && match.Start - from < Reach && !EndsClause(match.Pieces[from - 1])) from--;
        return from;
    }

    private static bool EndsClause(Piece piece) => piece.Lower is "," or ";" or ":" or "--" or "(" or ")" or "\"";

    /// <summary>From a clause's beginning to its end, or to the first sign that ends it.</summary>
    private static ImmutableArray<string> StemsOf(Piece[] pieces, int from, int to)
    {
        var stems = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = from; i < to; i++)
        {
            if (EndsClause(pieces[i])) break;
            if (pieces[i].Kind == PieceKind.Word && pieces[i].Lower.Length > 2 && !Empty.Contains(pieces[i].Lower)) stems.Add(pieces[i].Lower.Length > StemLength ? pieces[i].Lower[..StemLength] : pieces[i].Lower);
        }

        return [.. stems];
    }
}
