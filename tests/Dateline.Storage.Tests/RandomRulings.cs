using System.Collections.Immutable;
using Dateline.Decisions;

namespace Dateline.Storage.Tests;

/// <summary>Rulings of every kind about what stands in a ledger, as a person would make them from its pages.</summary>
internal sealed class RandomRulings(Ledger ledger, Random random)
{
    private static readonly string[] Names = ["Petra Lindqvist", "Jonas Oduya", "the Harbour Watch", "Mira Sand"];

    /// <param name="number">Kinds come in turn.</param>
    public Ruling Next(int number, ImmutableArray<Decision> log)
    {
        for (var kind = number % 12; ; kind = random.Next(12))
            if (Drawn(kind, number, log) is { } ruling) return ruling;
    }

    private Ruling? Drawn(int kind, int number, ImmutableArray<Decision> log)
    {
        var (one, other) = (Any(ledger.Stories), Any(ledger.Stories));
        var said = ledger.Articles.SelectMany(a => a.Annotations.Statements.Where(s => s.IsSaying && s.Content.Length > 0).Select(s => (Statement: s, a.Article))).ToList();
        var (statement, article) = said[random.Next(said.Count)];
        var at = Rulings.At(statement, article);
        if (kind is >= 6 and <= 9 && ledger.Tracks.Length == 0) return null;
        switch (kind)
        {
            case 0: return one.Id == other.Id ? null : Rulings.Merge(one, other);
            case 1: return one.Articles.Length < 2 ? null : Rulings.Split(one, [.. one.Articles.OrderBy(_ => random.Next()).Take(random.Next(1, one.Articles.Length))]);
            case 2: return one.Id == other.Id ? null : Rulings.Move(Any(one.Articles), one, other);
            case 3: return statement.Source.Entity is { Length: > 0 } name && Any(Names) is var entity && entity != name ? new Ruling.NameEntity(name, entity, random.Next(2) == 0 ? [] : [article.Id]) : null;
            case 4: return new Ruling.NameSpeaker(at, Any(Names));
            case 5: return statement.OutletVoice ? null : new Ruling.DropStatement(at);
            case 6:
                var (from, to) = (Any(ledger.Tracks), Any(ledger.Tracks));
                return from.Id == to.Id || from.Story != to.Story ? null : new Ruling.MoveEntry(Rulings.At(Any(from.Entries)), Rulings.At(to));
            case 7:
                var (first, second) = (Any(ledger.Tracks), Any(ledger.Tracks));
                return first.Id == second.Id || first.Story != second.Story ? null : new Ruling.MergeTracks(Rulings.At(first), Rulings.At(second));
            case 8: return new Ruling.NameQuestion(Rulings.At(Any(ledger.Tracks)), $"What of this, the {number}th time?");
            case 9:
                var turned = ledger.Tracks.Where(t => t.Changes.Length > 0).ToImmutableArray();
                if (turned.Length == 0) return null;
                var track = Any(turned);
                var change = Any(track.Changes);
                return new Ruling.DropChange(Rulings.At(track.Entries[change.Before]), Rulings.At(track.Entries[change.After]), change.Kind);
            case 10: return new Ruling.AddNote(one.Articles, [at], $"ask again, {number}");
            default: return log.Length == 0 || random.Next(3) > 0 ? null : new Ruling.Undo(1 + random.Next(log.Length));
        }
    }

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
