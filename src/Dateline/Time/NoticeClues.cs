namespace Dateline.Time;

/// <summary>What notices say of a page's day: when it was first published, when it was corrected, up to which year its rights were claimed.</summary>
internal static class NoticeClues
{
    /// <summary>The words stand so close before their date.</summary>
    private const int Reach = 40;

    private enum Kind
    {
        First,
        Changed,
        Rights,
    }

    private static readonly Lazy<(string Words, Kind Kind)[]> Phrases = new(() => [.. Resources.Rows("lexicon/date-notices.tsv").Select(r => (r[0], Enum.Parse<Kind>(r[1], ignoreCase: true)))]);

    public static IEnumerable<DateClue> Of(Article article, IEnumerable<DateMention> mentions)
    {
        foreach (var mention in mentions.Where(m => m.Block.Role == BlockRole.Notice))
            if (mention.AsWritten is { From: { } from, To: { } to } && KindOf(article.Text, mention) is { } kind)
                yield return Clue(kind, mention, from, to, DatingHabits.DaysBeforeCorrection);
        foreach (var clue in Footers(article)) yield return clue;
    }

    private static DateClue Clue(Kind kind, DateMention mention, DateOnly from, DateOnly to, int habit) => kind switch
    {
        Kind.First => DateClue.Within(DateEvidence.Notice, from, null, $"'{mention.Words}'", "in a notice of when it was first published: not before"),
        Kind.Changed => DateClue.Within(DateEvidence.Notice, DateClue.Moved(from, -habit), to, $"'{mention.Words}'", $"in a notice of a change: not after it, and seldom more than {habit} days before"),
        _ => DateClue.Within(DateEvidence.Notice, null, new DateOnly(to.Year, 12, 31), $"'{mention.Words}'", "the newest year of its copyright: not after"),
    };

    /// <summary>"Copyright 1998-2031" at the foot: the newest year of all such lines, since a page that was kept carries the year in which it was got, or an older one.</summary>
    private static IEnumerable<DateClue> Footers(Article article)
    {
        (int Year, string Words)? newest = null;
        foreach (var block in article.Blocks.Where(b => b.Role == BlockRole.Boilerplate && b.Span.Length < 400))
        {
            var at = Phrases.Value.Where(p => p.Kind == Kind.Rights).Select(p => article.Text.IndexOf(p.Words, block.Span.Start, block.Span.Length, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
            if (at < 0) continue;
            foreach (var (match, _, _) in TimexFinder.Match(article.Text, [new TextSpan(at, Math.Min(block.Span.End, at + Reach))]))
                if (match.Rule.Id.StartsWith("en.date.year", StringComparison.Ordinal) && match.Rule.Value(match, new TimeContext(new DateOnly(2000, 1, 1))).Max(r => r.To?.Year) is { } year && year > (newest?.Year ?? 0))
                    newest = (year, $"'{article.Text[at..match.Span.End]}'");
        }

        if (newest is { } found) yield return DateClue.Within(DateEvidence.Notice, null, new DateOnly(found.Year, 12, 31), found.Words, "at the foot: not after that year");
    }

    private static Kind? KindOf(string text, DateMention mention)
    {
        var from = Math.Max(mention.Block.Span.Start, mention.Match.Span.Start - Reach);
        var before = text[from..mention.Match.Span.Start];
        var nearest = Phrases.Value.Select(p => (p.Kind, At: before.LastIndexOf(p.Words, StringComparison.OrdinalIgnoreCase))).Where(p => p.At >= 0).OrderByDescending(p => p.At).Select(p => (Kind?)p.Kind).FirstOrDefault();
        return nearest;
    }
}
