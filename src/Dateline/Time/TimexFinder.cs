using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Time;

/// <summary>Time expressions, resolved against the publication date.</summary>
internal static class TimexFinder
{
    /// <summary>A day on which every rule can be tried while matches are sought; no result depends on it.</summary>
    private static readonly DateOnly Neutral = new(2001, 6, 13);

    /// <param name="dayFirst">Whether the outlet's country writes the day first; null where that is not known.</param>
    /// <param name="published">May be unknown or an interval; relative expressions then get wider intervals, or none.</param>
    public static ImmutableArray<Timex> Find(Analysis analysis, UncertainDate published, bool? dayFirst = null) =>
        Find(analysis.Text, analysis.Sentences.Select(s => s.Span), published, dayFirst);

    /// <summary>The same over any stretches of the text, in their order.</summary>
    public static ImmutableArray<Timex> Find(string text, IEnumerable<TextSpan> stretches, UncertainDate published, bool? dayFirst = null)
    {
        var matches = Match(text, stretches);
        if (matches.Count == 0) return [];
        dayFirst = CalendarValues.DayFirst(matches.Select(m => m.Match)) ?? dayFirst;
        var narrative = IsNarrative(matches.Select(m => m.Match), published);
        if (published.From is not { } first || published.To is not { } last) return [.. ReadAll(text, matches, null, narrative, dayFirst).Select(r => r.Timex)];
        var early = ReadAll(text, matches, first, narrative, dayFirst);
        if (first == last) return [.. early.Select(r => r.Timex)];
        return Widen(early, ReadAll(text, matches, last, narrative, dayFirst), ReadAll(text, matches, null, narrative, dayFirst));
    }

    /// <summary>So many time expressions after a quarter was named, "a year earlier" still means the quarter a year earlier.</summary>
    private const int QuarterReach = 8;

    /// <summary>The places where a rule fits, not yet read against any date.</summary>
    public static List<DatedMatch> Match(string text, IEnumerable<TextSpan> stretches)
    {
        var matches = new List<DatedMatch>();
        var index = 0;
        foreach (var stretch in stretches)
        {
            var pieces = Piece.Read(text, stretch);
            foreach (var match in TimeRules.All.Find(pieces, m => m.Rule.Value(m, new TimeContext(Neutral)).Length > 0))
                matches.Add(new DatedMatch(match, TenseReader.Read(pieces, match.Start, match.End), index));
            index++;
        }

        return matches;
    }

    private static List<((int Match, int Part) Key, Timex Timex)> ReadAll(string text, List<DatedMatch> matches, DateOnly? anchor, bool narrative, bool? dayFirst)
    {
        var found = new List<((int, int), Timex)>();
        var isNews = anchor is not null && matches.Exists(m => m.Match.Has("day-word")); // what is to come is to come from today, whatever years are told of beside it
        Period? last = null, quarter = null, day = null;
        var dayStretch = -1;
        var quarterAt = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            var (match, direction, stretch) = matches[i];
            if (stretch != dayStretch) day = null;
            if (i - quarterAt > QuarterReach) quarter = null;
            var beside = day ?? (match.Has("hour") || match.Has("military") ? DayAfterTime(matches, i, anchor) : null);
            var readings = match.Rule.Value(match, new TimeContext(anchor, direction, last, quarter, narrative && !(isNews && direction == Direction.Future), beside, dayFirst));
            for (var part = 0; part < readings.Length; part++)
            {
                var reading = readings[part];
                if (reading.Type == TimexType.Duration && i > 0 && day is { } counted && Happening.DaysAfter(match, matches[i - 1].Match) is { } days && counted.Shift(-days) is { } start)
                    reading = reading with { From = start.From, To = start.To, Anchor = DateAnchor.Text };
                var span = reading.Part ?? match.Span;
                found.Add(((i, part), new Timex(span, reading.Type, reading.Value, When(reading, span.Slice(text)), match.Rule.Id, Other(reading, span.Slice(text)))));
                if (reading.Period is not { } period) continue;
                if (period.Unit == TimeUnit.Day) (day, dayStretch) = (period, stretch);
                if (narrative && reading.Anchor == DateAnchor.Published) continue; // "today" in a history is not what it tells of
                if (period.Unit is TimeUnit.Decade or TimeUnit.Century or TimeUnit.Millennium) continue;
                if (narrative && IsAside(match, period, last)) continue;
                last = period;
                if (period.Unit == TimeUnit.Quarter && reading.Anchor != DateAnchor.Text) (quarter, quarterAt) = (period, i);
            }
        }

        return found;
    }

    /// <summary>"10:35 a.m. (0735 GMT) Friday": the day that follows a time over another time, brackets and prepositions.</summary>
    private static Period? DayAfterTime(List<DatedMatch> matches, int at, DateOnly? anchor)
    {
        for (var i = at + 1; i < matches.Count && i <= at + 2; i++)
        {
            var (match, direction, stretch) = matches[i];
            if (stretch != matches[at].Stretch || match.Pieces[matches[i - 1].Match.End..match.Start].Any(p => p.Lower is not ("(" or ")" or "," or "on" or "of" or "/" or "local" or "time"))) return null;
            if ((match.Has("hour") || match.Has("military")) && !match.Has("weekday")) continue;
            return match.Rule.Value(match, new TimeContext(anchor, direction)) switch
            {
                [{ Type: TimexType.Time, From: { } named }, ..] when match.Has("weekday") => new Period(TimeUnit.Day, named), // "at four (4 a.m. EDT Thursday)"
                [{ Period: { Unit: TimeUnit.Day } day }, ..] => day,
                _ => null,
            };
        }

        return null;
    }

    /// <summary>A year named so far into its sentence and so far from the year told of is a glance aside ("declassified in 2005, the papers show ...").</summary>
    private const int LeadPieces = 6;
    private const int FarYears = 3;

    /// <summary>In a narrative, years in brackets and the bare name of the year that is told of anyway do not move the telling.</summary>
    private static bool IsAside(RuleMatch match, Period period, Period? told) =>
        told is { } at && ((period.Unit == TimeUnit.Year && at.Unit is TimeUnit.Day or TimeUnit.Month && at.From.Year == period.From.Year)
            || (match.Start > 0 && match.Pieces[match.Start - 1].Is("("))
            || (period.Unit == TimeUnit.Year && match.Start > LeadPieces && Math.Abs(period.From.Year - at.From.Year) > FarYears));

    private static UncertainDate? When(Reading reading, string words)
    {
        if (reading.From is not { } from || reading.To is not { } to) return null;
        var reason = reading.Anchor switch
        {
            DateAnchor.Published => $"'{words}', reckoned from publication",
            DateAnchor.Text when reading.Type == TimexType.Duration => $"'{words}' before the date named with it",
            DateAnchor.Text => $"'{words}', reckoned from the date named before",
            _ => $"'{words}', as written",
        };
        if (reading.Moment is { } moment) return UncertainDate.At(moment, reason, reading.Anchor);
        return from == to ? UncertainDate.On(from, reason, reading.Anchor) : UncertainDate.Between(from, to, reading.Grain, reason, reading.Anchor);
    }

    private static OtherReading? Other(Reading reading, string words)
    {
        if (reading.Other is not { } period || reading.Type is not (TimexType.Date or TimexType.Time)) return null;
        var time = reading.Value.IndexOf('T', StringComparison.Ordinal);
        var reason = $"'{words}', the other reading that the words allow";
        return new OtherReading(
            time < 0 ? period.Value : period.Value + reading.Value[time..],
            period.From == period.To ? UncertainDate.On(period.From, reason, reading.Anchor) : UncertainDate.Between(period.From, period.To, period.Grain, reason, reading.Anchor));
    }

    /// <summary>Where publication is an interval: what its first and its last day agree on stays; else the open value, with an interval that holds both readings.</summary>
    private static ImmutableArray<Timex> Widen(List<((int Match, int Part) Key, Timex Timex)> early, List<((int Match, int Part) Key, Timex Timex)> late, List<((int Match, int Part) Key, Timex Timex)> open)
    {
        var later = late.ToDictionary(r => r.Key, r => r.Timex);
        var opened = open.ToDictionary(r => r.Key, r => r.Timex);
        var widened = ImmutableArray.CreateBuilder<Timex>(early.Count);
        foreach (var (key, timex) in early)
        {
            if (!later.TryGetValue(key, out var other)) continue;
            if (timex == other || (timex.Value == other.Value && timex.When == other.When))
            {
                widened.Add(timex);
                continue;
            }

            var value = timex.Value == other.Value ? timex.Value : opened.TryGetValue(key, out var unknown) ? unknown.Value : timex.Value;
            var when = timex.When is { From: { } a, To: { } b } first && other.When is { From: { } c, To: { } d }
                ? UncertainDate.Between(a < c ? a : c, b > d ? b : d, first.Grain, first.Reason, first.Anchor)
                : null;
            widened.Add(timex with { Value = value, When = when, Other = null });
        }

        return widened.ToImmutable();
    }

    /// <summary>At least this many dates of other years, and twice as many of them as words that only the day's news uses, make a text a narrative of the past; half as many do where there is no such word.</summary>
    private const int NarrativeYears = 6;

    private static bool IsNarrative(IEnumerable<RuleMatch> matches, UncertainDate published)
    {
        int others = 0, news = 0;
        foreach (var match in matches)
        {
            if (match.Integer("year") is { } year && (published.From is not { } day || Math.Abs(day.Year - year) > 1)) others++;
            else if (match.Has("day-word") || (match.Has("weekday") && !match.Has("day"))) news++;
        }

        return (others >= NarrativeYears && others > 2 * news) || (others >= NarrativeYears / 2 && news == 0);
    }
}
