using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>What is confirmed, denied and disputed.</summary>
internal sealed partial class ClaimFinder
{
    /// <summary>The theme of a confirmation is what is confirmed: an event noun ("the deployment"), or the predicate of the clause after it.</summary>
    private void AddConfirmation(PredicateMatcher.Hit hit, int first, int end, TextSpan quote, int order)
    {
        if (hit.Predicate.Value == "denied" && !hit.Negated && AddDispute(hit, end, quote, order, first)) return;
        var passive = arguments.IsPassive(hit, first, end);
        var (from, to) = passive || hit.Predicate.Theme == ThemeRole.Subject ? (first, hit.First) : (hit.Last + 1, end);
        var names = notes.Mentions.Where(m => quote.Contains(m.Span)).Select(m => m.Entity).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        Theme? theme = null;
        for (var i = from; i < to && theme is null; i++)
        {
            var word = notes.Tokens[i];
            if (word.Tag is not ("NOUN" or "VERB") || PredicateLexicon.StartingWith(word.Lemma).FirstOrDefault(p => p.Pattern.Length == 1 || p.Tag == word.Tag) is not { } inner) continue;
            var family = inner.Aspect.Name == "presence" ? "deployment" : inner.Aspect.Name;
            if (family == "confirmation") continue;
            var (label, plural) = word.Tag == "NOUN" && phrases.ThemeOf(i, "any") is var named ? (named.Label, named.Plural) : (family, family.EndsWith('s'));
            theme = new Theme(label, new HeadClass(family, "event", family), names, plural);
        }

        if (theme is null && phrases.Heads(from, to).Where(h => notes.Tokens[h].Tag != "PRON" && notes.Tokens[h].Lemma is not ("part" or "role" or "report" or "account" or "body" or "matter")).Cast<int?>().FirstOrDefault() is { } head) theme = phrases.ThemeOf(head, "any");
        if (theme is null) return;
        Add(quote, SpanOf(hit), hit.Predicate.Aspect, hit.Negated ? hit.Predicate.Negated : hit.Predicate.Value, null, theme, order, first, background: false, moods.Of(hit.First), null, hit.Negated);
    }

    /// <summary>"Ukraine contests this claim": the answer belongs to the track of the claim just before.</summary>
    private bool AddDispute(PredicateMatcher.Hit hit, int end, TextSpan quote, int order, int first)
    {
        var target = arguments.ObjectHead(hit.Last + 1, end, "any");
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
}
