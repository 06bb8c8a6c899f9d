using System.Collections.Immutable;

namespace Dateline.Storage.Tests;

/// <summary>Whether a ledger is as a ruling says. What it points at is looked for by its exact words, whatever ids stories and questions have.</summary>
internal static class RulingHolds
{
    public static bool In(Ledger ledger, Ruling ruling) => ruling switch
    {
        Ruling.MergeStories merge => Stories(ledger, [.. merge.One, .. merge.Other]).Count == 1,
        Ruling.SplitStory split => Stories(ledger, split.Taken).Count == 1 && !Stories(ledger, split.Left).Overlaps(Stories(ledger, split.Taken)),
        Ruling.MoveArticle move => Stories(ledger, [move.Article, .. move.To]).Count == 1 && !Stories(ledger, move.From).Overlaps(Stories(ledger, [move.Article])),
        Ruling.NameEntity name => !ledger.Articles.Where(a => name.Within.IsEmpty || name.Within.Contains(a.Article.Id))
            .Any(a => a.Annotations.Mentions.Any(m => m.Entity == name.Name) || a.Annotations.Statements.Any(s => s.Source.Entity == name.Name)),
        Ruling.NameSpeaker speaker => Said(ledger, speaker.Statement) is { OutletVoice: false } said && said.Source.Entity == speaker.Speaker,
        Ruling.DropStatement drop => Said(ledger, drop.Statement) is { OutletVoice: true },
        Ruling.MoveEntry move => ledger.Tracks.Where(t => Holds(t, move.Entry)).ToList() is { Count: > 0 } holding && holding.TrueForAll(t => move.To.Any(e => e != move.Entry && Holds(t, e))),
        Ruling.MergeTracks merge => Holding(ledger, merge.One).Intersect(Holding(ledger, merge.Other)).Any(),
        Ruling.NameQuestion name => Holding(ledger, name.Track).Exists(t => t.Question == name.Question),
        Ruling.DropChange drop => !ledger.Tracks.Any(t => t.Changes.Any(c => c.Kind == drop.Kind && Is(t.Entries[c.Before], drop.Before) && Is(t.Entries[c.After], drop.After))),
        Ruling.AddNote note => ledger.Decisions.Any(d => d.Ruling is Ruling.AddNote held && held.Text == note.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling)),
    };

    private static HashSet<StoryId> Stories(Ledger ledger, ImmutableArray<ArticleId> articles) => [.. ledger.Stories.Where(s => s.Articles.Any(articles.Contains)).Select(s => s.Id)];

    private static Statement? Said(Ledger ledger, Evidence evidence) =>
        ledger.Articles.Where(a => a.Article.Id == evidence.Article).SelectMany(a => a.Annotations.Statements).FirstOrDefault(s => s.Content.Length > 0 && s.ContentCover == evidence.Span);

    /// <summary>The questions that have most of these words: of one sentence several may be asked.</summary>
    private static List<Track> Holding(Ledger ledger, ImmutableArray<Evidence> evidence) =>
        ledger.Tracks.Where(t => evidence.Any(e => Holds(t, e))).GroupBy(t => evidence.Count(e => Holds(t, e))).MaxBy(g => g.Key)?.ToList() ?? [];

    private static bool Holds(Track track, Evidence evidence) => track.Entries.Any(e => Is(e, evidence));

    private static bool Is(Entry entry, Evidence evidence) => entry.Article == evidence.Article && entry.Span == evidence.Span;
}
