using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>The claims of one article: its statements and its own voice, cut into clauses whose predicates or quantities the lexicons know.</summary>
internal sealed class ClaimFinder
{
    private const int LongestQuote = 300; // characters; a longer clause is no quote that a person wants to read in a table

    private const int FewestCounted = 3; // "two guards" without a predicate that counts answers no question

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
            var hits = PredicateMatcher.Find(notes, text, first, end).ToList();
            foreach (var quantity in notes.Quantities.Where(q => quote.Contains(q.Span))) AddQuantity(quantity, hits, first, end, quote, index);
            foreach (var hit in hits.Where(h => !IsAttributive(h) && !IsConfirmed(h, hits) && !IsBlamed(h, first))) AddState(hit, first, end, quote, index);
        }
    }

    private void AddQuantity(Quantity quantity, List<PredicateMatcher.Hit> hits, int first, int end, TextSpan quote, int order)
    {
        if (quantity.Unit is not ("count" or "") || IsStepOrPart(quantity)) return;
        var headToken = HeadOf(quantity, first, end);
        var nearest = hits.Where(h => h.Predicate.Aspect.IsCounted && Counts(h, quantity, headToken))
            .OrderBy(h => Distance(h, quantity.Span)).ThenBy(h => h.First).Cast<PredicateMatcher.Hit?>().FirstOrDefault();
        var head = quantity.Head.Length > 0 ? HeadLexicon.Of(quantity.Head) : null;
        if (nearest is null && (head is null || quantity.Amount.Value < FewestCounted)) return;
        var aspect = nearest?.Predicate.Aspect ?? PredicateLexicon.Count;
        var theme = headToken is { } token ? phrases.ThemeOf(token, "any") : new Theme("", head, []);
        var predicate = nearest is { } n ? SpanOf(n) : quantity.Span;
        Add(quote, predicate, aspect, quantity.Amount.Canonical, quantity.Amount, theme with { Head = head ?? theme.Head }, order, first, background: false);
    }

    /// <summary>True when a predicate may say what a number counts: it fits the head, and no other verb stands between. A toll may "rise to" or "stand at" its number.</summary>
    private bool Counts(PredicateMatcher.Hit hit, Quantity quantity, int? head) =>
        (head is { } h ? phrases.Fits(h, hit.Predicate.Aspect.Needs) : hit.Predicate.Aspect.Kind == TrackKind.Quantity)
        && ((hit.Predicate.Tag == "NOUN" && head is null) || !VerbBetween(quantity.Span, SpanOf(hit)));

    // "seven more bodies" is a step and "nine of the dead" a part; neither is the sum
    private bool IsStepOrPart(Quantity quantity)
    {
        var after = text.AsSpan(quantity.Number.End, Math.Min(12, text.Length - quantity.Number.End)).TrimStart();
        foreach (var word in (ReadOnlySpan<string>)["more ", "others", "other ", "of the ", "of them", "of those"])
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private void AddState(PredicateMatcher.Hit hit, int first, int end, TextSpan quote, int order)
    {
        var predicate = hit.Predicate;
        if (predicate.Aspect.Name == "confirmation")
        {
            AddConfirmation(hit, first, end, quote, order);
            return;
        }

        var needs = predicate.Aspect.Needs;
        var subject = LeftHead(hit.First, first, needs);
        var target = predicate.Theme == ThemeRole.From ? AfterWord("from", hit.Last + 1, end, needs) : Inside(hit, needs) ?? ObjectHead(hit.Last + 1, end, needs);
        var passive = IsPassive(hit, first, end);
        var themeHead = predicate.Theme == ThemeRole.Subject || passive ? subject ?? target : target;
        if (predicate.Aspect.Name == "presence" && predicate.Tag == "VERB") themeHead ??= subject; // "the troops withdrew"
        if (themeHead is null && needs != "any") return;
        var theme = themeHead is { } head ? phrases.ThemeOf(head, needs, LeftHead(hit.First, first, "any") ?? -1) : Theme.Unknown;
        if (theme.IsUnknown && predicate.Aspect.Question.Contains("{theme}", StringComparison.Ordinal)) return;
        var value = hit.Negated ? predicate.Negated : predicate.Value;
        if (value.Contains('@', StringComparison.Ordinal))
        {
            var agent = value.Contains("@object", StringComparison.Ordinal) ? ObjectHead(hit.Last + 1, end, "any") : passive ? AfterWord("by", hit.Last + 1, end, "any") : LeftHead(hit.First, first, "any");
            if (agent is not { } a || a == themeHead || phrases.NameOf(a) is not { } name) return;
            value = value.Replace("@agent", name, StringComparison.Ordinal).Replace("@object", name, StringComparison.Ordinal);
        }

        var demanded = IsDemanded(hit, first);
        if (demanded) value = "demanded: " + value;
        Add(quote, SpanOf(hit), predicate.Aspect, value, null, theme, order, first, demanded || IsReducedRelative(hit, first, end) || InRelativeClause(hit, first), hit.Negated);
    }

    /// <summary>The theme of a confirmation is what is confirmed: an event noun ("the deployment"), or the predicate of the clause after it.</summary>
    private void AddConfirmation(PredicateMatcher.Hit hit, int first, int end, TextSpan quote, int order)
    {
        if (hit.Predicate.Value == "denied" && !hit.Negated && AddDispute(hit, end, quote, order, first)) return;
        var passive = IsPassive(hit, first, end);
        var (from, to) = passive || hit.Predicate.Theme == ThemeRole.Subject ? (first, hit.First) : (hit.Last + 1, end);
        var names = notes.Mentions.Where(m => quote.Contains(m.Span)).Select(m => m.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        Theme? theme = null;
        for (var i = from; i < to && theme is null; i++)
        {
            var word = notes.Tokens[i];
            if (word.Tag is not ("NOUN" or "VERB") || PredicateLexicon.StartingWith(word.Lemma) is not [var inner, ..]) continue;
            var family = inner.Aspect.Name == "presence" ? "deployment" : inner.Aspect.Name;
            if (family == "confirmation") continue;
            var (label, plural) = word.Tag == "NOUN" && phrases.ThemeOf(i, "any") is var named ? (named.Label, named.Plural) : (family, family.EndsWith('s'));
            theme = new Theme(label, new HeadClass(family, "event", family), names, plural);
        }

        if (theme is null && phrases.Heads(from, to).Where(h => notes.Tokens[h].Tag != "PRON" && notes.Tokens[h].Lemma is not ("part" or "role" or "report" or "account" or "body" or "matter")).Cast<int?>().FirstOrDefault() is { } head) theme = phrases.ThemeOf(head, "any");
        if (theme is null) return;
        Add(quote, SpanOf(hit), hit.Predicate.Aspect, hit.Negated ? hit.Predicate.Negated : hit.Predicate.Value, null, theme, order, first, background: false, hit.Negated);
    }

    /// <summary>"Ukraine contests this claim": the answer belongs to the track of the claim just before.</summary>
    private bool AddDispute(PredicateMatcher.Hit hit, int end, TextSpan quote, int order, int first)
    {
        var target = ObjectHead(hit.Last + 1, end, "any");
        if (target is not { } head || !PointsBack(head)) return false;
        if (claims.LastOrDefault(c => c.Order >= order - 1 && c.Amount is null && c.Quote != quote) is not { } disputed) return false;
        Add(quote, SpanOf(hit), disputed.Aspect, "disputed", null, disputed.Theme, order, first, background: false);
        return true;
    }

    // "this claim", "the accusation", "it"; but not "reports that ..."
    private bool PointsBack(int head)
    {
        if (notes.Tokens[head].Lemma == "it") return true;
        if (notes.Tokens[head].Lemma is not ("claim" or "accusation" or "allegation" or "charge" or "report" or "assertion" or "account") || head == 0) return false;
        var named = head + 1 < notes.Tokens.Length && notes.Tokens[head + 1].Lemma is "that" or "of" or "by";
        return !named && notes.Tokens[head - 1].Lemma is "this" or "that" or "these" or "those" or "the" or "such";
    }

    private void Add(TextSpan quote, TextSpan predicate, Aspect aspect, string value, Amount? amount, Theme theme, int order, int firstToken, bool background, bool negated = false)
    {
        var statement = StatementAt(predicate);
        if (statement is null) return;
        var places = notes.Mentions.Where(m => m.Kind is EntityKind.Place && quote.Contains(m.Span) && IsWhere(m)).Select(m => m.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var time = TimeOf(predicate, quote);
        claims.Add(new Claim(
            article, quote, predicate, aspect, value, amount, theme, [.. places], HolderOf(statement, predicate, negated), statement,
            time ?? statement.Said ?? article.Article.Published, background || IsBackground(predicate, firstToken, statement), order));
    }

    // "in Kursk", "near Russia's Kursk region": a place where, not one that acts
    private bool IsWhere(Mention place)
    {
        var before = article.Article.Text[Math.Max(0, place.Span.Start - 24)..place.Span.Start].TrimEnd().Split(' ');
        return before.TakeLast(3).Any(w => w is "in" or "at" or "near" or "around" or "across" or "inside" or "outside");
    }

    /// <summary>The date nearest to the predicate with no other verb between: "pulled back in January, have been sent again" leaves January to the pulling.</summary>
    private UncertainDate? TimeOf(TextSpan predicate, TextSpan quote) => notes.Timexes
        .Where(t => quote.Contains(t.Span) && t.When is { IsKnown: true } && !VerbBetween(t.Span, predicate))
        .OrderBy(t => Math.Max(t.Span.Start - predicate.End, predicate.Start - t.Span.End)).Select(t => t.When).FirstOrDefault();

    private bool VerbBetween(TextSpan a, TextSpan b)
    {
        var (start, end) = (Math.Min(a.End, b.End), Math.Max(a.Start, b.Start));
        return notes.Tokens.Any(t => t.Tag == "VERB" && t.Span.Start >= start && t.Span.End <= end);
    }

    // "neither has confirmed it" is the outlet's word, not theirs
    private static string HolderOf(Statement statement, TextSpan predicate, bool negated) =>
        statement.OutletVoice || (negated && statement.Cue.Any(c => c.Contains(predicate))) ? "outlet" : statement.Source.Entity is { Length: > 2 } entity && !IsPronoun(entity) ? entity
        : statement.Source.Text.Length > 2 && !IsPronoun(statement.Source.Text) ? statement.Source.Text : "unnamed source";

    private static bool IsPronoun(string words) => words.ToLowerInvariant() is "he" or "she" or "they" or "who" or "which" or "that" or "this" or "some" or "many" or "others" or "him" or "her" or "them" or "these" or "those" or "you" or "one" or "all" or "both";

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
            if (lemma is "previously" or "previous" or "earlier" or "formerly" or "initially" || (lemma == "after" && i == first)) return true;
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

    private TextSpan SpanOf(PredicateMatcher.Hit hit) => new(notes.Tokens[hit.First].Span.Start, notes.Tokens[hit.Last].Span.End);

    private int? LeftHead(int before, int first, string needs) =>
        phrases.Heads(first, before).Reverse().Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    /// <summary>The first noun phrase after a predicate, or what it is "of": "some of its territory", "swathes of land".</summary>
    private int? ObjectHead(int from, int end, string needs)
    {
        foreach (var head in phrases.Heads(from, end))
        {
            if (phrases.Fits(head, needs)) return head;
            if (head + 1 >= end || notes.Tokens[head + 1].Lemma != "of") return null;
        }

        return null;
    }

    // "pulled them back", "using them less": the object may stand inside the pattern
    private int? Inside(PredicateMatcher.Hit hit, string needs) =>
        phrases.Heads(hit.First + 1, hit.Last).Where(h => !hit.Predicate.Pattern.Contains(notes.Tokens[h].Lemma) && phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();

    private int? AfterWord(string word, int from, int end, string needs)
    {
        for (var i = from; i < end - 1; i++)
            if (notes.Tokens[i].Lemma == word) return phrases.Heads(i + 1, end).Where(h => phrases.Fits(h, needs)).Cast<int?>().FirstOrDefault();
        return null;
    }

    private bool IsPassive(PredicateMatcher.Hit hit, int first, int end)
    {
        if (hit.Predicate.Tag != "VERB" || hit.Predicate.Pattern[0] == "be") return false;
        var word = notes.Tokens[hit.First].Span.Slice(text);
        if (word.EndsWith("ing", StringComparison.Ordinal)) return false;
        if (hit.Last + 1 < end && notes.Tokens[hit.Last + 1].Lemma == "by") return true;
        for (var i = hit.First - 1; i >= Math.Max(first, hit.First - 4); i--)
        {
            if (notes.Tokens[i].Lemma is "be" or "get") return true;
            if (notes.Tokens[i].Tag is not ("ADV" or "AUX" or "PART" or "PUNCT")) break;
        }

        return IsReducedRelative(hit, first, end);
    }

    // "soldiers deployed to the region have not ...": a participle right after its noun, with the verb of the clause still to come
    private bool IsReducedRelative(PredicateMatcher.Hit hit, int first, int end) =>
        hit.Predicate.Tag == "VERB" && hit.First > first && notes.Tokens[hit.First - 1].Tag is "NOUN" or "PROPN" or "ADV"
        && (text[notes.Tokens[hit.First].Span.End - 1] is 'd' or 'n' or 'g') && hit.Last + 1 < end && notes.Tokens[hit.Last + 1].Tag is "ADP" or "ADV"
        && Enumerable.Range(hit.Last + 1, Math.Max(0, end - hit.Last - 1)).Any(i => notes.Tokens[i].Tag == "AUX")
        && !Enumerable.Range(first, hit.First - first).Any(i => notes.Tokens[i].Tag == "AUX");

    // What somebody wants or urges is not what is: it stands in the track, and turns nothing.
    private bool IsDemanded(PredicateMatcher.Hit hit, int first)
    {
        for (var i = hit.First - 1; i >= Math.Max(first, hit.First - 8); i--)
            if (notes.Tokens[i].Lemma is "must" or "should" or "want" or "demand" or "urge" or "expect" or "hope" or "let" or "wish" || (notes.Tokens[i].Lemma == "call" && notes.Tokens[i + 1].Lemma is "for" or "on")) return true;
        return false;
    }

    // "troops who had been pulled from the front have been redeployed"
    private bool InRelativeClause(PredicateMatcher.Hit hit, int first)
    {
        for (var i = hit.First - 1; i >= Math.Max(first, hit.First - 4); i--)
            if (notes.Tokens[i].Lemma is "who" or "which" && notes.Tokens[i].Tag == "PRON") return true;
        return false;
    }

    // "wounded soldiers", "the opposing troops": said of the noun by the way
    private bool IsAttributive(PredicateMatcher.Hit hit) =>
        hit.Predicate.Tag != "NOUN" && hit.First == hit.Last && hit.First + 1 < notes.Tokens.Length && notes.Tokens[hit.First + 1].Tag is "NOUN" or "ADJ" or "PROPN"
        && (hit.First == 0 || notes.Tokens[hit.First - 1].Tag is "DET" or "ADP" or "ADJ" or "NUM"
            || (notes.Tokens[hit.First].Span.Slice(text).EndsWith("ing", StringComparison.Ordinal) && notes.Tokens[hit.First - 1].Tag is "CCONJ" or "PUNCT")) && hit.Predicate.Pattern[0] is not ("dead" or "missing");

    // "blames the attack on the rebels": they were not attacked
    private bool IsBlamed(PredicateMatcher.Hit hit, int first) =>
        hit.Predicate.Aspect.Name == "attack" && hit.Predicate.Tag == "NOUN" && Enumerable.Range(first, hit.First - first).Any(i => notes.Tokens[i].Lemma is "blame" or "pin");

    // "has confirmed the presence of troops": the presence is what is confirmed, not a claim
    private static bool IsConfirmed(PredicateMatcher.Hit hit, List<PredicateMatcher.Hit> hits) =>
        hit.Predicate.Tag == "NOUN" && hit.Predicate.Aspect.Name != "confirmation" && hits.Any(h => h.Predicate.Aspect.Name == "confirmation" && h.First < hit.First);
}
