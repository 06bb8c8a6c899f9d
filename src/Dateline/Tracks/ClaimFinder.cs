using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>The claims of one article: its statements and its own voice, cut into clauses whose predicates or quantities the lexicons know.</summary>
internal sealed class ClaimFinder
{
    private const int LongestQuote = 300; // characters; a longer clause is no quote that a person wants to read in a table

    private readonly AnnotatedArticle article;
    private readonly Annotations notes;
    private readonly string text;
    private readonly NounPhrases phrases;
    private readonly List<Claim> claims = [];

    private ClaimFinder(AnnotatedArticle article)
    {
        this.article = article;
        notes = article.Annotations;
        text = article.Article.Text;
        phrases = new NounPhrases(article);
    }

    public static ImmutableArray<Claim> Find(AnnotatedArticle article)
    {
        var finder = new ClaimFinder(article);
        for (var i = 0; i < article.Annotations.Sentences.Length; i++) finder.ReadSentence(i);
        return [.. finder.claims];
    }

    private void ReadSentence(int index)
    {
        var sentence = notes.Sentences[index];
        if (!article.Article.Blocks[sentence.Block].IsStory) return;
        foreach (var (first, end) in ClauseCutter.Cut(notes, sentence, text))
        {
            var quote = ClauseCutter.Trim(notes, first, end, text);
            if (quote.Length > LongestQuote) continue;
            var hits = PredicateMatcher.Find(notes, first, end).ToList();
            foreach (var quantity in notes.Quantities.Where(q => quote.Contains(q.Span))) AddQuantity(quantity, hits, first, end, quote, index);
            foreach (var hit in hits) AddState(hit, first, end, quote, index);
        }
    }

    private void AddQuantity(Quantity quantity, List<PredicateMatcher.Hit> hits, int first, int end, TextSpan quote, int order)
    {
        if (quantity.Unit is not ("count" or "")) return;
        var nearest = hits
            .Where(h => h.Predicate.Aspect.Kind == TrackKind.Quantity || h.Predicate.Aspect.Name is "custody" or "presence")
            .OrderBy(h => Distance(h, quantity.Span)).ThenBy(h => h.First).Cast<PredicateMatcher.Hit?>().FirstOrDefault();
        var headToken = HeadOf(quantity, first, end);
        var head = quantity.Head.Length > 0 ? HeadLexicon.Of(quantity.Head) : null;
        if (nearest is null && head is null) return;
        var aspect = nearest?.Predicate.Aspect ?? PredicateLexicon.Aspects["presence"];
        var theme = headToken is { } token ? phrases.ThemeOf(token, "any") : new Theme("", head, []);
        var predicate = nearest is { } n ? new TextSpan(notes.Tokens[n.First].Span.Start, notes.Tokens[n.Last].Span.End) : quantity.Span;
        Add(quote, predicate, nearest is null ? Counted(aspect) : aspect, quantity.Amount.Canonical, quantity.Amount, theme with { Head = head ?? theme.Head }, order, first);
    }

    // a number with a head but no predicate of the lexicon: it joins whatever else counts that head
    private static Aspect Counted(Aspect aspect) => aspect with { Name = "count", Kind = TrackKind.Quantity, Many = "How many {theme} are there{place}?" };

    private void AddState(PredicateMatcher.Hit hit, int first, int end, TextSpan quote, int order)
    {
        var predicate = hit.Predicate;
        if (predicate is { Value: "denied", Aspect.Name: "confirmation" } && !hit.Negated && AddDispute(hit, end, quote, order, first)) return;
        var subject = LeftHead(hit.First, first, predicate.Aspect.Needs);
        var target = RightHead(hit.Last + 1, end, predicate.Aspect.Needs);
        var passive = IsPassive(hit.First, first);
        var themeHead = predicate.Theme == ThemeRole.Subject || (passive && predicate.Tag == "VERB") ? subject ?? target : target ?? (predicate.Tag == "NOUN" ? null : subject);
        if (predicate.Aspect.Needs != "any" && themeHead is null) return;
        if (predicate.Aspect.Needs == "place" && themeHead is { } place && !phrases.Fits(place, "place")) return;
        var theme = themeHead is { } head ? phrases.ThemeOf(head, predicate.Aspect.Needs) : Theme.Unknown;
        var value = hit.Negated ? predicate.Negated : predicate.Value;
        if (value.Contains('@', StringComparison.Ordinal))
        {
            var agent = value.Contains("@object", StringComparison.Ordinal) ? RightHead(hit.Last + 1, end, "any") : passive ? AgentOfPassive(hit.Last + 1, end) : LeftHead(hit.First, first, "any");
            var name = agent is { } a && a != themeHead ? NameOf(a) : null;
            if (name is null) return;
            value = value.Replace("@agent", name, StringComparison.Ordinal).Replace("@object", name, StringComparison.Ordinal);
        }

        Add(quote, new TextSpan(notes.Tokens[hit.First].Span.Start, notes.Tokens[hit.Last].Span.End), predicate.Aspect, value, null, theme, order, first);
    }

    /// <summary>"Ukraine contests this claim": the answer belongs to the track of the claim just before.</summary>
    private bool AddDispute(PredicateMatcher.Hit hit, int end, TextSpan quote, int order, int first)
    {
        var target = RightHead(hit.Last + 1, end, "any");
        if (target is not { } head || notes.Tokens[head].Lemma is not ("claim" or "accusation" or "allegation" or "charge" or "report" or "assertion" or "it" or "account")) return false;
        if (claims.LastOrDefault(c => c.Order >= order - 1 && c.Amount is null && c.Quote != quote) is not { } disputed) return false;
        Add(quote, new TextSpan(notes.Tokens[hit.First].Span.Start, notes.Tokens[hit.Last].Span.End), disputed.Aspect, "disputed", null, disputed.Theme, order, first);
        return true;
    }

    private void Add(TextSpan quote, TextSpan predicate, Aspect aspect, string value, Amount? amount, Theme theme, int order, int firstToken)
    {
        var statement = StatementAt(predicate);
        if (statement is null) return;
        var places = notes.Mentions.Where(m => m.Kind is EntityKind.Place && quote.Contains(m.Span)).Select(m => m.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var time = notes.Timexes.Where(t => quote.Contains(t.Span) && t.Type is TimexType.Date or TimexType.Time && t.When is { IsKnown: true }).Select(t => t.When!).FirstOrDefault();
        claims.Add(new Claim(
            article, quote, predicate, aspect, value, amount, theme, [.. places], HolderOf(statement), statement,
            time ?? statement.Said ?? article.Article.Published, statement.Hedge is not null, IsBackground(predicate, firstToken, statement), order));
    }

    private static string HolderOf(Statement statement) =>
        statement.OutletVoice ? "outlet" : statement.Source.Entity ?? (statement.Source.Text.Length > 0 ? statement.Source.Text : "unnamed source");

    /// <summary>The innermost statement that holds the predicate, in its content or as its cue.</summary>
    private Statement? StatementAt(TextSpan predicate) =>
        notes.Statements.Where(s => s.Content.Any(c => c.Contains(predicate)) || s.Cue.Any(c => c.Contains(predicate)))
            .OrderBy(s => s.OutletVoice).ThenBy(s => s.ContentCover.Length).FirstOrDefault();

    // The past perfect of the outlet's own voice tells what was before; under "said" it is only reported speech.
    private bool IsBackground(TextSpan predicate, int first, Statement statement)
    {
        for (var i = first; i < notes.Tokens.Length && notes.Tokens[i].Span.Start < predicate.Start; i++)
        {
            var lemma = notes.Tokens[i].Lemma;
            if (lemma is "previously" or "earlier" or "formerly" or "initially") return true;
            if (statement.OutletVoice && notes.Tokens[i].Span.Slice(text) is "had" && predicate.Start - notes.Tokens[i].Span.End < 30) return true;
        }

        return false;
    }

    private int? HeadOf(Quantity quantity, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (quantity.Span.Contains(notes.Tokens[i].Span) && !quantity.Number.Contains(notes.Tokens[i].Span) && notes.Tokens[i].Lemma == quantity.Head) return i;
        return null;
    }

    private int Distance(PredicateMatcher.Hit hit, TextSpan span)
    {
        var from = notes.Tokens[hit.First].Span.Start;
        return from >= span.End ? from - span.End : span.Start - from + 5; // "3 people were killed and 639 were wounded": what follows, first
    }

    private int? LeftHead(int before, int first, string needs) =>
        phrases.Heads(first, before).Reverse().Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    private int? RightHead(int from, int end, string needs) =>
        phrases.Heads(from, end).Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    private int? AgentOfPassive(int from, int end)
    {
        for (var i = from; i < end - 1; i++)
            if (notes.Tokens[i].Lemma == "by") return RightHead(i + 1, end, "any");
        return null;
    }

    private bool IsPassive(int verb, int first)
    {
        for (var i = verb - 1; i >= Math.Max(first, verb - 4); i--)
        {
            if (notes.Tokens[i].Lemma == "be") return notes.Tokens[verb].Span.Slice(text) is var word && !word.EndsWith("ing", StringComparison.Ordinal);
            if (notes.Tokens[i].Tag is not ("ADV" or "AUX" or "PART")) break;
        }

        return false;
    }

    private string? NameOf(int head)
    {
        var theme = phrases.ThemeOf(head, "any");
        if (theme.Entities.Length > 0) return theme.Entities[0] + (theme.Head is { Parent: "force" } ? " " + theme.Head.Plural : "");
        return notes.Tokens[head].Tag == "PRON" || theme.Label.Length == 0 ? null : theme.Label.ToLowerInvariant();
    }
}
