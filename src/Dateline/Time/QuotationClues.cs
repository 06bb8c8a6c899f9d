using Dateline.Tracing;

namespace Dateline.Time;

/// <summary>Quoted words that a dated page says were spoken on a day: a page that quotes them, too, is no older.</summary>
internal sealed class QuotationClues
{
    /// <summary>So many words in a row make a quotation known again.</summary>
    private const int Run = 6;

    private readonly Dictionary<ulong, (DateOnly Said, Article Page, string Words)> said = [];

    /// <param name="pages">Of one story.</param>
    public QuotationClues(IEnumerable<AnnotatedArticle> pages)
    {
        foreach (var page in pages.Where(p => PublicationDater.IsStated(p.Article)))
        {
            var dated = page.Annotations.Statements.Where(s => s.IsSaying && s.Said is { From: not null }).ToList();
            if (dated.Count == 0) continue;
            foreach (var (hash, span) in Runs(page.Article))
            {
                if (dated.FirstOrDefault(s => s.Content.Any(c => c.Start <= span.Start && c.End >= span.End)) is not { Said.From: { } day }) continue;
                if (!said.TryGetValue(hash, out var known) || day < known.Said) said[hash] = (day, page.Article, span.Slice(page.Article.Text)); // said once and repeated: the first day counts
            }
        }
    }

    public IEnumerable<DateClue> Of(Article page)
    {
        if (said.Count == 0) yield break;
        var latest = Runs(page).Where(r => said.ContainsKey(r.Hash)).Select(r => said[r.Hash]).OrderByDescending(s => s.Said).ThenBy(s => s.Page.Id.Value, StringComparer.Ordinal).FirstOrDefault();
        if (latest.Page is { } other)
            yield return DateClue.Within(DateEvidence.SaidOn, latest.Said, null, "", $"quotes “{latest.Words} ...”, said on {CandidateDays.Name(latest.Said)} as '{other.Page}' has it: not before", other.Id);
    }

    private static IEnumerable<(ulong Hash, TextSpan Span)> Runs(Article article)
    {
        var words = Words.OfBody(article);
        var run = 0;
        for (var i = 0; i < words.Count; i++)
        {
            run = (words.Marks[i] & WordMarks.Quoted) != 0 ? run + 1 : 0;
            if (run < Run) continue;
            var hash = 14695981039346656037UL;
            for (var at = i - Run + 1; at <= i; at++) hash = (hash ^ words.Hashes[at]) * 1099511628211UL;
            yield return (hash, new TextSpan(words.Spans[i - Run + 1].Start, words.Spans[i].End));
        }
    }
}
