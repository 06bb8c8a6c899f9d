namespace Dateline.Annotation;

/// <summary>Attributions by verbs in the passive: "was quoted as saying", "was condemned by", "were told that".</summary>
internal sealed class PassiveCues(Words words, NounPhrases phrases, Complements complements)
{
    /// <param name="v">The participle.</param>
    /// <param name="after">The token behind the cue.</param>
    /// <param name="group">Where the verb group starts, auxiliaries with it.</param>
    public Draft? At(Cue cue, int v, int after, int group, int low, int high, string rule)
    {
        if (cue.Lemma is "quote" or "cite")
        {
            // "he was quoted as saying", "he was quoted by the agency as saying"
            var medium = after < high && words.Is(after, "by") ? new TokenRange(after + 1, phrases.EndWithApposition(after + 1, high)) : TokenRange.None;
            var p = medium.IsEmpty ? after : medium.End;
            if ((cue.Lemma == "quote" || !medium.IsEmpty) && p + 1 < high && words.Is(p, "as") && words.Lower(p + 1) is "saying" or "telling")
            {
                var speaker = phrases.Before(group, low);
                if (speaker.IsEmpty) return null;
                var draft = new Draft { Rule = rule, Source = speaker };
                draft.Cue.Add(new TokenRange(v, p + 2));
                if (!medium.IsEmpty) draft.Relay.Add(medium);
                return complements.Right(draft, cue with { Frames = Frame.Clause | Frame.Quotation }, p + 2, low, high, speaker.First) ? draft : null;
            }
        }

        if (after < high && words.Is(after, "by") && (cue.Frames & Frame.Noun) != 0)
        {
            var end = phrases.EndWithApposition(after + 1, high);
            var subject = phrases.Before(group, low);
            if (end == after + 1 || subject.IsEmpty) return null;
            var draft = new Draft { Rule = rule, Source = new TokenRange(after + 1, end) };
            draft.Cue.Add(new TokenRange(v, after + 1));
            if (end < high && words.Lower(end) is "to" or "that" && phrases.HasVerb(end, Math.Min(high, end + 4))) return complements.Right(draft, cue with { Frames = Frame.Clause | Frame.Infinitive }, end, low, high, subject.First) ? draft : null;
            draft.Content.Add(subject);
            return draft;
        }

        if ((cue.Frames & Frame.Addressee) != 0 && cue.Lemma is "tell" or "inform" or "assure" or "warn" && after < high && (words.Is(after, "that") || words.Is(after, WordClass.Determiner | WordClass.Pronoun)))
        {
            var draft = new Draft { Rule = rule, Channel = phrases.Before(group, low) };
            draft.Cue.Add(new TokenRange(v, after));
            return complements.Right(draft, cue with { Frames = Frame.Clause }, after, low, high, group) ? draft : null;
        }

        return null;
    }
}
