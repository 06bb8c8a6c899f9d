using Dateline.Stories;

namespace Dateline.Time;

/// <summary>What the dated pages of a story say of an undated one by standing beside it: shared text, and likeness of words.</summary>
internal sealed class NeighbourClues
{
    private readonly Vocabulary news = new(); // of news at large alone: two pages are as alike as they are, whatever else comes
    private readonly List<(Article Article, ArticleTerms Terms)> stated;
    private readonly Dictionary<ArticleId, Article> byId;
    private readonly ILookup<ArticleId, (ArticleId Other, Copy Copy)> copies;

    /// <param name="pages">Of one story, in the order in which they came.</param>
    public NeighbourClues(IEnumerable<AnnotatedArticle> pages, IEnumerable<Copy> copies)
    {
        stated = [.. pages.Select(p => p.Article).Where(a => PublicationDater.IsStated(a) && a.Published is { From: not null, To: not null }).Select(a => (a, ArticleTerms.Of(a)))];
        byId = stated.ToDictionary(s => s.Article.Id, s => s.Article);
        this.copies = copies.SelectMany(c => new[] { (Page: c.A, Other: c.B, Copy: c), (Page: c.B, Other: c.A, Copy: c) }).Where(c => byId.ContainsKey(c.Other)).ToLookup(c => c.Page, c => (c.Other, c.Copy));
    }

    public IEnumerable<DateClue> Of(Article page) => SharedText(page).Concat(Alike(page));

    /// <summary>Each dated page that shares its text, the largest share first; a page that credits the other's outlet is no older than it.</summary>
    private IEnumerable<DateClue> SharedText(Article page)
    {
        foreach (var (id, copy) in copies[page.Id].OrderByDescending(c => c.Copy.Share).ThenBy(c => c.Other.Value, StringComparer.Ordinal))
        {
            var other = byId[id];
            var (from, to) = (other.Published.From!.Value, other.Published.To!.Value);
            if (other.Outlet is { } wire && page.Agencies.Contains(wire.Value, StringComparer.OrdinalIgnoreCase))
                yield return DateClue.Within(DateEvidence.SharedText, DateClue.Moved(from, -DatingHabits.DaysBeforeWire), null, "", $"carries text of {Name(other)} and credits {wire.Value}: not before it", id);
            yield return DateClue.Within(DateEvidence.SharedText, DateClue.Moved(from, -DatingHabits.DaysFromCopy), DateClue.Moved(to, DatingHabits.DaysFromCopy), "", $"shares text with {Name(other)}; such pages lie within {DatingHabits.DaysFromCopy} days of each other", id);
        }
    }

    /// <summary>The dated pages that were most alike when they came, the most alike first. A less alike one narrows only where it leaves the days about the most alike; else it is overruled.</summary>
    private List<DateClue> Alike(Article page)
    {
        var vector = new TermVector();
        vector.Fill(ArticleTerms.Of(page), news);
        var records = new List<(Article Article, float Likeness)>();
        foreach (var (article, terms) in stated)
            if (Cosine(vector, terms) is var likeness && (records.Count == 0 || likeness > records[^1].Likeness)) records.Add((article, likeness));
        if (records.Count == 0) return [];
        var nearest = records[^1].Article.Published;
        var about = Days(records[^1].Likeness) / 2;
        var clues = new List<DateClue>();
        for (var at = records.Count - 1; at >= 0; at--)
        {
            var (other, likeness) = records[at];
            var days = Days(likeness);
            var clue = DateClue.Within(
                DateEvidence.AlikePage, DateClue.Moved(other.Published.From!.Value, -days), DateClue.Moved(other.Published.To!.Value, days), "",
                $"of one story with {Name(other)}, {(at == records.Count - 1 ? "the dated page most like it" : "a dated page like it")}; such pages lie within {days} days of each other", other.Id);
            clues.Add(clue with { Overruled = at < records.Count - 1 && (DateClue.Moved(nearest.From!.Value, -about) < clue.From || DateClue.Moved(nearest.To!.Value, about) > clue.To) });
        }

        return clues;
    }

    private static int Days(float likeness) => DatingHabits.DaysFromAlike.First(d => likeness >= d.Least).Days;

    private float Cosine(TermVector vector, ArticleTerms other)
    {
        float dot = 0, square = 0;
        for (var i = 0; i < other.Terms.Length; i++)
        {
            var weight = news.Weight(other.Terms[i]) * ArticleTerms.Factor(other.Tallies[i]);
            if (weight <= 0) continue;
            square += weight * weight;
            if (vector.Find(other.Terms[i]) is >= 0 and var at) dot += vector.Terms[at].Weight * weight;
        }

        return square > 0 ? dot / MathF.Sqrt(square) : 0;
    }

    private static string Name(Article article) => $"'{article.Page}' of {article.Published}";
}
