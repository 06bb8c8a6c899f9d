namespace Dateline.Annotation;

/// <summary>Words that are to be said: "took the stage to defend her record", "called reporters to his office to explain the delay". Nobody is known to have said them.</summary>
internal sealed class InfinitiveCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    public const string Rule = "stance.infinitive";

    private readonly Complements complements = new(words, phrases, quotations);
    private readonly Subjects subjects = new(words);
    private readonly SourcePhrases sources = new(words, phrases);

    /// <param name="v">The verb behind "to".</param>
    /// <param name="after">The token behind the cue.</param>
    public Draft? At(Cue cue, int v, int after, int low, int high)
    {
        if (cue.Kind is not ("saying" or "talk" or "attack") || (Cues.FormOf(words.Lower(v)) & VerbForm.Base) == 0) return null;
        if (cue.Lemma is "put" or "add" or "reflect" or "appeal") return null; // as infinitives they mostly do something else
        var source = sources.WithoutTime(Source(v, low, high));
        if (source.IsEmpty) return null;
        var draft = new Draft { Rule = Rule, Source = source };
        draft.Cue.Add(new TokenRange(v - 1, after));
        return complements.Right(draft, cue, after, low, high, v) && (draft.IsQuotation || draft.Content[0].First > v) ? draft : null;
    }

    /// <summary>"allowed users to tell": the users; "met to discuss": those who met.</summary>
    private TokenRange Source(int v, int low, int high)
    {
        if (words.Subtrees.Relation(v) == "xcomp" && v - 1 > low && words.IsNominal(v - 2) && phrases.Before(v - 1, low) is { IsEmpty: false } told) return told;
        return subjects.Of(v, low, high) is { IsEmpty: false } own ? own : sources.OfMainVerb(v, low);
    }
}
