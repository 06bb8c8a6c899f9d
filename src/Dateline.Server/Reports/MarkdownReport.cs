using System.Text;

namespace Dateline.Server.Reports;

/// <summary>A story as Markdown: changes, questions, statements by source, articles and origins.</summary>
internal static class MarkdownReport
{
    public static void Write(TextWriter text, LedgerIndex index, Story story)
    {
        Line(text, $"# {Safe(story.Title)}");
        Line(text, $"{Wording.Count(story.Articles.Length, "article")}, {Wording.Count(index.OutletCount(story), "outlet")}, at least {Wording.Count(index.OriginCount(story), "origin")}; {Wording.Range(story.First, story.Last)}");
        WriteChanges(text, index, story);
        WriteTracks(text, index, story);
        WriteVoices(text, index, story);
        WriteArticles(text, index, story);
        text.Write($"---\n\nDateline {Pipeline.Stamp}. What stands in italics, and in the column of exact words, stands verbatim in the page that is named with it.\n");
    }

    private static void WriteChanges(TextWriter text, LedgerIndex index, Story story)
    {
        Line(text, "## What changed");
        foreach (var track in index.TurnedIn(story))
        {
            Line(text, $"### {Safe(track.Question)}");
            foreach (var turn in Turn.Of(track))
            {
                var (before, after) = Wording.Sides(turn.Change.Kind);
                Line(text, $"**{Wording.Kind(turn.Change.Kind)}**{(turn.Change.At is { } day ? ", " + Wording.Day(day) : "")}");
                Line(text, $"- {before}: **{Safe(Wording.Value(turn.Before.Value))}**. {Quoted(index, turn.Before)}\n- {after}: **{Safe(Wording.Value(turn.After.Value))}**. {Quoted(index, turn.After)}\n- Why: {Safe(turn.Change.Reason)}");
            }
        }

        if (!index.TurnedIn(story).Any()) Line(text, "No change was found.");
    }

    private static void WriteTracks(TextWriter text, LedgerIndex index, Story story)
    {
        Line(text, "## Questions");
        foreach (var track in index.TracksOf(story))
        {
            Line(text, $"### {Safe(track.Question)}");
            Line(text, Wording.Origins(track.AtLeast, track.AtMost));
            var rows = new StringBuilder("| answer | exact words | who holds it | happened | said | published |\n|---|---|---|---|---|---|\n");
            foreach (var entry in track.Entries)
                rows.Append($"| {Safe(Wording.Value(entry.Value))} | {Safe(entry.Quote)} | {Safe(Holder(index, entry))} | {Wording.Of(entry.Time)} | {(entry.Said is null ? "" : Wording.Of(entry.Said))} | {Wording.Of(entry.Published)}, {Safe(index.OutletOf(entry.Article))} |\n");
            Line(text, rows.ToString().TrimEnd());
        }
    }

    private static void WriteVoices(TextWriter text, LedgerIndex index, Story story)
    {
        Line(text, "## Who said what");
        foreach (var voice in SourceVoice.Of(index, story))
        {
            Line(text, $"### {Safe(voice.Name)}");
            var lines = voice.Sayings.Select(saying =>
            {
                var page = index.Article(saying.First.Article);
                var where = string.Join("; ", saying.Places.Select(p => p.Article).Distinct().Select(a => $"{Safe(index.OutletOf(a))}, {Wording.Of(index.Article(a).Published)}"));
                var channel = saying.First.Channel is { Length: > 0 } c ? $" {Safe(Wording.Channel(c))}" : "";
                return $"- _{Safe(string.Join(" … ", saying.First.Content.Select(s => s.Slice(page.Text))))}_{channel} ({where})";
            });
            Line(text, string.Join('\n', lines));
        }
    }

    private static void WriteArticles(TextWriter text, LedgerIndex index, Story story)
    {
        Line(text, "## Articles and origins");
        Line(text, string.Join('\n', story.Articles.Select(a =>
        {
            var article = index.Article(a);
            var credits = article.Agencies.Length > 0 ? $", credits {Safe(string.Join(", ", article.Agencies))}" : "";
            return $"- {Safe(index.OutletOf(a))}, {Wording.Of(article.Published)}: {Safe(index.TitleOf(a))}{credits} (page `{article.Page.Replace("`", "", StringComparison.Ordinal)}`, SHA-256 {article.Capture})";
        })));
        var origins = index.OriginsOf(story).Select(o => $"- {Safe(o.Name)}: {Wording.Count(o.Articles.Length, "article")}. {Safe(o.Reason)}").ToList();
        if (origins.Count > 0) Line(text, "Origins:\n\n" + string.Join('\n', origins));
    }

    private static string Quoted(LedgerIndex index, Entry entry) =>
        $"_{Safe(entry.Quote)}_ {Safe(Holder(index, entry))}; {Safe(index.OutletOf(entry.Article))}, {Wording.Of(entry.Published)}";

    private static string Holder(LedgerIndex index, Entry entry) => entry.Holder == "outlet" ? index.OutletOf(entry.Article) + " in its own voice" : entry.Holder;

    /// <summary>Page text as plain words on one line: nothing in it is markup.</summary>
    private static string Safe(string words)
    {
        var safe = new StringBuilder(words.Length + 8);
        foreach (var c in words)
        {
            if (c is '\n' or '\r' or '\t')
            {
                safe.Append(' ');
                continue;
            }

            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '&' or '~' or '!') safe.Append('\\');
            safe.Append(c);
        }

        return safe.ToString();
    }

    private static void Line(TextWriter text, string paragraph)
    {
        text.Write(paragraph);
        text.Write("\n\n");
    }
}
