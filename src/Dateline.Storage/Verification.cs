using System.Collections.Immutable;

namespace Dateline.Storage;

/// <summary>What verify looked at, and what it found.</summary>
/// <param name="OtherStamp">The pipeline that made the ledger, where it is not this one: then nothing could be derived again for comparison.</param>
public sealed record VerificationReport(int Captures, int Articles, int Statements, int Entries, string? OtherStamp, ImmutableArray<Difference> Differences);

/// <summary>
/// Checks a ledger against itself: every capture against its hash, every block, statement and entry against the words at its offsets,
/// and everything derived against what the captures give when they are read again.
/// </summary>
public sealed class Verification
{
    private readonly ILedger ledger;
    private readonly ImmutableArray<Difference>.Builder differences = ImmutableArray.CreateBuilder<Difference>();
    private readonly ImmutableArray<AnnotatedArticle>.Builder history = ImmutableArray.CreateBuilder<AnnotatedArticle>();

    private Verification(ILedger ledger) => this.ledger = ledger;

    /// <param name="each">Called after each capture.</param>
    public static VerificationReport Run(ILedger ledger, Action? each = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new Verification(ledger).Check(each, cancel);
    }

    private VerificationReport Check(Action? each, CancellationToken cancel)
    {
        Try(Codes.VerifyStore, ledger.Location, () =>
        {
            differences.AddRange(ledger.CheckStore());
            return true;
        });
        var held = Try(Codes.VerifyCollection, ledger.Location, ledger.Load);
        var comparable = held is null || held.Stamp == Pipeline.Stamp;
        var captures = ledger.Captures();
        foreach (var (id, derived, fault) in InOrder.Select(captures, id => Derive(id, comparable)))
        {
            cancel.ThrowIfCancellationRequested();
            if (fault is not null) differences.Add(fault);
            CheckCapture(id, derived);
            each?.Invoke();
        }

        var statements = held is null ? 0 : CheckWords(held);
        if (held is not null && comparable) differences.AddRange(CollectionCheck.Compare(held, Pipeline.Follow(history.ToImmutable(), held.Decisions)));
        return new VerificationReport(
            captures.Count, held?.Articles.Length ?? 0, statements, held?.Tracks.Sum(t => t.Entries.Length) ?? 0, comparable ? null : held!.Stamp, differences.ToImmutable());
    }

    private (CaptureId Id, Derived? Derived, Difference? Fault) Derive(CaptureId id, bool comparable)
    {
        try
        {
            return ledger.Capture(id) is { } capture ? (id, comparable ? Derived.From(capture) : null, null) : (id, null, null);
        }
        catch (LedgerException error)
        {
            return (id, null, new Difference(Codes.VerifyCapture, id.Value, error.Message));
        }
    }

    private void CheckCapture(CaptureId id, Derived? derived)
    {
        var held = Try(Codes.VerifyArticle, $"capture {id}", () => ledger.ArticlesOf(id));
        var taken = derived is null ? held ?? [] : derived.Articles; // a damaged capture cannot be read again: the collection is then checked with what was read when it was sound
        history.AddRange(taken);
        if (held is null || derived is null) return;
        if (held.Count != derived.Articles.Length)
        {
            differences.Add(new Difference(Codes.VerifyArticle, $"{derived.Capture.Page} (capture {id})", $"{held.Count} articles are held, reading it again gives {derived.Articles.Length}."));
            return;
        }

        for (var i = 0; i < held.Count; i++)
            if (ArticleCheck.Difference(held[i], derived.Articles[i]) is { } difference) differences.Add(difference);
    }

    /// <summary>Every word that is shown must stand where it is said to stand.</summary>
    /// <returns>The number of statements.</returns>
    private int CheckWords(Ledger held)
    {
        var articles = held.Articles.ToDictionary(a => a.Article.Id);
        foreach (var annotated in held.Articles) differences.AddRange(ArticleCheck.Offsets(annotated));
        foreach (var entry in held.Tracks.SelectMany(t => t.Entries))
        {
            if (!articles.TryGetValue(entry.Article, out var at) || !ArticleCheck.Stands(at.Article.Text, entry.Span, entry.Quote))
                differences.Add(new Difference(Codes.VerifyWords, $"entry at {entry.Article} {entry.Span}", $"\"{entry.Quote}\" does not stand there."));
        }

        var expected = held.Statements.ToDictionary(s => s.Id);
        var statements = 0;
        foreach (var row in Try(Codes.VerifyCollection, ledger.Location, () => ledger.StatementRows().ToList()) ?? [])
        {
            statements++;
            if (!expected.Remove(row.Id, out var statement) || statement.ContentCover != row.Span || statement.Source.Text != row.Source || statement.Source.Entity != row.Entity || statement.OutletVoice != row.OutletVoice)
                differences.Add(new Difference(Codes.VerifyCollection, $"statement {row.Id}", "The index does not hold what the article holds."));
            else if (!ArticleCheck.Stands(articles[statement.Article].Article.Text, row.Span, row.Text))
                differences.Add(new Difference(Codes.VerifyWords, $"statement {row.Id}", $"\"{row.Text}\" does not stand at {row.Span}."));
        }

        foreach (var id in expected.Keys.OrderBy(k => k.Value, StringComparer.Ordinal)) differences.Add(new Difference(Codes.VerifyCollection, $"statement {id}", "It is missing in the index."));
        return statements;
    }

    private T? Try<T>(string code, string where, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (LedgerException error)
        {
            differences.Add(new Difference(code, where, error.Message));
            return default;
        }
    }
}
