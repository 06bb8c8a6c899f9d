namespace Dateline.Tracks;

/// <summary>What an editor would ask for first: many pages, many origins, turns, an answer high in the page, something that happened within the story.</summary>
internal static class Salience
{
    private const int Before = 31; // days before the story's first page: what happened earlier is its past

    public static double Of(Track track, IReadOnlyList<Claim> claims, Story story)
    {
        var pages = track.Entries.Select(e => e.Article).Distinct().Count();
        var wordings = claims.Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count(); // one sentence on three pages is told once
        var lead = claims.Count(c => c.Order < 4) / (double)claims.Count;
        var past = story.First.From is { } first ? claims.Count(c => c.Time.To is { } to && to.DayNumber < first.DayNumber - Before) / (double)claims.Count : 0;
        return 3.0 * pages / Math.Max(1, story.Articles.Length) + 0.3 * Math.Min(track.AtMost, 8) + 0.4 * Math.Min(track.Changes.Length, 6) + lead + 0.2 * Math.Min(wordings, 8) - past
            + (claims.All(c => c.Aspect == PredicateLexicon.Count) || (track.Kind == TrackKind.State && claims.Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1) ? -0.5 : track.Kind is TrackKind.Quantity or TrackKind.Blame ? 0.5 : 0); // "how many are there" asks little, and so does what all answer alike
    }
}
