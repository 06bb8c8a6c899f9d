using System.Collections.Immutable;
using System.Text;

namespace Dateline.Server.Tests;

/// <summary>A ledger laid by hand, so that the pages are tested whatever the stages before them find: every kind of change, nested and crossing marks, and text that tries to break out.</summary>
internal static class MadeStory
{
    public const string Attack = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;";

    public static Capture CaptureOf(string page) => Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, page);

    public static ImmutableArray<AnnotatedArticle> Articles { get; } =
    [
        Annotated(
            "first.txt", "The Dorvik Courier", new DateOnly(2026, 3, 3), ["Norland Press Agency"],
            [
                (BlockRole.Boilerplate, "Home World Sport"),
                (BlockRole.Headline, "Dam seized 😀 and at least 12 killed"),
                (BlockRole.Body, "The Interior Ministry said on Tuesday that at least 12 people had been killed. “We hold no talks,” it said."),
                (BlockRole.Body, "The Front denied that it was at the dam, Ilan Kesh told NPA."),
                (BlockRole.Caption, "A soldier at the gate."),
            ],
            ("at least 12 people had been killed", "The Interior Ministry", "said"), ("We hold no talks", "it", "said"), ("it was at the dam", "Ilan Kesh", "told")),
        Annotated(
            "second.txt", Attack, new DateOnly(2026, 3, 7), [],
            [
                (BlockRole.Headline, Attack),
                (BlockRole.Body, "Twenty-three people were killed, the Health Ministry said. " + Attack),
                (BlockRole.Body, "“We spoke too soon,” the Interior Ministry said. The Front said: “We are at the dam.”"),
                (BlockRole.Notice, "Correction: An earlier version said that 27 people were killed. " + Attack),
                (BlockRole.Related, "A teaser " + Attack),
            ],
            ("Twenty-three people were killed", "the Health Ministry", "said"), ("We spoke too soon", "the Interior Ministry", "said"), ("We are at the dam", "The Front", "said")),
        Annotated(
            "third.txt", null, null, [],
            [(BlockRole.Body, "Yes, we held talks, the prime minister said."), (BlockRole.Body, "The toll is 23.")],
            ("we held talks", "the prime minister", "said")),
    ];

    public static StoryId Id { get; } = new(7);

    public static Ledger Ledger { get; } = new(
        Pipeline.Stamp,
        Articles,
        [new Story(Id, "The dam " + Attack, [.. Articles.Select(a => a.Article.Id)], Articles[0].Article.Published, Articles[1].Article.Published)],
        [.. Articles.Select(a => new Placement(a.Article.Id, Id, 1, "made by hand"))],
        [new Copy(Articles[0].Article.Id, Articles[1].Article.Id, CopyKind.Partial, 0.42, [], "shares 30 characters")],
        [new Origin(new OriginId("o1"), "Norland Press Agency", [Articles[0].Article.Id, Articles[1].Article.Id], "one agency's text on two pages")],
        [
            Track("toll", "How many people were killed?", TrackKind.Quantity,
                [Entry(0, "at least 12 people had been killed", "Interior Ministry", ">=12"), Entry(1, "27 people were killed", "outlet", "27"), Entry(1, "Twenty-three people were killed", "Health Ministry", "23"), Entry(2, "The toll is 23", "outlet", "23")],
                [new Change(ChangeKind.Update, 0, 2, new DateOnly(2026, 3, 7), "at least 12 became 23"), new Change(ChangeKind.Correction, 1, 2, new DateOnly(2026, 3, 7), "27 was taken back " + Attack)]),
            Track("talks", "Did the government hold talks?", TrackKind.State,
                [Entry(0, "We hold no talks", "Interior Ministry", "denied"), Entry(2, "we held talks", "prime minister", "confirmed")],
                [new Change(ChangeKind.Confirmation, 0, 1, null, "the prime minister confirms")]),
            Track("dam", "Was the Front at the dam? " + Attack, TrackKind.State,
                [Entry(0, "it was at the dam", "Interior Ministry", "present"), Entry(0, "The Front denied that it was at the dam", "Ilan Kesh", "absent"), Entry(1, "We are at the dam", "The Front", Attack)],
                [new Change(ChangeKind.Denial, 0, 1, new DateOnly(2026, 3, 3), "the Front rejects it"), new Change(ChangeKind.Contradiction, 1, 2, new DateOnly(2026, 3, 7), "both cannot hold"), new Change(ChangeKind.Refine, 0, 2, null, "narrower")]),
        ]);

    private static Track Track(string key, string question, TrackKind kind, ImmutableArray<Entry> entries, ImmutableArray<Change> changes) =>
        new(new TrackId($"{Id}-{key}"), Id, question, kind, 1, 3, entries, changes);

    private static Entry Entry(int article, string quote, string holder, string value)
    {
        var (page, notes) = Articles[article];
        var span = SpanOf(page.Text, quote);
        return new Entry(page.Id, span, quote, holder, value, page.Published, null, page.Published, notes.Statements.FirstOrDefault(s => s.ContentCover.Overlaps(span))?.Id, new OriginId("o1"));
    }

    private static AnnotatedArticle Annotated(string page, string? outlet, DateOnly? published, ImmutableArray<string> agencies, (BlockRole Role, string Text)[] lines, params (string Content, string Source, string Cue)[] said)
    {
        var text = string.Join('\n', lines.Select(l => l.Text));
        var id = Dateline.Article.IdOf(CaptureOf(page).Id, 0);
        var blocks = lines.Select((l, i) => (l.Role, Start: lines.Take(i).Sum(x => x.Text.Length + 1), l.Text.Length)).Select(l => new Block(l.Role, new TextSpan(l.Start, l.Start + l.Length), "made by hand")).ToImmutableArray();
        var date = published is { } day ? UncertainDate.On(day, "written on the page") : UncertainDate.Unknown("no date on the page");
        var article = new Article(id, CaptureOf(page).Id, page, text, blocks, new Sourced(lines.First(l => l.Role is BlockRole.Headline or BlockRole.Body).Text, "headline"), outlet is null ? null : new Sourced(outlet, "by hand"), [], agencies, null, date, "by hand", null, "en", null, []);
        var statements = said.Select((s, i) => new Statement(StatementId.Of(id, i), id, false, new Source([SpanOf(text, s.Source)], s.Source, null), [SpanOf(text, s.Cue)], [SpanOf(text, s.Content)], Manner.Indirect, "NPA", [], date, null, false, "by hand"));
        var amounts = text.Contains("at least 12 people", StringComparison.Ordinal) ? new[] { new Quantity(SpanOf(text, "at least 12 people had"), SpanOf(text, "at least 12"), new Amount(Comparator.AtLeast, 12), "count", "person", "by hand") } : [];
        // crosses the beginning of the content: "Tuesday that at"
        var dates = text.Contains("Tuesday", StringComparison.Ordinal) ? new[] { new Timex(SpanOf(text, "Tuesday that at"), TimexType.Date, "2026-03-03", date, "by hand") } : [];
        return new AnnotatedArticle(article, new Annotations(id, [], [], [], [.. dates], [.. amounts], [.. statements]));
    }

    private static TextSpan SpanOf(string text, string quote) =>
        text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var at ? new TextSpan(at, at + quote.Length) : throw new ArgumentException($"'{quote}' is not in the text.", nameof(quote));
}
