using System.Collections.Immutable;

namespace Dateline.Time;

/// <summary>A sentence in which somebody is reported to have spoken on a weekday: "the army said Friday", "a spokesman told the agency last Friday".</summary>
/// <param name="Weekday">1 Monday to 7 Sunday.</param>
/// <param name="Last">It is called "last".</param>
/// <param name="Stems">The speaker's content words, cut to their stems.</param>
/// <param name="Told">The other content words of the sentence, cut so: what was said.</param>
internal sealed record Telling(int Weekday, bool Last, string Words, string Speaker, ImmutableArray<string> Stems, ImmutableArray<string> Told, RuleMatch Match)
{
    /// <summary>Cut so, "Ukraine" and "Ukrainian", "army" and "armies" are one.</summary>
    private const int StemLength = 5;

    /// <summary>The speaker is the same where this share of the shorter's stems stands in the other, and at least so many.</summary>
    private const double SharedStems = 0.66;
    private const int LeastStems = 2;

    /// <summary>Who speaks every Friday says something else each time: so much of the shorter sentence's words stands in the other.</summary>
    private const double SharedTold = 0.2;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "said", "told", "says", "announced", "claimed", "reported", "confirmed", "denied", "warned", "added", "stated", "declared", "acknowledged", "tells" };

    public static ImmutableArray<Telling> Of(AnnotatedArticle page)
    {
        var text = page.Article.Text;
        var sentences = page.Annotations.Sentences.Where(s => page.Article.Blocks[s.Block].IsStory && page.Article.Blocks[s.Block].Role != BlockRole.Headline).Select(s => s.Span).ToList();
        var tellings = ImmutableArray.CreateBuilder<Telling>();
        foreach (var (match, direction, _) in TimexFinder.Match(text, sentences))
        {
            if (direction == Direction.Future || match.Integer("weekday") is not { } weekday || match.Has("month") || match.Rule.Id != "en.date.weekday") continue;
            var shift = match.Integer("shift");
            if (shift is >= 0) continue;
            var verb = VerbBefore(match);
            if (verb < 0) continue;
            var (speaker, stems) = SpeakerBefore(match.Pieces, verb, text);
            if (stems.Length >= LeastStems) tellings.Add(new Telling(weekday, shift < 0, match.Span.Slice(text), speaker, stems, [.. StemsOf(match.Pieces).Except(stems, StringComparer.Ordinal).Except(Verbs.Select(Cut), StringComparer.Ordinal)], match));
        }

        return tellings.ToImmutable();
    }

    public bool IsSameAs(Telling other)
    {
        if (Weekday != other.Weekday) return false;
        var shared = Stems.Intersect(other.Stems, StringComparer.Ordinal).Count();
        if (shared < LeastStems || shared < SharedStems * Math.Min(Stems.Length, other.Stems.Length)) return false;
        return Told.Length == 0 || other.Told.Length == 0 || Told.Intersect(other.Told, StringComparer.Ordinal).Count() is > 0 and var told && told >= SharedTold * Math.Min(Told.Length, other.Told.Length);
    }

    /// <summary>The day that it means on a page of this day.</summary>
    public DateOnly? Day(DateOnly published) => Match.Rule.Value(Match, new TimeContext(published, Direction.Past)) is [{ From: { } day }, ..] ? day : null;

    /// <summary>"said Friday", "told the agency on Friday": the verb stands at most five words before.</summary>
    private static int VerbBefore(RuleMatch match)
    {
        for (var i = match.Start - 1; i >= 0 && i >= match.Start - 6; i--)
        {
            if (Verbs.Contains(match.Pieces[i].Lower)) return i;
            if (match.Pieces[i].Lower is "." or ";" or "that") return -1;
        }

        return -1;
    }

    /// <summary>The words before the verb back to a comma or the beginning.</summary>
    private static (string Words, ImmutableArray<string> Stems) SpeakerBefore(Piece[] pieces, int verb, string text)
    {
        var start = verb;
        while (start > 0 && verb - start < 9 && pieces[start - 1].Lower is not ("," or ";" or "\"" or "--" or ":")) start--;
        if (start == verb) return ("", []);
        return ($"'{text[pieces[start].Start..pieces[verb - 1].End]}'", [.. StemsOf(pieces[start..verb])]);
    }

    private static IEnumerable<string> StemsOf(Piece[] pieces) =>
        pieces.Where(p => p.Kind == PieceKind.Word && p.Lower.Length > 2 && p.Lower is not ("the" or "and" or "has" or "had" or "have" or "his" or "her" or "its" or "that" or "was" or "were" or "for" or "with" or "from" or "last"))
            .Select(p => Cut(p.Lower)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Cut(string word) => word.Length > StemLength ? word[..StemLength] : word;
}
