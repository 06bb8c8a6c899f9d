namespace Dateline.Tracks;

/// <summary>When it was.</summary>
internal sealed partial class ClaimFinder
{
    /// <summary>The date nearest to the predicate with no other verb between: "pulled back in January, have been sent again" leaves January to the pulling.</summary>
    private UncertainDate? TimeOf(TextSpan predicate, TextSpan quote, Mood mood) => notes.Timexes
        .Where(t => quote.Contains(t.Span) && t.When is { IsKnown: true } && !BeginsTotal(t) && !BeginsName(t) && !IsOfVerbAbove(t, predicate) && (!VerbBetween(t.Span, predicate) || IsWhen(t, predicate)))
        .OrderBy(t => Math.Max(t.Span.Start - predicate.End, predicate.Start - t.Span.End)).Select(t => mood == Mood.Planned && t.Other?.When is { From: { } later } && article.Article.Published.To is { } today && t.When!.To < today && later > today ? t.Other.When : t.When).FirstOrDefault();

    // "agreed on Tuesday to leave in May": Tuesday is when he agreed
    private bool IsOfVerbAbove(Timex time, TextSpan predicate) => IndexOf(predicate) is { } verb && grammar.Infinitive(verb) is { } to && time.Span.End <= notes.Tokens[to].Span.Start;

    // "the 20th of June Movement" is a name
    private bool BeginsName(Timex time) => IndexOf(time.Span) is { } at && Enumerable.Range(at, Math.Min(6, notes.Tokens.Length - at)).FirstOrDefault(i => notes.Tokens[i].Span.Start >= time.Span.End) is > 0 and var next && notes.Tokens[next].Tag == "PROPN" && notes.Tokens[next].Span.Start == time.Span.End + 1 && !phrases.IsTime(next);

    // "signed an agreement when he visited them last year"
    private bool IsWhen(Timex time, TextSpan predicate) => IndexOf(time.Span) is { } at && grammar.ClauseOf(at) is var clause && notes.Tokens[clause] is { Relation: "advcl", Head: >= 0 } told
        && notes.Tokens[told.Head].Span == predicate && grammar.Children(clause).Any(c => notes.Tokens[c].Lemma == "when");

    /// <summary>"1,300 killed since February": the count is that of the day on which it is told.</summary>
    private bool BeginsTotal(Timex time) => article.Article.Text[Math.Max(0, time.Span.Start - 12)..time.Span.Start].TrimEnd().EndsWith("since", StringComparison.OrdinalIgnoreCase);

    private bool VerbBetween(TextSpan a, TextSpan b)
    {
        var (start, end) = (Math.Min(a.End, b.End), Math.Max(a.Start, b.Start));
        return notes.Tokens.Any(t => t.Tag == "VERB" && t.Span.Start >= start && t.Span.End <= end && t.Lemma is not ("report" or "believe" or "confirm" or "know" or "think" or "fear" or "presume")); // "120 were reported killed"
    }
}
