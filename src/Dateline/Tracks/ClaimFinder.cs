using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>The claims of one article: its statements and its own voice, cut into clauses whose predicates or quantities the lexicons know.</summary>
internal sealed partial class ClaimFinder
{
    private const int LongestQuote = 300; // characters; a longer clause is no quote that a person wants to read in a table

    private const int FewestCounted = 3; // "two guards" without a predicate that counts answers no question

    private const int DatelineReach = 30; // characters from the place to its dash: ", March 4 (NPA) -"

    private readonly AnnotatedArticle article;
    private readonly Annotations notes;
    private readonly string text;
    private readonly string? place; // that opens the report
    private readonly Grammar grammar;
    private readonly NounPhrases phrases;
    private readonly Arguments arguments;
    private readonly ClauseQuotes quotes;
    private readonly Moods moods;
    private readonly Holders holders;
    private readonly Dictionary<int, int> starts; // tokens by where they begin
    private readonly List<Claim> claims = [];
    private readonly HashSet<int> unnamed = []; // claims on an office whose holder is "he" or "the leader"

    private ClaimFinder(AnnotatedArticle article)
    {
        this.article = article;
        text = article.Article.Text;
        notes = article.Annotations with { Tokens = TreeRepair.Mend(article.Annotations.Tokens, text) };
        starts = new Dictionary<int, int>(notes.Tokens.Length);
        for (var i = 0; i < notes.Tokens.Length; i++) starts.TryAdd(notes.Tokens[i].Span.Start, i);
        place = article.Article.Dateline;
        grammar = new Grammar(notes.Tokens);
        phrases = new NounPhrases(article with { Annotations = notes }, grammar);
        arguments = new Arguments(notes, grammar, phrases, text);
        quotes = new ClauseQuotes(notes, grammar, text);
        moods = new Moods(notes, grammar, text);
        holders = new Holders(article);
    }

    public static ImmutableArray<Claim> Find(AnnotatedArticle article)
    {
        var finder = new ClaimFinder(article);
        for (var i = 0; i < article.Annotations.Sentences.Length; i++) finder.ReadSentence(i);
        finder.SettleOffices();
        return [.. finder.claims, .. CorrectionNotices.Retracted(article)];
    }

    private void ReadSentence(int index)
    {
        var sentence = notes.Sentences[index];
        if (!article.Article.Blocks[sentence.Block].IsStory) return;
        var all = PredicateMatcher.Find(notes, text, sentence.FirstToken, sentence.FirstToken + sentence.TokenCount).ToList();
        var before = claims.Count;
        foreach (var (first, end) in ClauseCutter.Cut(notes, sentence, text))
        {
            var quote = ClauseCutter.Trim(notes, first, end, text);
            if (quote.Length > LongestQuote) continue;
            var hits = all.Where(h => h.First >= first && h.Last < end).ToList();
            foreach (var quantity in notes.Quantities.Where(q => quote.Contains(q.Span))) AddQuantity(quantity, hits, first, end, quote, index);
        }

        // that people died is told by their number
        var counted = claims.Skip(before).Where(c => c.Aspect.Kind == TrackKind.Quantity).Select(c => (c.Aspect.Name, c.Quote)).ToList();
        foreach (var hit in all.Where(h => !counted.Any(c => c.Name == h.Predicate.Aspect.Name && c.Quote.Contains(SpanOf(h))) && !IsAttributive(h) && !IsConfirmed(h, all) && !IsBlamed(h, sentence.FirstToken)))
            if (quotes.Of(hit.First, sentence, hit.Last) is { } clause && clause.First <= hit.First && hit.Last < clause.End) AddState(hit, clause.First, clause.End, clause.Span, index);
        AddConduct(sentence, before, index);
        AddUnknown(sentence, index);
    }

    private void AddQuantity(Quantity quantity, List<PredicateMatcher.Hit> hits, int first, int end, TextSpan quote, int order)
    {
        if (quantity.Unit is not ("count" or "") || IsStepOrPart(quantity)) return;
        var headToken = HeadOf(quantity, first, end);
        var nearest = hits.Where(h => h.Predicate.Aspect.IsCounted && Counts(h, quantity, headToken))
            .OrderBy(h => h.Predicate.Aspect.Name == "measure").ThenBy(h => Distance(h, quantity.Span)).ThenBy(h => h.First).Cast<PredicateMatcher.Hit?>().FirstOrDefault();
        var head = quantity.Head.Length > 0 ? HeadLexicon.Of(quantity.Head) : null;
        if (head is null && nearest is { } named && named.Predicate.Pattern.Contains(quantity.Head)) (head, headToken) = (HeadLexicon.Of("people"), null); // "30 injuries", "14 lives"
        if (nearest is null && (head is null || quantity.Amount.Value < FewestCounted)) return;
        var aspect = nearest?.Predicate.Aspect ?? PredicateLexicon.Count;
        var theme = headToken is { } token ? phrases.ThemeOf(token, "any") : new Theme("", head, []);
        var predicate = nearest is { } n ? SpanOf(n) : quantity.Span;
        Add(quote, predicate, aspect, quantity.Amount.Canonical, quantity.Amount, theme with { Head = head ?? theme.Head }, order, first, nearest is { } told && InRelativeClause(told, first), teller: PutBy(quantity));
    }

    /// <summary>"Rights groups put the toll at 1,300": who counts is who says so.</summary>
    private string? PutBy(Quantity quantity)
    {
        var at = IndexOf(quantity.Number) ?? -1;
        for (var steps = 0; steps < 5 && at >= 0; steps++, at = notes.Tokens[at].Head)
            if (notes.Tokens[at] is { Tag: "VERB", Lemma: "put" or "estimate" or "place" or "count" or "set" or "record" or "tally" })
                return Teller(at);
        return null;
    }

    /// <summary>True when a predicate may say what a number counts: it fits the head, and no other verb stands between. A toll may "rise to" or "stand at" its number.</summary>
    private bool Counts(PredicateMatcher.Hit hit, Quantity quantity, int? head) =>
        !notes.Quantities.Any(q => q.Span != quantity.Span && q.Span.Contains(notes.Tokens[hit.First].Span)) // "27, dozens missing": the missing are the dozens
        && (quantity.Head != "death" || hit.Predicate.Aspect.Name is "deaths" or "measure")
        && (head is { } h ? phrases.Fits(h, hit.Predicate.Aspect.Needs) || ((hit.Predicate.Tag == "NOUN" || quantity.Head == "life") && hit.Predicate.Pattern.Contains(quantity.Head)) : hit.Predicate.Aspect.Kind == TrackKind.Quantity)
        && ((hit.Predicate.Tag == "NOUN" && head is null) || !VerbBetween(quantity.Span, SpanOf(hit)));

    // "seven more bodies" is a step and "nine of the dead" a part; neither is the sum
    private bool IsStepOrPart(Quantity quantity)
    {
        var after = text.AsSpan(quantity.Number.End, Math.Min(12, text.Length - quantity.Number.End)).TrimStart();
        foreach (var word in (ReadOnlySpan<string>)["more ", "others", "other ", "of the ", "of them", "of those"])
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    // "blew themselves up"
    private bool IsOnThemselves(PredicateMatcher.Hit hit) =>
        hit.Predicate.Aspect.Kind == TrackKind.Blame && grammar.Child(hit.First, "obj") is { } other && notes.Tokens[other].Lemma.ToLowerInvariant() is "himself" or "herself" or "itself" or "themselves";

    // "no one has talked to him": nobody in particular holds no talks
    private bool IsAnyone(int token) => notes.Tokens[token].Lemma.ToLowerInvariant() is "nobody" or "one" or "none" or "anybody" or "anyone" or "somebody" or "someone" or "everybody" or "everyone";

    // "called for his ouster": the wish is told of him
    private int? Marked(PredicateMatcher.Hit hit) => grammar.With(hit.First, "for");

    // "sent troops to support them" tells what the troops are for, not who is for whom
    private bool IsPurpose(int verb) => notes.Tokens[verb].Relation is "advcl" or "acl" && grammar.Infinitive(verb) is not null;

    private bool StandsAlone(PredicateMatcher.Hit hit) => !grammar.Children(hit.First).Any(c => c > hit.First && (c > hit.Last || notes.Tokens[c].Relation == "obj")
        && !IsQuoteClosed(hit.Last, c) // what stands behind the quotation is no part of it
        && (notes.Tokens[c].Relation is "obj" or "xcomp" or "ccomp" or "obl" or "compound:prt" or "obl:unmarked" || (notes.Tokens[c].Relation == "advmod" && notes.Tokens[c].Lemma is "away" or "home" or "back" or "ahead" or "along" or "further" or "wrong" or "well" or "there"))
        && notes.Tokens[c].Lemma != notes.Tokens[hit.First].Lemma && phrases.MentionAt(c) is not { Kind: EntityKind.Person }
        && !phrases.IsTime(c) && grammar.Case(c) is not ("for" or "before" or "after" or "until" or "during"));

    /// <summary>To whom power is handed: the answer to who has it then.</summary>
    private string? Receiver(PredicateMatcher.Hit hit) =>
        (grammar.With(hit.First, "to") ?? grammar.With(hit.Last, "to") ?? (grammar.Object(hit.First) is { } given ? grammar.With(given, "to") ?? (grammar.Case(given) == "to" ? given : null) : null)) is { } to && notes.Tokens[to].Tag is "NOUN" or "PROPN" && CanAct(to) ? phrases.NameOf(to) : null;

    private bool IsQuoteClosed(int from, int to) => notes.Tokens[from].Span.End is var end && text.IndexOf('”', end) is >= 0 and var close && close < notes.Tokens[to].Span.Start;

    // "chanted “leave” to their president"
    private int? AddressedIn(PredicateMatcher.Hit hit, int end, string needs) => Enumerable.Range(hit.Last + 1, Math.Max(0, end - hit.Last - 1)).Where(i => grammar.Case(i) == "to" && phrases.Fits(i, needs)).Cast<int?>().FirstOrDefault();

    private int? Fitting(int? token, string needs) => token is { } t && phrases.Fits(t, needs) ? t : null;

    private static int? Other(int? token, int than) => token == than ? null : token;

    // "captured prisoners" is no hold on a place; "took full control" is
    private bool HasOtherObject(PredicateMatcher.Hit hit) => grammar.Object(hit.First) is { } o && (o < hit.First || o > hit.Last);

    private int LeftOf(int token, int first) => arguments.LeftHead(token, first, "any") ?? -1;

    private void Add(TextSpan quote, TextSpan predicate, Aspect aspect, string value, Amount? amount, Theme theme, int order, int firstToken, bool background, Mood mood = Mood.Fact, Theme? agent = null, bool negated = false, string? teller = null)
    {
        if (holders.StatementAt(predicate, aspect == PredicateLexicon.Conduct) is not { } statement) return;
        var places = notes.Mentions.Where(m => m.Kind is EntityKind.Place && quote.Contains(m.Span) && IsWhere(m)).Select(m => m.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var time = TimeOf(predicate, quote, mood);
        var told = mood switch { Mood.Planned => "planned: " + value, Mood.Wanted => "demanded: " + value, Mood.Possible => "possible: " + value, _ => value };
        var holder = holders.Of(statement, predicate, negated);
        if (mood == Mood.Wanted && IndexOf(predicate) is { } word && (holder == "outlet" || notes.Tokens[word].Relation == "nsubj") && moods.Wanting(word) is { } wanting) holder = Holders.Wanting(notes.Tokens[wanting].Lemma, phrases.NameOf(wanting) ?? "") ?? holder;
        if (mood == Mood.Wanted) holder = Holders.Crowd(holder);
        if (holder == "outlet" && teller is not null) holder = teller;
        background |= holder.StartsWith("previous", StringComparison.OrdinalIgnoreCase) || holder.StartsWith("earlier", StringComparison.OrdinalIgnoreCase);
        var claim = new Claim(
            article, quote, predicate, aspect, amount is null ? told : value, amount, theme, agent, mood, [.. places], holder, statement,
            time ?? statement.Said ?? article.Article.Published, background || (value != Claim.Unknown && IsBackground(predicate, firstToken, statement)), order);
        claims.Add(claim.IsRetold ? claim with { Background = true } : claim);
    }

    private int? IndexOf(TextSpan span) => starts.TryGetValue(span.Start, out var token) ? token : null;

    // "in Kursk", "near Russia's Kursk region": a place where, not one that acts
    private bool IsWhere(Mention place)
    {
        var before = article.Article.Text[Math.Max(0, place.Span.Start - 32)..place.Span.Start].TrimEnd().Split(' ');
        return before.TakeLast(5).Any(w => w is "in" or "at" or "near" or "around" or "across" or "inside" or "outside");
    }

    // The past perfect of the outlet's own voice tells what was before; under "said" it is only reported speech.
    private bool IsBackground(TextSpan predicate, int first, Statement statement)
    {
        var at = first;
        for (var i = first; i < notes.Tokens.Length && notes.Tokens[i].Span.Start < predicate.Start; at = ++i)
        {
            if (notes.Tokens[i].Lemma is "previously" or "previous" or "earlier" or "formerly" or "initially") return true;
            if (statement.OutletVoice && notes.Tokens[i].Span.Slice(text) is "had" && predicate.Start - notes.Tokens[i].Span.End < 30) return true;
        }

        // "after reports that they had gone", "following their withdrawal"
        for (var steps = 0; steps < 5 && at >= 0 && at < notes.Tokens.Length; steps++, at = notes.Tokens[at].Head)
            if (grammar.Children(at).Any(c => c < at && notes.Tokens[c].Relation is "mark" or "case" && notes.Tokens[c].Lemma is "after" or "following" or "before" or "despite")) return true;
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

    // "troops who had been pulled from the front have been redeployed"
    private bool InRelativeClause(PredicateMatcher.Hit hit, int first)
    {
        for (var i = hit.First - 1; i >= Math.Max(first, hit.First - 4); i--)
            if (notes.Tokens[i].Lemma is "who" or "which" && notes.Tokens[i].Tag == "PRON") return true;
        return false;
    }

    // "wounded soldiers", "the opposing troops": said of the noun by the way
    private bool IsAttributive(PredicateMatcher.Hit hit) => IsHyphened(hit) || IsNominal(hit)
        || hit.Predicate.Tag != "NOUN" && hit.First == hit.Last && hit.First + 1 < notes.Tokens.Length && notes.Tokens[hit.First + 1].Tag is "NOUN" or "ADJ" or "PROPN"
        && (hit.First == 0 || notes.Tokens[hit.First - 1].Tag is "DET" or "ADP" or "ADJ" or "NUM"
            || (notes.Tokens[hit.First].Span.Slice(text).EndsWith("ing", StringComparison.Ordinal) && notes.Tokens[hit.First - 1].Tag is "CCONJ" or "PUNCT")) && hit.Predicate.Pattern[0] is not ("dead" or "missing");

    // "a scorched-earth policy" scorches nothing
    private bool IsHyphened(PredicateMatcher.Hit hit) => notes.Tokens[hit.Last].Span.End is var after && after + 1 < text.Length && text[after] == '-' && char.IsLetter(text[after + 1]);

    // "access to the wounded": who they are, not that they were wounded
    private bool IsNominal(PredicateMatcher.Hit hit) => hit.Predicate.Tag == "ADJ" && hit.First == hit.Last && notes.Tokens[hit.First].Relation is "obl" or "nmod" or "obj" && hit.First > 0
        && (grammar.Case(hit.First) is not null || grammar.Child(hit.First, "det") is not null);

    // "blames the attack on the rebels": they were not attacked
    private bool IsBlamed(PredicateMatcher.Hit hit, int first) =>
        hit.Predicate.Aspect.Name is "attack" or "deaths" or "violence" or "injuries" && hit.Predicate.Tag is "NOUN" or "ADJ" && Enumerable.Range(first, hit.First - first).Any(i => notes.Tokens[i].Lemma is "blame" or "pin");

    // "has confirmed the presence of troops": the presence is what is confirmed, not a claim
    private static bool IsConfirmed(PredicateMatcher.Hit hit, List<PredicateMatcher.Hit> hits) =>
        hit.Predicate.Tag == "NOUN" && hit.Predicate.Aspect.Name != "confirmation" && hits.Any(h => h.Predicate.Aspect.Name == "confirmation" && h.First < hit.First);
}
