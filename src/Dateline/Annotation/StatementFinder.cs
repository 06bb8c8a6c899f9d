using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>Who said what: attributions with source, cue and content, and the outlet's own voice for the rest. Sorted by where they start; contents may nest.</summary>
internal static class StatementFinder
{
    public static ImmutableArray<Statement> Find(Analysis analysis, ImmutableArray<Mention> mentions, ImmutableArray<Timex> timexes)
    {
        var words = new Words(analysis);
        var phrases = new NounPhrases(words, mentions, timexes);
        var quotations = Quotations.Find(words);
        var utterances = Utterance.Find(words, quotations);
        var drafts = new List<Draft>();
        var verbs = new VerbCues(words, phrases, quotations);
        var nouns = new NounCues(words, phrases, quotations);
        var adjectives = new AdjectiveCues(words, phrases, quotations);
        var headlines = new HeadlineCues(words, phrases, quotations);
        foreach (var utterance in utterances)
        {
            verbs.Find(utterance, drafts);
            nouns.Find(utterance, drafts);
            adjectives.Find(utterance, drafts);
            headlines.Find(utterance, drafts);
        }

        new BareQuotations(words, quotations).Find(utterances, drafts);
        drafts.RemoveAll(d => d.Rule == InfinitiveCues.Rule && drafts.Exists(o => o != d && o.Holds(d.CueToken))); // what another says of words to come
        drafts.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.CueToken.CompareTo(b.CueToken));
        Relays.Settle(words, phrases, drafts);
        return StatementWriter.Write(words, phrases, drafts);
    }
}
