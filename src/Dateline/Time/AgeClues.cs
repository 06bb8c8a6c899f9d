namespace Dateline.Time;

/// <summary>Relative ages that a page counts from a date which it names, too: "nearly six months on", "100 days since 3 May", "on 3 May, two weeks ago".</summary>
internal static class AgeClues
{
    /// <summary>An age and its date stand so many words from each other.</summary>
    private const int Reach = 3;

    /// <param name="named">The dates of the page, in text order.</param>
    /// <param name="counted">Those from which "six months on" may count.</param>
    public static IEnumerable<DateClue> Of(IReadOnlyList<DateMention> named, IReadOnlyList<DateMention> counted)
    {
        for (var at = 0; at < named.Count; at++)
        {
            var mention = named[at];
            if (!mention.IsStory || Length(mention) is not { } length) continue;
            if (IsFollowedBy(mention.Match, "on", "into")) yield return Clue(mention, length, counted, $"'{mention.Words} on'", "counts from a date of the text");
            else if (IsFollowedBy(mention.Match, "since") && After(named, at) is { } since) yield return Clue(mention, length, [since], $"'{mention.Words} since {since.Words}'", "counts from that date");
            else if (mention.Match.Has("back") && (After(named, at) ?? Before(named, at)) is { } beside) yield return Clue(mention, length, [beside], $"'{mention.Words}' beside '{beside.Words}'", "counts back to that date");
        }
    }

    private static DateClue Clue(DateMention mention, (double Days, double Unit) length, IReadOnlyList<DateMention> dates, string words, string reason)
    {
        // "two weeks" is said of thirteen days and of seventeen
        var slack = Math.Max(length.Unit / 2, length.Days * DatingHabits.ElapsedRounding);
        var first = mention.Match.Pieces[mention.Match.Start].Lower;
        var least = first is "more" or "over" ? length.Days : length.Days - slack;
        var most = first is "nearly" or "almost" or "less" or "under" ? length.Days : length.Days + slack;
        return DateClue.On(DateEvidence.Age, day => dates.Any(d => (d.AsWritten ?? d.On(day)) is { From: { } from, To: { } to } && day.DayNumber - to.DayNumber <= most && day.DayNumber - from.DayNumber >= least), words, reason);
    }

    private static (double Days, double Unit)? Length(DateMention mention)
    {
        var match = mention.Match;
        if (match.Rule.Id is not ("en.duration.count" or "en.relative.ago") || match.Has("vague") || match.Has("low") || match.Number("count") is not { } count || count <= 0) return null;
        double? unit = match["unit"] switch { "D" => 1, "W" => 7, "M" => 30.4, "Y" => 365.25, _ => null };
        return unit is { } days ? (((double)count + (match.Has("and-half") ? 0.5 : 0)) * days, days) : null;
    }

    /// <summary>"on", not as in "on 3 May".</summary>
    private static bool IsFollowedBy(RuleMatch match, params ReadOnlySpan<string> words) =>
        match.End < match.Pieces.Length && words.Contains(match.Pieces[match.End].Lower) && (words.Contains("since") || match.End + 1 >= match.Pieces.Length || match.Pieces[match.End + 1].Kind != PieceKind.Digits);

    private static DateMention? After(IReadOnlyList<DateMention> named, int at) =>
        at + 1 < named.Count && named[at + 1] is var next && IsDate(next) && ReferenceEquals(next.Match.Pieces, named[at].Match.Pieces) && next.Match.Start - named[at].Match.End <= Reach ? next : null;

    private static DateMention? Before(IReadOnlyList<DateMention> named, int at) =>
        at > 0 && named[at - 1] is var last && IsDate(last) && ReferenceEquals(last.Match.Pieces, named[at].Match.Pieces) && named[at].Match.Start - last.Match.End <= 1 ? last : null;

    private static bool IsDate(DateMention mention) => mention.Match.Has("month") && mention.Direction != Direction.Future;
}
