namespace Dateline.Annotation;

/// <summary>Attributions by verbs: "X said that", "…, said X", "X told Y", "saying", "was quoted as saying".</summary>
internal sealed class VerbCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private readonly Complements complements = new(words, phrases, quotations);
    private readonly Subjects subjects = new(words);
    private readonly VerbGroups groups = new(words, phrases);
    private readonly NounGroups nouns = new(words, phrases);
    private readonly Papers papers = new(words, phrases);
    private readonly SourcePhrases sources = new(words, phrases);
    private readonly InfinitiveCues infinitives = new(words, phrases, quotations);
    private readonly PassiveCues passives = new(words, phrases, new Complements(words, phrases, quotations));

    /// <summary>Adds the attributions of one utterance to <paramref name="drafts"/>, in text order.</summary>
    public void Find(Utterance utterance, List<Draft> drafts)
    {
        var from = drafts.Count;
        for (var v = utterance.First; v < utterance.End; v++)
        {
            if (!Cues.IsForm(words.Lower(v)) || !IsVerb(v, utterance) || IsPartOfName(v, utterance)) continue;
            if (At(v, utterance, drafts, from) is not { } draft) continue;
            drafts.Add(draft);
        }
    }

    /// <summary>"Said El Masri, 23, said", "the Deaths Reporting Act": a word of a name; not in "Said Ellis:", nor where a headline writes verbs with a capital.</summary>
    private bool IsPartOfName(int v, Utterance utterance)
    {
        if (utterance.Role is BlockRole.Headline || !words.IsCapital(v) || phrases.MentionAt(v) is not { } name || name.Span == words.Span(v)) return false;
        if (!words.IsOpeningOfSentence(v)) return !words.Is(v, "says") && name.Kind != EntityKind.Person || name.Span.End > words.Span(v).End;
        var end = v;
        while (end < words.Count && phrases.MentionAt(end) == name) end++;
        return name.Kind == EntityKind.Person && (end >= words.Count || !words.Is(end, ":") && !(words.Is(end, ",") && quotations.Exists(q => q.Open == end + 1)));
    }

    private bool IsVerb(int v, Utterance utterance)
    {
        if (words.Tag(v) == "VERB") return !IsAttributive(v, utterance) && !(v > utterance.First && words.Tag(v - 1) == "ADP" && (Cues.FormOf(words.Lower(v)) & VerbForm.Gerund) == 0);
        if (LooksVerbal(v, utterance)) return true;
        // headlines write verbs with a capital, and taggers take them for names
        return words.Tag(v) is "PROPN" or "AUX" or "INTJ" && words.Lower(v) is "says" or "say" or "said" && v > utterance.First && !(words.Is(v, "say") && v + 1 < utterance.End && words.Is(v + 1, ","));
    }

    /// <summary>Forms that taggers take for nouns or adjectives, where the words beside them leave only the verb: "Lune highlights the", "records show he", "promising to".</summary>
    private bool LooksVerbal(int v, Utterance utterance)
    {
        if (words.Tag(v) is not ("NOUN" or "ADJ") || v <= utterance.First || v + 1 >= utterance.End) return false;
        var form = Cues.FormOf(words.Lower(v));
        var before = v - 1;
        while (before > utterance.First && words.Tag(before) == "ADV") before--;
        var subject = words.Tag(before) is "NOUN" or "PROPN" or "PRON" && !words.Is(before, WordClass.Possessive);
        var next = words.Lower(v + 1);
        if (subject && (form & (VerbForm.Present | VerbForm.Base)) != 0 && next is "he" or "she" or "they" or "we" or "i") return true;
        if (subject && (form & VerbForm.Present) != 0 && words.Is(v + 1, WordClass.Determiner) && next is not "that") return true;
        if (subject && (words.Is(v, "read") && words.IsMark(v + 1) || words.Is(v, "points") && next == "out")) return true; // "the statement read.", "as Lune points out"
        if ((subject || words.Tag(before) == "NUM") && (form & (VerbForm.Present | VerbForm.Base)) != 0 && words.IsMark(v + 1) && quotations.Exists(q => q.IsClosed && q.Close < v && q.Close >= before - 3)) return true; // "“…” Lune notes."
        if ((form & VerbForm.Gerund) != 0 && words.Is(before, ",") && next is "," or ":" && quotations.Exists(q => q.Open == v + 2)) return true; // "tweeting, “…”"
        return (form & VerbForm.Gerund) != 0 && next is "to" or "that" && (words.Is(before, ",") || words.Is(before, WordClass.Auxiliary));
    }

    /// <summary>"the alleged massacre", "a proposed law": a participle that belongs to the noun behind it.</summary>
    private bool IsAttributive(int v, Utterance utterance) =>
        v > utterance.First && v + 1 < utterance.End && (Cues.FormOf(words.Lower(v)) & (VerbForm.Participle | VerbForm.Gerund)) != 0
        && (words.Is(v - 1, WordClass.Determiner | WordClass.Possessive) || words.Tag(v - 1) == "NUM" && words.Subtrees.Relation(v) == "amod" || words.Tag(v - 1) == "PART" && words.Is(v - 1, "'s")) && words.Lower(v - 1) is not ("that" or "all" or "some" or "many" or "both" or "most" or "others" or "her" or "several" or "few")
        && words.Tag(v + 1) is "NOUN" or "PROPN" or "ADJ" or "NUM"
        || v + 1 < utterance.End && words.Subtrees.Relation(v) == "amod" && words.Tag(v + 1) is "NOUN" && (Cues.FormOf(words.Lower(v)) & VerbForm.Participle) != 0;

    private Draft? At(int v, Utterance utterance, List<Draft> drafts, int from)
    {
        var inside = quotations.FindLast(q => q.Contains(v));
        var sentence = words.Sentences[words.SentenceOf(v)];
        var low = inside is null ? utterance.First : Math.Max(inside.First, sentence.FirstToken);
        var high = inside is null ? utterance.End : Math.Min(inside.Close, sentence.FirstToken + sentence.TokenCount);
        foreach (var cue in Cues.Of(words.Lower(v)))
        {
            var after = cue.Particle.Length > 0 ? BehindParticle(cue.Particle, v + 1, high) : v + 1;
            if (after == 0) continue;
            return Build(cue, v, after, low, high, utterance, drafts, from);
        }

        return null;
    }

    /// <summary>The token behind the words of a particle, an adverb before them allowed: "spoke briefly about", "talked at length about"; 0 where they are not there.</summary>
    private int BehindParticle(string particle, int at, int high)
    {
        var parts = particle.Split(' ');
        if (at + 1 < high && words.Is(at, "at") && words.Is(at + 1, "length")) at += 2;
        else if (at < high && (words.Tag(at) == "ADV" || words.Lower(at) is "much" or "little" or "more" or "less") && !words.Is(at, parts[0])) at++;
        foreach (var part in parts)
        {
            if (at >= high || !words.Is(at, part)) return 0;
            at++;
        }

        return at;
    }

    private Draft? Build(Cue cue, int v, int after, int low, int high, Utterance utterance, List<Draft> drafts, int from)
    {
        var form = Cues.FormOf(words.Lower(v));
        if (cue.Particle.Length == 0 && after < high && words.Subtrees.Relation(after) == "compound:prt" && words.Subtrees.Head(after) == v || cue.Kind == "publish" && after < high && words.Tag(after) == "PROPN") return null; // "showed up", "released Ada Lune"
        if (utterance.Role is BlockRole.Headline) cue = cue with { Frames = cue.Frames | Frame.Noun };
        var (group, be, have, negated, modal, toInfinitive) = groups.Of(v, low);
        var rule = Rule(cue, negated, modal);
        var passive = be && (form & VerbForm.Participle) != 0 && (form & VerbForm.Gerund) == 0;
        if (passive && passives.At(cue, v, after, group, low, high, rule) is { } told) return told;
        if (passive && !groups.IsShortHave(group, v)) return passives.Plain(cue, v, after, group, low, high, negated);
        have |= passive;
        if ((form & VerbForm.Participle) != 0 && !have && v > low && after < high && passives.Reduced(cue, v, after, low, high, rule) is { } reduced) return reduced;
        if ((form & VerbForm.Participle) != 0 && v == low + 1 && words.Is(low, "as") && passives.AsToldBy(cue, v, after, low, high, rule) is { } passed) return passed;
        if (toInfinitive) return infinitives.At(cue, v, after, low, high);
        if (cue.Kind == "seeming") return passives.Seeming(after, group, low, high);
        if ((form & VerbForm.Gerund) != 0 && !be) return Participle(cue, v, after, low, high, utterance, drafts, from, rule);
        if ((form & (VerbForm.Past | VerbForm.Present | VerbForm.Base | VerbForm.Gerund)) == 0 && !have) return null;
        if ((form & (VerbForm.Past | VerbForm.Participle)) == 0 && (form & VerbForm.Gerund) == 0 && (form & VerbForm.Present) == 0 && group == v && v == low && utterance.Role != BlockRole.Headline) return null; // an imperative

        if (cue.Lemma == "ask" && !have && (v == low || words.Is(v - 1, "when") || IsInserted(v, high)) && (form & VerbForm.Participle) != 0) return passives.Asked(cue, v, after, low, high);
        var source = sources.WithParticiple(sources.WithoutTime(phrases.Subject(group, low)), group, low);
        if (!source.IsEmpty && source.First > low && source.End == group && words.Tag(source.First - 1) == "ADP" && subjects.OwnOf(v, low, high) is { IsEmpty: false } own && own.End <= source.First) source = own;
        source = subjects.Widened(source, v, low);
        if (after + 1 < high && words.Is(after, "not") && words.Is(after + 1, "to") && cue.Lemma == "ask") return null; // "who asked not to be named"
        if (after < high && words.Lower(after) is "himself" or "herself" or "itself" or "themselves" && cue.Lemma is not ("describe" or "call" or "portray" or "label" or "consider" or "declare" or "defend" or "proclaim" or "contradict")) return null;
        if (cue.Lemma is "dub" or "brand" or "label" or "term" or "call" or "name" && cue.Particle.Length == 0 && !have && group == v && v > low && (words.Is(v - 1, ",") && !HasComma(source) || words.Tag(v - 1) == "NOUN" && !words.IsFinite(v) && !IsHuman(v - 1)) && (form & VerbForm.Participle) != 0) return null;
        if (sources.IsNegative(source)) rule = "stance.negated";
        if (cue.Lemma is "quote" or "cite" && QuotedAs(cue, v, after, low, high, source, rule) is { } relayed) return relayed;
        if (cue.Lemma == "claim" && ClaimedDeed(after, high)) cue = cue with { Frames = cue.Frames | Frame.Noun };
        if (cue.Lemma == "put" && cue.Particle.Length == 0) return PutAt(cue, v, after, group, high, source, rule);
        if (cue.Kind == "document" && !(after < high && (words.Is(after, "that") || phrases.HasFinite(after, complements.ClauseEnd(after, high))))) rule = "stance.document";
        var draft = new Draft { Rule = rule, Source = source, Negated = negated };
        draft.Cue.Add(new TokenRange(CueStart(group, v), after));
        if (cue.Kind == "saying" && Cited(draft, after, low, high) is var behind and > 0) return complements.Right(draft, cue, behind, low, high, source.First) ? draft : null;
        if (Opened(cue, v, after, low, high) is { IsEmpty: false } opener)
        {
            draft.Source = opener;
            return complements.Right(draft, cue, opener.End, low, high, v) ? draft : null;
        }

        if (Inverted(cue, v, after, low, high, ref source) is { } inverted)
        {
            draft.Source = source;
            return complements.Left(draft, v, inverted, low, high) ? draft : null;
        }

        if (source.IsEmpty)
        {
            draft.Source = Coordinated(group, low, drafts, from) is { } shared ? shared.Source : subjects.Of(v, low, high);
            if (draft.Source.IsEmpty) draft.Source = subjects.BehindInsertion(phrases, group, low);
            if (draft.Source.IsEmpty || draft.Source.Contains(v)) return null;
        }

        if (!complements.Right(draft, cue, after, low, high, source.IsEmpty ? group : source.First)) return null;
        if (cue.Frames == Frame.Quotation && !draft.IsQuotation && !quotations.Exists(q => draft.Holds(q.Open))) return null;
        return draft;
    }

    /// <summary>"The mayor, asked about the dam, said": a participle between commas, and the verb behind.</summary>
    private bool IsInserted(int v, int high)
    {
        if (v == 0 || !words.Is(v - 1, ",")) return false;
        var end = v;
        while (end < high && !words.Is(end, ",")) end++;
        return end + 1 < high && words.IsFinite(end + 1);
    }

    /// <summary>"Said one man: ...": the verb first, then who, then a colon or a comma and the quotation.</summary>
    private TokenRange Opened(Cue cue, int v, int after, int low, int high)
    {
        if (v != low || (cue.Frames & Frame.Quotation) == 0 || cue.Particle.Length > 0 || after >= high) return TokenRange.None;
        var end = phrases.EndWithApposition(after, high);
        if (end > after && words.Is(end - 1, ",")) end--;
        var opens = end + 1 < high && (words.Is(end, ":") || words.Is(end, ",") && quotations.Exists(q => q.Open == end + 1));
        return end > after && opens ? new TokenRange(after, end) : TokenRange.None;
    }

    /// <summary>"said X" behind the words said: the source behind the verb. Gives the end of the source.</summary>
    private int? Inverted(Cue cue, int v, int after, int low, int high, ref TokenRange source)
    {
        if ((cue.Frames & Frame.Quotation) == 0 || cue.Particle.Length > 0 || v <= low || after >= high) return null;
        var before = v - 1;
        if (!words.IsMark(before)) return null;
        if (phrases.TimexEnd(after) > 0) return null;
        var quoted = quotations.Exists(q => q.Close == before && q.Close < v) || (words.Is(before, ",") && quotations.Exists(q => q.Close == before - 1));
        if (!quoted && !source.IsEmpty && !IsOfClauseBefore(source, before, after, high)) return null; // "Ada, a farmer, said the rain" is no inversion; "The rain had come, said Ada." is

        if (!quoted && !words.Is(before, ",") && words.Lower(before) is not ("-" or "—" or "–" or "--")) return null;
        if (words.Is(after, WordClass.Subordinator) || words.Is(after, "that") || words.Lower(after) is ":" or ",") return null;
        var end = phrases.EndWithApposition(after, high);
        if (end == after && quoted && words.IsCapital(after) && (after + 1 >= high || words.IsMark(after + 1))) end = after + 1; // a name that is also a people's: "said German."
        if (end == after) return null;
        if (end < high && !words.IsMark(end) && phrases.HasVerb(end, Math.Min(high, end + 2)) && (!quoted || !subjects.OwnOf(v, low, high).IsEmpty)) return null; // "Lune, citing “the will of all,” said the vote would stand"
        end = sources.WithoutSaying(after, end);
        source = new TokenRange(after, end);
        return end;
    }

    /// <summary>"It is the end for the union, said Ada Lune, a farmer.": the words before the comma are an object of what is said, and the speaker ends the sentence.</summary>
    private bool IsOfClauseBefore(TokenRange source, int comma, int after, int high)
    {
        var before = source.First - 1;
        while (before > 0 && words.Tag(before) is "DET" or "ADJ") before--;
        return before > 0 && words.Is(comma, ",") && words.Tag(before) == "ADP" && phrases.EndWithApposition(after, high) is var end && (end >= high || words.Lower(end) is "." or "!" or "?");
    }

    /// <summary>"AFP reported on Thursday, citing a minister, that ...", "Reuters, quoting two officials, said": those cited are the source, the medium passes it on. Gives where the content starts where that is behind them; 0 elsewhere.</summary>
    private int Cited(Draft draft, int after, int low, int high)
    {
        var medium = draft.Source;
        if (medium.IsEmpty || !Relays.IsMedium(phrases, medium)) return 0;
        for (var k = medium.First + 2; k + 1 < medium.End; k++)
        {
            if (!IsCiting(k) || !words.Is(k - 1, ",")) continue;
            draft.Relay.Add(new TokenRange(medium.First, k - 1));
            draft.Source = new TokenRange(k + 1, words.Is(medium.End - 1, ",") ? medium.End - 1 : medium.End);
            return 0;
        }

        if (IsCiting(low) && medium.First > low + 2 && words.Is(medium.First - 1, ",")) // "Citing two sources, Reuters reported that"
        {
            draft.Relay.Add(medium);
            draft.Source = new TokenRange(low + 1, medium.First - 1);
            return 0;
        }

        var p = new Channels(words, phrases).Skip(draft, after, high);
        if (p + 3 >= high || !words.Is(p, ",") || !IsCiting(p + 1)) return 0;
        var end = phrases.End(p + 2, high, true);
        if (end == p + 2 || end + 1 >= high || !words.Is(end, ",")) return 0;
        draft.Relay.Add(medium);
        draft.Source = new TokenRange(p + 2, end);
        return end + 1;
    }

    private bool IsCiting(int i) => words.Lower(i) is "citing" or "quoting";

    private Draft? Participle(Cue cue, int v, int after, int low, int high, Utterance utterance, List<Draft> drafts, int from, string rule)
    {
        if (v > low && words.Is(v - 1, "as") && Enumerable.Range(Math.Max(low, v - 6), v - Math.Max(low, v - 6)).Any(i => words.Lower(i) is "quoted" or "quotes" or "quoting" or "quote" or "cited")) return null;
        if (groups.Leading(v, low) is { Infinitive: false } lead && subjects.Before(phrases, lead.Start, v, low, high) is { IsEmpty: false } leader && leader.End <= lead.Start)
        {
            var led = new Draft { Rule = lead.Negated ? "stance.negated" : lead.Modal ? "stance.modal" : rule, Source = leader, Negated = lead.Negated };
            led.Cue.Add(new TokenRange(lead.Start, after));
            return complements.Right(led, cue, after, low, high, v) && (led.IsQuotation || led.Content[0].First > v) ? led : null;
        }

        if (cue.Kind is "saying" or "talk" && papers.Of(v, low, high) is { } paper)
        {
            var whole = new Draft { Rule = rule, Source = paper.Source, Channel = new Channels(words, phrases).IsMeans(paper.Object) ? paper.Object : TokenRange.None };
            whole.Cue.Add(new TokenRange(paper.Start, after));
            if (complements.Right(whole, cue, after, low, high, v) && (whole.IsQuotation || whole.Content[0].First > v))
            {
                drafts.RemoveAll(d => d.Cue.Count == 1 && d.Cue[0].Contains(paper.Verb));
                return whole;
            }
        }

        if (v > low && words.Tag(v - 1) is "ADP" or "DET" && !words.Is(v - 1, "by") && !words.Is(v - 1, "as") && !words.Is(v - 1, "after") && !words.Is(v - 1, "before") && !words.Is(v - 1, "without")) return null;
        if (IsCiting(v) && drafts.Count > from && drafts[^1] is { Rule: "cue.verb" } outer && Relays.IsMedium(phrases, outer.Source) && !outer.Holds(v))
        {
            var end = phrases.End(after, high, true);
            if (end > after && (end >= high || words.Lower(end) is "." or "," or ";"))
            {
                outer.Relay.Add(outer.Source); // "..., the Post reported, citing a doctor"
                outer.Source = new TokenRange(after, end);
                return null;
            }
        }

        if (IsCiting(v) && drafts.Count > from && drafts[^1].Relay.Count > 0 && drafts[^1].Source.First == v + 1) return null;
        var source = TokenRange.None;
        var channel = TokenRange.None;
        var start = v;
        var noun = BeforeTime(v, low);
        if (noun > low && words.IsNominal(noun - 1) && !words.Is(noun - 1, ","))
        {
            source = phrases.Before(noun, low); // "protesters demanding"
            if (!source.IsEmpty && Author(source.First, low) is { IsEmpty: false } writer) (channel, source) = (source, writer); // "X wrote to the council accusing"
            if (!source.IsEmpty && new Channels(words, phrases).IsMeans(source) && sources.OfMainVerb(source.First, low) is { IsEmpty: false } author)
            {
                (channel, source) = (source, author); // "X issued a statement saying that"
                if (nouns.Carrier(noun - 1, nouns.Start(noun - 1, low), low, high) is { } carrier) start = carrier.Start;
            }
        }

        if (source.IsEmpty && drafts.Count > from && !drafts[^1].Source.IsEmpty && !drafts[^1].Holds(v)) source = drafts[^1].Source;
        if (source.IsEmpty) source = subjects.Of(v, low, high);
        if (source.IsEmpty) source = sources.OfMainVerb(v, low);
        if (source.IsEmpty && v == low && after < high && words.Tag(after) == "ADP") return null; // "Adding to the trouble, the road was closed"
        if (source.IsEmpty && !IsCiting(v)) source = subjects.Behind(v, high);
        if (source.IsEmpty && v == low && MainClause(after, high) is { } main && !(IsCiting(v) && Relays.IsMedium(phrases, main.Subject))) (source, high) = (main.Subject, main.Comma);
        if (source.IsEmpty) return null;
        if (source.Length == 1 && words.Is(source.First, "there")) return null;
        var draft = new Draft { Rule = rule, Source = source, Channel = channel };
        draft.Cue.Add(new TokenRange(source.Contains(start) ? v : start, after));
        return complements.Right(draft, cue, after, low, high, v) && (draft.IsQuotation || draft.Content[0].First > v) ? draft : null; // what stands before a participle is no clause of its own
    }

    /// <summary>"issued a statement on Tuesday saying": where the time right before the verb starts; the verb where none stands there.</summary>
    private int BeforeTime(int v, int low)
    {
        for (var i = v - 1; i > low && i >= v - 3; i--)
            if (phrases.TimexEnd(i) == v) return words.Lower(i - 1) is "on" or "in" or "late" or "early" ? i - 1 : i;
        return v;
    }

    /// <summary>"Noting that the dam was old, the mayor called a meeting": the comma behind which the main clause starts, and its subject. Parsers often take the participle for the main verb.</summary>
    private (int Comma, TokenRange Subject)? MainClause(int from, int high)
    {
        for (var i = from + 1; i + 2 < high; i++)
        {
            if (!words.Is(i, ",")) continue;
            var end = phrases.End(i + 1, high, false);
            var verb = end;
            while (verb < high && words.Tag(verb) == "ADV") verb++;
            if (end > i + 1 && verb < high && (words.IsFinite(verb) || words.Is(verb, WordClass.Auxiliary | WordClass.Modal))) return (i, new TokenRange(i + 1, end));
        }

        return null;
    }

    /// <summary>The subject of a verb of saying right before a token.</summary>
    private TokenRange Author(int end, int low)
    {
        var i = end - 1;
        if (i > low && words.Tag(i) == "DET") i--;
        if (i > low && words.Tag(i) == "ADP") i--;
        if (i <= low || words.Tag(i) != "VERB" || !Cues.Of(words.Lower(i)).Any(c => c.Kind == "saying" && c.Particle.Length == 0)) return TokenRange.None;
        return phrases.Before(groups.Of(i, low).Start, low);
    }

    private Draft? Coordinated(int group, int low, List<Draft> drafts, int from)
    {
        if (group <= low) return null;
        var before = group - 1;
        if (words.Is(before, WordClass.Adverb) && before > low) before--;
        if (words.Tag(before) != "CCONJ" && !words.Is(before, ",")) return null;
        if (drafts.Count > from && !drafts[^1].Source.IsEmpty && drafts[^1].CueToken >= low) return drafts[^1];
        var subject = sources.OfMainVerb(before, low);
        return subject.IsEmpty ? null : new Draft { Rule = "subject", Source = subject };
    }

    /// <summary>"AFP quoted him as saying": he speaks, the agency passes it on.</summary>
    private Draft? QuotedAs(Cue cue, int v, int after, int low, int high, TokenRange medium, string rule)
    {
        var end = phrases.End(after, high, false);
        if (end == after || end + 1 >= high || !words.Is(end, "as") || words.Lower(end + 1) is not ("saying" or "telling")) return null;
        var draft = new Draft { Rule = rule, Source = new TokenRange(after, end) };
        draft.Cue.Add(new TokenRange(v, end + 2));
        if (!medium.IsEmpty) draft.Relay.Add(medium);
        return complements.Right(draft, cue with { Lemma = "say", Frames = Frame.Clause | Frame.Quotation }, end + 2, low, high, medium.IsEmpty ? v : medium.First) ? draft : null;
    }

    /// <summary>"claimed responsibility", "claimed the attack": not the lives that a flood claims.</summary>
    private bool ClaimedDeed(int after, int high)
    {
        var end = phrases.End(after, high, false);
        for (var i = after; i < end; i++)
            if (words.Lower(i) is "responsibility" or "victory" or "credit" or "success" or "innocence" or "attack" or "attacks" or "bombing" or "killing" or "shooting" or "assault" or "control") return true;
        return false;
    }

    /// <summary>"The army put the toll at 35": what is counted and the number.</summary>
    private Draft? PutAt(Cue cue, int v, int after, int group, int high, TokenRange source, string rule)
    {
        var at = phrases.End(after, high, false);
        while (at > after && at + 1 < high && words.Is(at, "of") && phrases.End(at + 1, high, false) is var more && more > at + 1) at = more;
        if (source.IsEmpty || at == after || at + 1 >= high || !words.Is(at, "at")) return null;
        var number = at + 1;
        while (number < high && words.Tag(number) is "ADV" or "ADJ" or "ADP" or "SYM" or "DET" && !words.IsNumber(number)) number++;
        if (number >= high || words.Tag(number) != "NUM" && !words.IsNumber(number)) return null;
        var draft = new Draft { Rule = rule, Source = source };
        draft.Cue.Add(new TokenRange(group, v + 1));
        var end = complements.ClauseEnd(after, high);
        draft.Content.Add(new TokenRange(after, end));
        return draft;
    }

    private bool HasComma(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++) if (words.Is(i, ",")) return true;
        return false;
    }

    private bool IsHuman(int i) => phrases.MentionAt(i) is not null || WordClasses.TitleKind(words.Lower(i)) is not null || HeadlineCues.IsSpeakerNoun(words.Lower(i));

    /// <summary>Adverbs and auxiliaries belong to the cue, as readers mark it: "has said", "also said".</summary>
    private static int CueStart(int group, int v) => group < v ? group : v;

    private static string Rule(Cue cue, bool negated, bool modal) =>
        negated ? "stance.negated" : modal && cue.Kind == "saying" ? "stance.modal" : cue.Kind switch
        {
            "saying" => "cue.verb",
            "finding" => "cue.finding",
            "document" => "cue.document",
            "publish" => "stance.publish",
            _ => "stance." + cue.Kind,
        };
}
