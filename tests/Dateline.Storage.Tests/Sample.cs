using System.Collections.Immutable;
using System.Text;

namespace Dateline.Storage.Tests;

/// <summary>Captures, articles and a whole ledger made by hand: they exercise every column, whatever the pipeline finds today.</summary>
internal static class Sample
{
    public static Capture Page(string name, string text) => Capture.Of(Encoding.UTF8.GetBytes(text), PageFormat.Text, name, new PageMetadata("The Harbour Post", "2031-03-04", "https://harbour.example/1", null, "manifest"));

    /// <summary>One page of two lines with a name, a date, a number and a statement.</summary>
    public static Derived Derived(string name, string quote)
    {
        const string Headline = "Ferry service halted";
        var text = $"{Headline}\nThe minister said on Tuesday that {quote}.";
        var capture = Page(name, text);
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        var content = new TextSpan(start, start + quote.Length);
        var body = new TextSpan(Headline.Length + 1, text.Length);
        var id = Article.IdOf(capture.Id, 0);
        var published = UncertainDate.Between(new DateOnly(2031, 3, 4), new DateOnly(2031, 3, 6), DateGrain.Day, "written on the page", DateAnchor.Published);
        var article = new Article(
            id, capture.Id, name, text, [new Block(BlockRole.Headline, new TextSpan(0, Headline.Length), "first line"), new Block(BlockRole.Body, body, "sentence")],
            new Sourced(Headline, "first line"), new Sourced("The Harbour Post", "manifest"), ["Ada Brook"], ["Northwire"], "PORT ELVIN", published, "manifest",
            UncertainDate.At(new DateTimeOffset(2031, 3, 5, 8, 30, 0, TimeSpan.FromHours(2)), "meta"), "en", "https://harbour.example/1", [new Remark(Codes.CharsetGuessed, "no charset declared", name)]);
        var statement = new Statement(
            StatementId.Of(id, 0), id, false, new Source([new TextSpan(body.Start, body.Start + 12)], "The minister", "Ada Brook"), [new TextSpan(body.Start + 13, body.Start + 17)], [content],
            Manner.Indirect, "Northwire", ["Northwire", "The Harbour Post"], UncertainDate.On(new DateOnly(2031, 3, 4), "'Tuesday', before publication", DateAnchor.Published), "reportedly", true, "said-that");
        var notes = new Annotations(
            id, [new Sentence(body, 0, 1, 1)], [new Token(new TextSpan(body.Start, body.Start + 3), "the", "DET", -1, "root")],
            [new Mention(new TextSpan(body.Start, body.Start + 12), EntityKind.Person, "Ada Brook", "title")],
            [new Timex(new TextSpan(body.Start + 21, body.Start + 28), TimexType.Date, "2031-03-04", published, "weekday"), new Timex(new TextSpan(body.Start, body.Start + 3), TimexType.Duration, "P3W", null, "duration")],
            [new Quantity(content, content, new Amount(Comparator.Range, 10, 20.5m, 0.1m), "count", "ferry", "range")], [statement]);
        return new Derived(capture, [new AnnotatedArticle(article, notes)], null);
    }

    /// <summary>One ruling of each kind.</summary>
    public static ImmutableArray<Ruling> Rulings()
    {
        ImmutableArray<ArticleId> articles = [new("a1"), new("b2")];
        var evidence = new Evidence(articles[0], new TextSpan(3, 9), "no ferry");
        return
        [
            new Ruling.MergeStories(articles, articles), new Ruling.SplitStory(articles, []), new Ruling.MoveArticle(articles[0], [], articles), new Ruling.NameEntity("Brook", "Ada Brook", []),
            new Ruling.NameSpeaker(evidence, "Ada Brook"), new Ruling.DropStatement(evidence), new Ruling.MoveEntry(evidence, [evidence]), new Ruling.MergeTracks([evidence], [evidence]),
            new Ruling.NameQuestion([evidence], "Does the ferry run?"), new Ruling.DropChange(evidence, evidence, ChangeKind.Denial), new Ruling.AddNote(articles, [evidence], "ask the harbour"), new Ruling.Undo(2),
        ];
    }

    /// <summary>Two stories over the given articles, with a copy, an origin that spans both, a track and a change.</summary>
    public static Ledger Ledger(ImmutableArray<AnnotatedArticle> history)
    {
        var (first, last) = (history[0].Article, history[^1].Article);
        var day = UncertainDate.On(new DateOnly(2031, 3, 4), "given");
        var inner = history[..^1].Select(a => a.Article.Id).ToImmutableArray();
        var entries = history[..^1].Select(a =>
        {
            var s = a.Annotations.Statements[0];
            return new Entry(a.Article.Id, s.ContentCover, s.ContentCover.Slice(a.Article.Text), "Ada Brook", "halted", day, s.Said, a.Article.Published, s.Id, new OriginId("o1"));
        }).ToImmutableArray();
        return new Ledger(
            Pipeline.Stamp,
            [history[0] with { Article = first with { Published = day, PublishedBasis = "story" } }, .. history[1..]],
            [new Story(new StoryId(1), "Ferry service halted", inner, day, day) { Episodes = [new Episode(new StoryId(1), "Ferry service halted", inner[..1], day, day), new Episode(new StoryId(3), "Ferry turns back", inner[1..], day, day)] }, new Story(new StoryId(2), "Another", [last.Id], day, UncertainDate.Unknown("no date"))],
            [.. history.Select((a, i) => new Placement(a.Article.Id, new StoryId(i + 1 == history.Length ? 2 : 1), 0.1 + i, "shared names"))],
            [new Copy(first.Id, history[1].Article.Id, CopyKind.Partial, 0.123456789, [new Passage(new TextSpan(0, 5), new TextSpan(1, 6))], "same words")],
            [new Origin(new OriginId("o1"), "Northwire", [first.Id, last.Id], "both credit it")],
            [new Track(new TrackId("story-1-t1a"), new StoryId(1), "Does the ferry run?", TrackKind.State, 1, 2, entries, [new Change(ChangeKind.Denial, 0, 1, new DateOnly(2031, 3, 5), "'a' and 'b'")])])
        {
            Moves = [new StoryMove(StoryMoveKind.Merge, new StoryId(4), new StoryId(1), first.Id, "both"), new StoryMove(StoryMoveKind.Split, new StoryId(1), new StoryId(2), last.Id, "apart")],
        };
    }
}
