using Dateline.Reading;

namespace Dateline.Annotation;

/// <summary>What is said, to whom, where and when: the words on either side of a cue.</summary>
internal sealed class Complements(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private readonly Channels channels = new(words, phrases);
    private readonly ContentStarts starts = new(words, quotations);

    /// <summary>Fills the draft from the words behind the cue; from those before it where the cue ends its clause.</summary>
    /// <param name="subject">Where the cue's own clause starts: content before it ends there.</param>
    /// <returns>False where there is nothing said.</returns>
    public bool Right(Draft draft, Cue cue, int after, int low, int high, int subject)
    {
        var p = SkipAdverbs(after, high);
        if (p > after && draft.Cue.Count == 1 && draft.Cue[0].End == after && words.Lower(p - 1) is not ("there" or "earlier" or "later")) draft.Cue[0] = draft.Cue[0] with { End = p }; // "said repeatedly"
        if ((cue.Frames & Frame.Addressee) != 0) p = Addressee(draft, cue, p, high);
        if (cue.Particle.Length == 0) p = channels.Skip(draft, p, high);
        if ((cue.Frames & Frame.Clause) != 0 && starts.Clause(p, high) is var said and > 0) p = said;
        else if ((cue.Frames & Frame.Clause) != 0 && p < high && words.Is(p, ",") && starts.Clause(p + 1, high) is var behind and > 0 && words.Is(behind, "that") && words.Is(behind - 1, ",")) p = behind; // "said, among other things, that"
        else if ((cue.Frames & Frame.Infinitive) != 0 && p < high && draft.Cue.Count > 0 && starts.Infinitive(words.Subtrees.Top(draft.Cue[0]), p, high) is var will and > 0) p = will;
        // ", as X said, the rest": what is said stands behind
        if (subject > low && words.Is(subject - 1, "as") && p < high && words.Is(p, ",") && (subject - low < 5 && (subject - 2 < low || words.IsMark(subject - 2)) || subject - 2 >= low && words.Tag(subject - 2) == "CCONJ")) return Clause(draft, p + 1, high);
        if (p < high && words.Is(p, "as") && cue.Lemma is "identify" or "describe" or "portray" or "depict" or "characterize" or "characterise" or "label" or "hail" or "dismiss" or "denounce" or "condemn" or "praise") return Clause(draft, p, high);
        if (p < high && words.Lower(p) is "no" or "yes" && Ends(p + 1, high)) return Clause(draft, p, p + 1); // "asked whether he would go, he said no"
        if (Ends(p, high)) return (cue.Frames & (Frame.Clause | Frame.Quotation)) != 0 && Around(draft, low, subject, p, high);
        if (words.Is(p, "that") && p + 1 < high && words.Tag(p) != "DET") return Clause(draft, p + 1, high);
        if (words.Is(p, ",") && p + 2 < high && words.Is(p + 1, "that") && words.Tag(p + 1) == "SCONJ") return Clause(draft, p + 2, high); // "added, that"
        if (words.Is(p, ",") && (cue.Frames & Frame.Clause) != 0 && p + 1 < high && words.Tag(p + 1) == "SCONJ" && words.Lower(p + 1) is "if" or "when" or "unless" or "should" && !FollowsQuotation(subject, low) && subject - low < 3) return Clause(draft, p + 1, high); // "said, if elected, she would"
        if (words.Is(p, ",") && p + 3 < high && words.Tag(p + 1) is "ADV" && words.Is(p + 2, ",") && words.Is(p + 3, "that")) return Clause(draft, p + 4, high); // "said, twice, that"
        if (words.Lower(p) is ":" or "," || IsDash(p))
        {
            if (p + 1 < high && QuotationAt(p + 1, high) is { } quoted) return FollowsQuotation(subject, low) ? Before(draft, low, subject) : Quoted(draft, quoted, p + 1, high);
            if (words.Is(p, ":") && p + 1 == high && (cue.Frames & Frame.Quotation) != 0) return NextParagraph(draft, high);
            if (words.Is(p, ":") && p + 1 < high) return (cue.Frames & (Frame.Clause | Frame.Quotation)) != 0 && Clause(draft, p + 1, high);
            return (cue.Frames & (Frame.Clause | Frame.Quotation)) != 0 && Around(draft, low, subject, p, high);
        }

        if (QuotationAt(p, high) is { } direct && (cue.Frames & (Frame.Clause | Frame.Quotation | Frame.Noun)) != 0) return Quoted(draft, direct, p, high);
        if (words.Is(p, "to") && p + 1 < high && (words.Tag(p + 1) is "VERB" or "AUX" or "ADV" || QuotationAt(p + 1, high) is not null)) return (cue.Frames & Frame.Infinitive) != 0 && Clause(draft, p, high);
        if (words.Is(p, "against") && cue.Lemma == "warn") return Clause(draft, p + 1, high);
        if (words.Tag(p) == "AUX" && cue.Lemma == "tell") return false; // "the story he told was"
        if ((cue.Frames & Frame.Quotation) != 0 && (words.Is(p, WordClass.Preposition | WordClass.Subordinator) || !draft.Channel.IsEmpty && words.Tag(p) == "VERB") && EndsSpeech(subject, low)) return Before(draft, low, subject); // "“A,” she said of the plan"
        if ((cue.Frames & Frame.Quotation) != 0 && words.Is(p, WordClass.Preposition) && subject > low && words.Is(subject - 1, ",") && phrases.HasFinite(low, subject) && !phrases.HasFinite(p, high)) return Before(draft, low, subject); // "The road is open, she said after the meeting"
        if (words.Is(p, WordClass.Preposition) && cue.Lemma is not ("say" or "add" or "claim" or "note" or "announce" or "report" or "state" or "believe" or "argue" or "insist" or "think" or "tell" or "warn" or "show") && !words.Is(p, WordClass.Subordinator)) return false;
        if ((cue.Frames & Frame.Clause) != 0 && (words.Is(p, WordClass.Subordinator) || words.Lower(p) is "how" or "what" or "who" or "which" or "where" or "when" or "why" || ((cue.Frames & Frame.OwnSubject) != 0 ? StartsClause(p, high) : phrases.HasVerb(p, Math.Min(high, ClauseEnd(p, high)))))) return Clause(draft, p, high);
        if ((cue.Frames & Frame.Noun) != 0 && words.Tag(p) is not ("ADP" or "PUNCT" or "CCONJ" or "SCONJ")) return Clause(draft, p, high) && WithoutOccasion(draft);
        if ((cue.Frames & Frame.Portrayal) != 0 && phrases.End(p, high, true) is var portrayed && portrayed > p && portrayed < high && words.Is(portrayed, "as")) return Clause(draft, p, high);
        if ((cue.Frames & Frame.Quotation) == 0 || (cue.Frames & Frame.Noun) != 0) return false;
        return Around(draft, low, subject, high, high) || cue.Lemma == "say" && words.Tag(p) is "DET" or "ADJ" or "NOUN" && Clause(draft, p, high) && WithoutOccasion(draft); // "said the same", "says nothing of the kind"
    }

    /// <summary>"He said:" at the end of a paragraph: the next one is what he said.</summary>
    private bool NextParagraph(Draft draft, int first)
    {
        if (first >= words.Count) return false;
        var block = words.Sentences[words.SentenceOf(first)].Block;
        if (block == words.Sentences[words.SentenceOf(first - 1)].Block) return false;
        var quoted = quotations.Find(q => q.Open == first);
        var end = first;
        while (end < words.Count && words.Sentences[words.SentenceOf(end)].Block == block) end++;
        draft.Content.Add(quoted is null ? new TokenRange(first, end) : new TokenRange(quoted.First, quoted.Close));
        draft.IsQuotation = true;
        return quoted is null || quoted.Length > 0;
    }

    /// <summary>"“A,” he said, “B”": what stands before the speaker is the content, the rest goes on with it.</summary>
    private bool FollowsQuotation(int subject, int low)
    {
        var before = subject - 1;
        if (before > low && words.Is(before, ",")) before--;
        return before > low && quotations.Exists(q => q.IsClosed && q.Close == before && q.Length > 2);
    }

    /// <summary>As <see cref="FollowsQuotation"/>, and the quotation ends as speech does, with a mark of its own.</summary>
    private bool EndsSpeech(int subject, int low) =>
        FollowsQuotation(subject, low) && (words.Is(subject - 1, ",") || words.Lower(subject - 2)[0] is ',' or '?' or '!' or '.' or '…');

    /// <summary>Fills the draft of an inverted cue: what is said stands before the verb.</summary>
    public bool Left(Draft draft, int verb, int sourceEnd, int low, int high)
    {
        var p = channels.Skip(draft, sourceEnd, high);
        return Around(draft, low, verb, p, high);
    }

    /// <summary>The words before the cue's own clause, and those behind it where the clause stands in the midst of what is said.</summary>
    private bool Around(Draft draft, int low, int start, int p, int high)
    {
        if (!Before(draft, low, start) && !OneWordBefore(draft, low, start, p, high)) return false;
        if (!draft.IsQuotation && draft.Cue.Count > 0 && words.Subtrees.Relation(words.Subtrees.Top(draft.Cue[0])) == "acl:relcl") return false; // "a point that officials dispute"
        AddSecondHalf(draft, p, high);
        return draft.IsQuotation || draft.Content.Exists(c => phrases.HasVerb(c.First, c.End));
    }

    /// <summary>"Loyalty, he said, comes first", "Still, he said, it may rain": a word or two stand before the cue, and the clause goes on behind it.</summary>
    private bool OneWordBefore(Draft draft, int low, int start, int p, int high)
    {
        var first = ClauseStart(start, low);
        if (start - first == 1 && first > low && words.Tag(first - 1) == "CCONJ") first--; // "But, he said, it may rain"
        if (start - first is not (2 or 3) || !words.Is(start - 1, ",") || p >= high || !words.Is(p, ",") || !phrases.HasFinite(p + 1, ClauseEnd(p + 1, high))) return false;
        if (words.IsNominal(start - 2)) draft.Content.Add(new TokenRange(first, start - 1));
        return words.IsNominal(start - 2) || words.Tag(first) is "ADV" or "SCONJ" or "ADJ" or "CCONJ";
    }

    /// <summary>The words before the source: a whole quotation, or the clause up to the comma.</summary>
    public bool Before(Draft draft, int low, int end)
    {
        var last = end;
        if (last - 1 > low && words.Is(last - 1, "as") && words.IsMark(last - 2)) last--;
        if (last <= low || !words.IsMark(last - 1)) return false;
        var close = last - 1;
        if ((words.Is(close, ",") || IsDash(close)) && close - 1 > low && quotations.Exists(q => q.IsClosed && q.Close == close - 1)) close--;
        if (quotations.Find(q => q.IsClosed && q.Close == close) is { } quoted)
        {
            if (quoted.Open <= low || words.Lower(quoted.Open - 1) is "." or ":" or "?" or "!" || words.IsOpeningOfSentence(quoted.Open))
            {
                draft.Content.Add(new TokenRange(quoted.First, quoted.Close));
                draft.IsQuotation = true;
                return true;
            }

            var start = ClauseStart(quoted.Open, low);
            if (draft.Source.Length == 1 && words.Tag(draft.Source.First) == "PRON" && words.Tag(start) != "PRON" && Enumerable.Range(start + 1, Math.Max(0, quoted.Open - start - 1)).Any(i => IsSpeaking(i, quoted.Open) && phrases.Before(i, start).First == start)) // "Holm said that it was right, because “nobody knows it,” she said": said twice
            {
                draft.Content.Add(new TokenRange(quoted.First, quoted.Close));
                return draft.IsQuotation = true;
            }

            draft.Content.Add(new TokenRange(start, close + 1));
            return true;
        }

        if (!words.Is(close, ",") && !IsDash(close)) return false;
        var from = ClauseStart(close, low);
        if (close - from < 2) return false;
        draft.Content.Add(new TokenRange(from, close));
        return true;
    }

    /// <summary>"noted the rule in an interview on Friday": means and date at the end are the cue's, not the content's.</summary>
    private bool WithoutOccasion(Draft draft)
    {
        var content = draft.Content[^1];
        for (var i = content.First + 1; i < content.End; i++)
        {
            if (words.Tag(i) != "ADP" && phrases.TimexEnd(i) == 0 || quotations.Exists(q => q.Contains(i))) continue;
            var (said, channel) = (draft.Said, draft.Channel);
            if (channels.Skip(draft, i, content.End) == content.End && (draft.Said != said || draft.Channel != channel || phrases.TimexEnd(content.End - 1) > 0))
            {
                draft.Content[^1] = content with { End = i };
                return true;
            }

            (draft.Said, draft.Channel) = (said, channel);
        }

        return true;
    }

    private int ClauseStart(int end, int low)
    {
        for (var i = end - 1; i >= low; i--)
        {
            if (words.Lower(i) is ";" || (words.Lower(i) is "." or "?" or "!" && !quotations.Exists(q => q.Contains(i)))) return i + 1;
            if (i > low && words.IsOpeningOfSentence(i)) return i;
        }

        low = BehindDateline(low, end);
        return words.Lower(low) is "but" or "and" or "yet" && low + 1 < end ? low + 1 : low;
    }

    /// <summary>"OSTMARK - The dam is safe, the mayor said": place and agency before the first word of a paragraph are no part of what is said.</summary>
    public int BehindDateline(int first, int end)
    {
        var block = words.Analysis.BlockOf(words.Sentences[words.SentenceOf(first)]).Span;
        if (words.Span(first).Start != block.Start) return first;
        var start = block.Start + Opening.Length(block.Slice(words.Text));
        var at = first;
        while (at < end && words.Span(at).Start < start) at++;
        return at < end ? at : first;
    }

    /// <summary>"A, he said, B": the words behind the cue go on with what was said.</summary>
    private void AddSecondHalf(Draft draft, int p, int high)
    {
        if (draft.IsQuotation || p >= high - 3 || !words.Is(p, ",")) return;
        var next = p + 1;
        if (words.Is(next, WordClass.Subordinator) || words.Tag(next) is "SCONJ" or "CCONJ" || words.Lower(next).EndsWith("ing", StringComparison.Ordinal) || words.Lower(next) is "who" or "which" or "according" or "but" or "citing" || QuotationAt(next, high) is not null || IsSpeaking(next, high)) return;
        var end = ClauseEnd(next, high);
        if (end - next >= 2) draft.Content.Add(new TokenRange(next, end));
    }

    private bool Quoted(Draft draft, Quotation quoted, int start, int high)
    {
        var close = quoted.IsClosed ? quoted.Close : quoted.Close - 1;
        var rest = close + 1;
        if (rest >= high || words.Lower(rest) is "." or ";" or "," or "?" or "!" || words.IsOpeningOfSentence(rest) || words.Tag(rest) == "CCONJ" && IsSpeaking(rest + 1, high) || words.Is(close - 1, ",") && LeavesClause(rest, high))
        {
            draft.Content.Add(new TokenRange(quoted.First, quoted.Close));
            draft.IsQuotation = true;
            return true;
        }

        return Clause(draft, start, high);
    }

    private bool Clause(Draft draft, int start, int high)
    {
        var end = WithinOwnClause(draft, start, ClauseEnd(start, high));
        if (end <= start) return false;
        var closed = quotations.Find(q => q.Open == start && q.IsClosed && (q.Close == end - 1 || q.Close == end));
        if (closed is not null)
        {
            draft.Content.Add(new TokenRange(closed.First, closed.Close));
            draft.IsQuotation = true;
        }
        else draft.Content.Add(new TokenRange(start, end));
        return true;
    }

    /// <summary>"The mayor, who had called the plan madness, welcomed it", "Although he called it madness, she welcomed it": what is said ends with the clause of its cue, by the parse.</summary>
    private int WithinOwnClause(Draft draft, int start, int end)
    {
        if (draft.Cue.Count == 0) return end;
        var verb = words.Subtrees.Top(draft.Cue[0]);
        end = BeforeNextDeed(verb, start, BeforeMainClause(draft, start, end));
        var clause = words.Subtrees.Of(verb).End;
        while (clause > start && words.IsMark(clause - 1) && !quotations.Exists(q => q.Close == clause - 1)) clause--;
        if (clause < end && quotations.Exists(q => q.IsClosed && q.Close == clause) && words.Is(clause - 1, ",")) clause++; // "who calls him “mad,” said"
        var inMarks = clause > start && quotations.Exists(q => q.IsClosed && q.Close == clause - 1) && words.Is(clause - 2, ",");
        if (clause <= start + 1 || clause + 1 >= end || !inMarks && (!words.Is(clause, ",") || quotations.Exists(q => q.Contains(clause)))) return end;
        var relation = words.Subtrees.Relation(verb);
        if (inMarks) return relation.StartsWith("acl", StringComparison.Ordinal) && words.IsFinite(clause) ? clause : end;
        if (relation.StartsWith("acl", StringComparison.Ordinal)) return words.IsFinite(clause + 1) || words.Is(clause + 1, "but") || HasOwnSpeaker(clause + 1, end) ? clause : end;
        if (relation == "conj") relation = words.Subtrees.Relation(words.Subtrees.Head(verb)); // "Though she praised it and called for more, the council cut it"
        return relation == "advcl" && !words.IsMark(start) && phrases.HasFinite(clause + 1, end) ? clause : end;
    }

    /// <summary>"While a third said the road was safe, half said they stayed at home": a clause that a word like "while" opens ends where another one speaks.</summary>
    private int BeforeMainClause(Draft draft, int start, int end)
    {
        if (draft.Source.IsEmpty || draft.Source.First < 1 || words.Lower(draft.Source.First - 1) is not ("while" or "although" or "though" or "when" or "after" or "because" or "whereas")) return end;
        for (var i = start + 1; i + 2 < end; i++)
            if (words.Is(i, ",") && !quotations.Exists(q => q.Contains(i)) && HasOwnSpeaker(i + 1, end)) return i;
        return end;
    }

    /// <summary>"The council praised the plan and cut its funds": a verb joined to the cue tells something else. A clause that begins with "that" is still said.</summary>
    private int BeforeNextDeed(int verb, int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (words.Subtrees.Head(i) != verb || words.Subtrees.Relation(i) != "conj" || words.Tag(i) != "VERB" || quotations.Exists(q => q.Contains(i))) continue;
            var first = words.Subtrees.Of(i).First;
            if (first <= start || words.Tag(first) != "CCONJ" || words.Is(first + 1, "that") || words.Is(first + 1, WordClass.Subordinator)) continue;
            if (words.Is(first - 1, ",")) return first - 1;
            if (!phrases.HasFinite(start, first) || IsSpeaking(i, end) && words.Lower(first + 1) is not ("which" or "who")) return first; // within a clause that is said, "and" may join two of its verbs
        }

        return end;
    }

    /// <summary>Where the clause that starts here ends: before the last mark, or before words that belong to the cue's own sentence again.</summary>
    public int ClauseEnd(int start, int high)
    {
        var end = high;
        for (var i = start; i < high; i++)
        {
            if (i > start && words.IsOpeningOfSentence(i) && !quotations.Exists(q => q.Contains(i)))
            {
                end = i;
                break;
            }

            if (quotations.Exists(q => q.Contains(i))) continue;
            if (words.Is(i, ";"))
            {
                end = i;
                break;
            }

            var inMarks = i > start && words.Is(i - 1, ",") && quotations.Exists(q => q.IsClosed && q.Close == i); // “..., ”: the comma stands inside
            if (i > start && i + 1 < high && (inMarks || words.Is(i, ",")) && (LeavesClause(i + 1, high) || IsTrailingSpeaker(i + 1, high) || IsInverted(i + 1, high)))
            {
                end = inMarks ? i + 1 : i;
                break;
            }

            if (i > start + 1 && words.Tag(i) == "CCONJ" && (IsSpeaking(i + 1, high) || IsDash(i - 1) && HasOwnSpeaker(i + 1, high)))
            {
                end = words.Is(i - 1, ",") || IsDash(i - 1) ? i - 1 : i;
                break;
            }
        }

        while (end > start && words.Lower(end - 1) is "." or "," or "?" or "!" or ";" or ":" or "..." && !(end - 2 >= start && quotations.Exists(q => q.Contains(end - 1)))) end--;
        return end;
    }

    private bool IsDash(int i) => words.Lower(i) is "-" or "—" or "–" or "--" or "―";

    /// <summary>A subject and its verb begin here: a clause without "that".</summary>
    public bool StartsClause(int p, int high)
    {
        var end = phrases.End(p, high, true);
        if (end == p) return false;
        while (end < high && words.Tag(end) == "ADV") end++;
        return end < high && words.IsVerb(end) && !words.Lower(end).EndsWith("ing", StringComparison.Ordinal);
    }

    /// <summary>True for the words behind a comma that go back to the sentence that holds the cue.</summary>
    private bool LeavesClause(int i, int high)
    {
        if (words.Lower(i) is "according" or "adding" or "saying" or "citing" or "calling" or "insisting" or "warning" or "accusing" or "noting" or "claiming" or "arguing" or "stressing" or "urging" or "describing" or "telling" or "pledging" or "vowing" or "quoting") return true;
        if (words.Lower(i) is "after" or "while" or "although" or "though" or "whereas" or "as" or "but" or "and") return HasOwnSpeaker(i + 1, high) || (words.Is(i, "after") && phrases.HasVerb(i, high)) || (words.Is(i, "as") && phrases.End(i + 1, high, false) > i + 1 && phrases.HasVerb(i, high));
        return false;
    }

    /// <summary>"…, the broadcaster said." at the end of the sentence.</summary>
    private bool IsTrailingSpeaker(int i, int high)
    {
        var end = phrases.PlainEnd(i, high);
        if (end < high && phrases.End(i, high, true) is var far && far > end) end = far;
        return end > i && end < high && IsSpeaking(end, high) && (end + 1 >= high || words.IsMark(end + 1) || phrases.TimexEnd(end + 1) > 0 || words.Is(end + 1, "on") || words.Is(end + 1, "in"));
    }

    /// <summary>"…, said Ada Lune, a farmer." at the end of the sentence.</summary>
    private bool IsInverted(int i, int high)
    {
        if (!IsSpeaking(i, high) || words.Tag(i) != "VERB" || i + 1 >= high) return false;
        var end = phrases.EndWithApposition(i + 1, high);
        return end > i + 1 && (end >= high || words.Lower(end) is "." or "!" or "?");
    }

    /// <summary>True where a new subject with its own verb of saying follows at once.</summary>
    private bool HasOwnSpeaker(int i, int high)
    {
        var end = phrases.End(i, high, true);
        if (end == i) return IsSpeaking(i, high);
        if (end < high && words.Is(end, ",") && phrases.EndWithApposition(i, high) is var far && far + 1 < high && far > end && words.Is(far, ",")) end = far + 1; // "and Ada Lune, the mayor, said"
        while (end < high && (words.Is(end, WordClass.Auxiliary | WordClass.Adverb) || words.Tag(end) == "ADV")) end++;
        return end < high && IsSpeaking(end, high);
    }

    /// <summary>True at a finite verb of the cue lexicon, adverbs before it allowed.</summary>
    private bool IsSpeaking(int i, int high)
    {
        var have = false;
        for (; i < high && (words.Tag(i) == "ADV" || words.Lower(i) is "has" or "have" or "had"); i++) have |= words.Tag(i) == "AUX";
        return i < high && words.Tag(i) == "VERB" && Cues.IsForm(words.Lower(i)) && Cues.Of(words.Lower(i))[^1].Kind == "saying" && (have || (Cues.FormOf(words.Lower(i)) & (VerbForm.Past | VerbForm.Present)) != 0 || words.IsFinite(i));
    }

    private int Addressee(Draft draft, Cue cue, int p, int high)
    {
        if (p >= high || words.IsMark(p) || words.Is(p, "that") && words.Tag(p) != "DET" || words.Is(p, "to")) return p;
        var end = phrases.End(p, high, false);
        while (end < high && end > p && words.Is(end, "of") && phrases.End(end + 1, high, false) is var more && more > end + 1) end = more;
        if (end == p) return p;
        var sure = cue.Lemma is "tell" or "inform" or "assure" or "remind" or "notify" or "reassure" or "convince" or "persuade";
        var opens = end < high && (words.Lower(end) is "that" or "to" or "whether" or "if" or "how" or "why" or "what" or ":" or "not" || words.Is(end, ",") && end + 1 < high && QuotationAt(end + 1, high) is not null || QuotationAt(end, high) is not null);
        if (!sure && (!opens || words.Is(end, "to"))) return p;
        if (words.Lower(end - 1) is "story" or "truth" or "lie" or "lies" or "tale" or "joke" or "stories" or "jokes") return p;
        draft.Channel = new TokenRange(p, end);
        return end;
    }

    private Quotation? QuotationAt(int i, int high) => quotations.Find(q => q.Open == i && i < high);

    private int SkipAdverbs(int i, int high)
    {
        while (i < high && words.Tag(i) == "ADV" && (IsManner(i, high) || words.Lower(i) is "also" or "again" or "bluntly" or "simply" or "repeatedly" or "publicly" or "later" or "earlier" or "flatly" or "then" or "there" or "only") && !(i + 1 < high && words.IsVerb(i + 1))) i++;
        return i;
    }

    /// <summary>"said sarcastically, “...”", "noted repeatedly that": the manner of a saying, before what is said begins or the sentence ends.</summary>
    private bool IsManner(int i, int high) =>
        words.Lower(i).EndsWith("ly", StringComparison.Ordinal) && (i + 1 >= high || words.IsMark(i + 1) || words.Is(i + 1, "that"));

    private bool Ends(int p, int high) => p >= high || words.Lower(p) is "." or ";" or ")" or "?" or "!" || words.IsOpeningOfSentence(p) || words.Lower(p) is "after" or "as" or "while" or "when" or "before" or "during" or "amid" && words.Tag(p) is "ADP" or "SCONJ";
}
