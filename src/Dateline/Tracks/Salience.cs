namespace Dateline.Tracks;

/// <summary>What an editor would ask for first: many pages, many origins, turns, an answer high in the page.</summary>
internal static class Salience
{
    public static double Of(Track track, IReadOnlyList<Claim> claims, Story story)
    {
        var pages = track.Entries.Select(e => e.Article).Distinct().Count();
        var wordings = claims.Select(c => c.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count(); // one sentence on three pages is told once
        var lead = claims.Count(c => c.Order < 4) / (double)claims.Count;
        return 3.0 * pages / Math.Max(1, story.Articles.Length) + 0.3 * Math.Min(track.AtMost, 8) + 0.4 * Math.Min(track.Changes.Length, 6) + lead + 0.2 * Math.Min(wordings, 8) + (track.Kind == TrackKind.Quantity ? 0.5 : 0);
    }
}
