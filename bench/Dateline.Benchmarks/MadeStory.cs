using System.Collections.Immutable;

namespace Dateline.Benchmarks;

/// <summary>A story of the made ledger: its names, its words, and its pages as they come.</summary>
internal sealed record MadeStory(StoryId Id, string Title, ImmutableArray<string> Names, ImmutableArray<string> Own, ImmutableArray<DateOnly> PageDays)
{
    public List<AnnotatedArticle> Pages { get; } = [];

    /// <summary>The origins of its pages, where they rest on one.</summary>
    public Dictionary<ArticleId, OriginId> Rests { get; } = [];

    public static MadeStory Begin(Random random, MadeWords words, int number, int size, DateOnly first)
    {
        var people = 4 + (int)(4 * Math.Sqrt(size));
        ImmutableArray<string> names = [.. Enumerable.Range(0, people).Select(i => i % 3 == 0 ? words.Body(random) : words.Person(random))];
        ImmutableArray<string> own = [.. Enumerable.Range(0, 20).Select(_ => words.Rare(random))];
        var lasts = 2 * (1 + Math.Log(size));
        return new MadeStory(
            new StoryId(number), $"{names[0]} {own[0]} {own[1]} {words.Common(random)}", names, own,
            [.. Enumerable.Range(0, size).Select(_ => first.AddDays((int)Math.Min(60, -Math.Log(1 - random.NextDouble()) * lasts)))]);
    }

    public void Sort() => Pages.Sort((a, b) => a.Article.Published.From!.Value.CompareTo(b.Article.Published.From!.Value) is var order && order != 0 ? order : string.CompareOrdinal(a.Article.Id.Value, b.Article.Id.Value));

    public Story ToStory()
    {
        var ids = Pages.Select(p => p.Article.Id).ToImmutableArray();
        var (first, last) = (Pages[0].Article.Published, Pages[^1].Article.Published);
        return new Story(Id, Title, ids, first, last) { Episodes = [new Episode(Id, Title, ids, first, last)] };
    }
}
