namespace Dateline.Annotation;

/// <summary>Attributions by verbs in the passive: "was quoted as saying", "was condemned by", "were told that".</summary>
internal sealed class PassiveCues(Words words, NounPhrases phrases, Complements complements)
{
    /// <summary>The rule of what is held by nobody in particular: it has no source, and is not said.</summary>
    public const string Held = "stance.passive";

    private readonly Channels channels = new(words, phrases);
    private readonly Subjects subjects = new(words);

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
            draft.Cue.Add(new TokenRange(group, after));
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

        return Questioned(cue, v, after, group, high) ?? Unnamed(cue, after, group, low, high, rule);
    }

    /// <summary>"a practice criticized by the union", "the claim, denied by the owner,": the participle of a noun, and who holds it.</summary>
    public Draft? Reduced(Cue cue, int v, int after, int low, int high, string rule)
    {
        if ((cue.Frames & Frame.Noun) == 0 || cue.Kind is "publish" or "order" || !words.Is(after, "by") || !words.Subtrees.Relation(v).StartsWith("acl", StringComparison.Ordinal)) return null;
        var content = phrases.Before(words.Is(v - 1, ",") ? v - 1 : v, low);
        var end = phrases.EndWithApposition(after + 1, high);
        if (content.IsEmpty || end == after + 1) return null;
        return Told(new Draft { Rule = rule, Source = new TokenRange(after + 1, end) }, new TokenRange(v, after), TokenRange.None, content);
    }

    /// <summary>"As reported by the Gazette, the dam is unsafe".</summary>
    public Draft? AsToldBy(Cue cue, int v, int after, int low, int high, string rule)
    {
        if (cue.Kind != "saying" || after >= high || !words.Is(after, "by")) return null;
        var end = phrases.EndWithApposition(after + 1, high);
        if (end < high && !words.Is(end, ",")) end = phrases.PlainEnd(after + 1, high);
        if (end == after + 1 || end + 2 >= high || !words.Is(end, ",")) return null;
        var stop = complements.ClauseEnd(end + 1, high);
        return stop <= end + 2 ? null : Told(new Draft { Rule = rule, Source = new TokenRange(after + 1, end) }, new TokenRange(v, after), TokenRange.None, new TokenRange(end + 1, stop));
    }

    /// <summary>"The merger was announced on Friday", "is widely known": that it was said or held of the subject is all that is told.</summary>
    public Draft? Plain(Cue cue, int v, int after, int group, int low, int high, bool negated)
    {
        if (cue.Kind is not ("saying" or "belief" or "document") || cue.Particle.Length > 0 || cue.Lemma is "pitch" or "promote" or "repeat" or "charge" or "maintain" or "swear" or "conclude") return null;
        var subject = subjects.Before(phrases, group, v, low, high);
        if (subject.IsEmpty || subject.End > group) return null;
        return Told(new Draft { Rule = Held, Negated = negated }, new TokenRange(group, after), TokenRange.None, subject);
    }

    /// <summary>"The mayor was asked about the dam", "had been pressed on why he left", "was asked to resign": by nobody in particular.</summary>
    private Draft? Questioned(Cue cue, int v, int after, int group, int high)
    {
        if (cue.Lemma is not ("ask" or "press" or "question" or "quiz") || v + 1 >= high) return null;
        var topic = words.Lower(v + 1) is "about" or "on";
        var start = topic ? v + 2 : after;
        if (!topic && (cue.Lemma != "ask" || start >= high || words.Lower(start) is not ("to" or "whether" or "if" or "why" or "what" or "who" or "how" or "when" or "where" or "which"))) return null;
        var end = complements.ClauseEnd(start, high);
        if (end <= start) return null;
        var draft = new Draft { Rule = Held };
        draft.Cue.Add(new TokenRange(group, start));
        draft.Content.Add(new TokenRange(start, end));
        return draft;
    }

    /// <summary>"Asked whether the dam would hold, ...": a question that nobody in particular asked.</summary>
    public Draft? Asked(Cue cue, int v, int after, int low, int high)
    {
        var draft = new Draft { Rule = Held };
        draft.Cue.Add(new TokenRange(v, after));
        if (after < high && words.Is(after, "by") && phrases.EndWithApposition(after + 1, high) is var asker && asker > after + 1) // "Asked by a reader why"
        {
            draft.Source = new TokenRange(after + 1, asker);
            after = asker;
        }

        var about = cue.Particle == "about" || after < high && words.Is(after, "about");
        var start = cue.Particle == "about" ? after : about ? after + 1 : channels.Skip(draft, after, high);
        if (about && draft.Source.IsEmpty) draft.Cue[0] = new TokenRange(v, start);
        else if (start >= high || words.Lower(start) is not ("whether" or "if" or "why" or "what" or "who" or "whom" or "how" or "when" or "where" or "which")) return null;
        var end = start;
        while (end < high && !words.Is(end, ",") && !words.IsOpeningOfSentence(end)) end++;
        while (end > start && words.IsMark(end - 1)) end--;
        if (end <= start) return null;
        draft.Content.Add(new TokenRange(start, end));
        return draft;
    }

    /// <summary>"The plan seems to fail", "It appears that he left".</summary>
    public Draft? Seeming(int after, int group, int low, int high)
    {
        if (after >= high || !(words.Is(after, "that") || words.Is(after, "to") && after + 1 < high && words.IsVerb(after + 1) || words.Is(after, "like") || words.Tag(after) is "ADJ" or "ADV" or "VERB" or "DET" or "NOUN" || words.Tag(after) == "PRON" && words.Lower(group - 1) == "it")) return null;
        var subject = subjects.Before(phrases, group, after - 1, low, high);
        var start = words.Lower(after) is "that" or "like" ? after + 1 : after;
        var end = complements.ClauseEnd(start, high);
        return subject.IsEmpty || end <= start ? null : Told(new Draft { Rule = Held }, new TokenRange(group, words.Is(after, "like") ? after + 1 : after), words.Is(subject.First, "it") ? TokenRange.None : subject, new TokenRange(start, end));
    }

    /// <summary>"is expected to rise", "was accused of lying", "has been called a fraud", "it is feared that": held by nobody in particular.</summary>
    private Draft? Unnamed(Cue cue, int after, int group, int low, int high, string rule)
    {
        if (after >= high || cue.Kind is not ("saying" or "belief") || cue.Particle.Length > 0) return null;
        var subject = phrases.Before(group, low);
        if (subject.IsEmpty && group > low && words.Lower(group - 1) is "who" or "which" or "that") subject = new TokenRange(group - 1, group);
        if (subject.IsEmpty) subject = subjects.Of(after - 1, low, high);
        if (subject.IsEmpty) return null;
        var next = words.Lower(after);
        var fits = next switch
        {
            "to" => after + 1 < high && (words.IsVerb(after + 1) || words.Tag(after + 1) == "ADV") && (cue.Frames & (Frame.Clause | Frame.Infinitive)) != 0 && (cue.Frames & Frame.Addressee) == 0,
            "that" => (cue.Frames & Frame.Clause) != 0 && (cue.Frames & Frame.Addressee) == 0, // "was convinced that" is told of the subject
            "of" => cue.Lemma is "accuse" or "suspect",
            "with" => cue.Lemma == "charge",
            "for" => cue.Lemma is "blame" or "criticize" or "criticise" or "praise" or "condemn" or "know",
            "as" => cue.Lemma is "know" or "cast" or "frame" or "bill" or "paint" or "list" or "criticize" or "criticise" or "identify" or "see" or "view" or "regard" or "describe" or "portray" or "depict" or "hail" or "condemn" or "denounce" or "dismiss" or "perceive" or "characterize" or "characterise" or "consider",
            _ => cue.Lemma is "call" or "consider" or "label" or "deem" or "dub" or "brand" or "declare" && words.Tag(after) is "DET" or "ADJ" or "NOUN",
        };
        if (!fits) return null;
        var start = next is "that" or "of" or "for" or "with" || next == "as" && cue.Lemma == "know" ? after + 1 : after;
        var end = complements.ClauseEnd(start, high);
        if (end <= start) return null;
        var agent = Agent(start, end);
        return Told(
            new Draft { Rule = agent.IsEmpty ? Held : rule, Source = agent },
            new TokenRange(group, next == "that" ? after : start),
            words.Is(subject.First, "it") && next == "that" ? TokenRange.None : subject,
            new TokenRange(start, agent.IsEmpty ? end : agent.First - 1));
    }

    /// <param name="subject">Of whom it is told; empty for "it".</param>
    private static Draft Told(Draft draft, TokenRange cue, TokenRange subject, TokenRange rest)
    {
        draft.Cue.Add(cue);
        if (!subject.IsEmpty) draft.Content.Add(subject);
        draft.Content.Add(rest);
        return draft;
    }

    /// <summary>"called a fraud by two doctors": those at the end, behind "by".</summary>
    private TokenRange Agent(int start, int end)
    {
        for (var i = end - 2; i > start; i--)
        {
            if (words.Is(i, "by")) return phrases.EndWithApposition(i + 1, end) == end && words.Tag(i - 1) is "NOUN" or "PROPN" or "ADJ" ? new TokenRange(i + 1, end) : TokenRange.None;
            if (words.IsVerb(i)) break;
        }

        return TokenRange.None;
    }
}
