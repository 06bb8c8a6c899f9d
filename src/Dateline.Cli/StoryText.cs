using System.Globalization;
using Dateline.Exchange;

namespace Dateline.Cli;

/// <summary>One story as plain text for the terminal.</summary>
internal static class StoryText
{
    /// <param name="ledger">One story's ledger.</param>
    public static void Write(TextWriter output, Ledger ledger)
    {
        var story = ledger.Stories[0];
        var articles = ledger.Articles.ToDictionary(a => a.Article.Id, a => a.Article);
        var outlets = articles.Values.Select(a => a.Outlet?.Value).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        output.WriteLine(story.Title);
        output.WriteLine($"{story.Id}, {story.First.FromIso ?? "?"} to {story.Last.ToIso ?? "?"}: {Count(articles.Count, "article")}, {Count(outlets, "outlet")}, at least {Count(OriginCount.Least(story.Articles, ledger.Origins), "origin")}, {Count(ledger.Statements.Count(s => !s.OutletVoice), "statement")}");

        if (story.Episodes.Length > 1)
        {
            output.WriteLine();
            Table.Write(
                output,
                ["EPISODE", "FIRST", "LAST", "ARTICLES", "TITLE"],
                [.. story.Episodes.Select(e => new[] { e.Id.ToString(), e.First.FromIso ?? "?", e.Last.ToIso ?? "?", N(e.Articles.Length), e.Title })]);
        }

        foreach (var move in ledger.Moves) output.WriteLine($"{Json.Name(move.Kind)}, {move.From} -> {move.To}: {move.Why}");

        foreach (var track in ledger.Tracks)
        {
            output.WriteLine();
            output.WriteLine($"{track.Question}  ({Json.Name(track.Kind)}; independent origins: at least {N(track.AtLeast)}, at most {N(track.AtMost)})");
            Table.Write(
                output,
                ["  #", "PUBLISHED", "HOLDER", "VALUE", "PAGE", "WORDS"],
                [.. track.Entries.Select((e, i) => new[] { $"  {N(i + 1)}", e.Published.ToString(), e.Holder, e.Value, articles.TryGetValue(e.Article, out var a) ? a.Page : "", $"\"{e.Quote}\"" })]);
            foreach (var change in track.Changes)
                output.WriteLine($"  {Json.Name(change.Kind)}, {N(change.Before + 1)} -> {N(change.After + 1)}{(change.At is { } at ? at.ToString("', 'yyyy-MM-dd", CultureInfo.InvariantCulture) : "")}: {change.Reason}");
        }

        output.WriteLine();
        if (ledger.Origins.Length > 0) Table.Write(output, ["ORIGIN", "NAME", "ARTICLES", "REASON"], [.. ledger.Origins.Select(o => new[] { o.Id.Value, o.Name, N(o.Articles.Length), o.Reason })]);
        output.WriteLine();
        Table.Write(
            output,
            ["ARTICLE", "PUBLISHED", "BASIS", "OUTLET", "PAGE", "TITLE"],
            [.. story.Articles.Select(id => articles[id]).Select(a => new[] { a.Id.Value, a.Published.ToString(), a.PublishedBasis, a.Outlet?.Value ?? "", a.Page, a.Title?.Value ?? "" })]);
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{N(count)} {what}s";

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
