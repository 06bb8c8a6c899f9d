using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>Noun phrases beside a verb, by word classes and the names found.</summary>
internal sealed class NounPhrases
{
    private readonly Words words;
    private readonly TokenMarks marks;

    public NounPhrases(Words words, ImmutableArray<Mention> mentions, ImmutableArray<Timex> timexes)
    {
        this.words = words;
        marks = new TokenMarks(words, mentions, timexes);
    }

    /// <inheritdoc cref="TokenMarks.MentionAt"/>
    public Mention? MentionAt(int token) => marks.MentionAt(token);

    /// <inheritdoc cref="TokenMarks.TimexAt"/>
    public Timex? TimexAt(int token) => marks.TimexAt(token);

    /// <inheritdoc cref="TokenMarks.TimexEnd"/>
    public int TimexEnd(int token) => marks.TimexEnd(token);

    /// <summary>The noun phrase that ends right before <paramref name="end"/> and starts no earlier than <paramref name="low"/>: a subject before its verb.</summary>
    public TokenRange Before(int end, int low)
    {
        if (end <= low) return TokenRange.None;
        if (words.Is(end - 1, ")") && BracketBefore(end - 1, low) is var open and > 0) return Before(open, low) is { IsEmpty: false } bracketed ? new TokenRange(bracketed.First, end) : TokenRange.None;
        // "star of the film “Harbour Lights,” said": the comma stands inside the marks
        if (words.Is(end - 1, "”") && end - 3 > low && words.Is(end - 2, ",") && BracketBefore(end - 1, low) is var title and > 0 && words.Tag(title - 1) == "NOUN") return WithApposition(end, low);
        return words.Is(end - 1, ",") ? WithApposition(end - 1, low) : Plain(end, low);
    }

    /// <summary>"The court this month rejected", "the council on Friday said": the subject before the time that stands between it and its verb.</summary>
    public TokenRange Subject(int verb, int low)
    {
        var end = verb;
        while (end > low && marks.TimexAt(end - 1) is { } time && (end == verb || marks.TimexAt(end) == time)) end--;
        if (end == verb) return Before(verb, low);
        if (end > low && words.Lower(end - 1) is "on" or "in" or "at" or "last" or "late" or "early" or "earlier" or "this") end--;
        return Before(end, low) is { IsEmpty: false } subject ? subject : Before(verb, low);
    }

    /// <summary>The end of the noun phrase that starts at <paramref name="first"/>; <paramref name="first"/> itself where none starts.</summary>
    /// <param name="far">Takes "of ..." and appositions with it.</param>
    public int End(int first, int high, bool far)
    {
        var i = first;
        var content = false;
        while (i < high)
        {
            if (TimexEnd(i) > 0 && content && !(marks.TimexAt(i) is not null && i > first && marks.TimexAt(i - 1) == marks.TimexAt(i))) break;
            if (marks.MentionEnd(i) > 0 && marks.MentionAt(i)!.Span.Start == words.Span(i).Start)
            {
                var kind = marks.MentionAt(i)!.Kind;
                if (content && !IsModifier(i - 1) && words.Tag(i - 1) is not ("NOUN" or "PROPN") && !words.Is(i - 1, "'s") && !(i - 2 >= first && words.Is(i - 2, "-"))) break;
                if (content && i > first && marks.MentionAt(i - 1) is { Kind: EntityKind.Agency or EntityKind.Outlet or EntityKind.Person }) break;
                i = marks.MentionEnd(i);
                content = kind != EntityKind.Demonym || content;
                continue;
            }

            // "said one man hours after the march"
            if (content && i + 1 < high && words.Lower(i) is "moments" or "minutes" or "hours" or "days" or "weeks" or "months" or "years" && words.Lower(i + 1) is "after" or "before" or "later" or "earlier" or "ago") break;
            var tag = words.Tag(i);
            if (tag == "PRON" && !words.Is(i, WordClass.Possessive))
            {
                if (content || words.Is(i, WordClass.Possessive)) break;
                return i + 1;
            }

            if ((content || i > first && words.Tag(i - 1) == "ADJ") && words.Is(i, "-") && i + 1 < high && words.IsWord(i + 1) && words.Span(i + 1).Start == words.Span(i).End)
            {
                i += 2;
                continue;
            }

            if (tag is "DET" or "PRON")
            {
                if (content && !words.Is(i - 1, WordClass.Preposition)) break;
                i++;
                continue;
            }

            if (tag is "NOUN" or "PROPN" or "NUM" or "ADJ" || (words.Lower(i) is "'s" or "'" or "-" or "’" && content) || (tag == "ADV" && !content) || (tag == "VERB" && !content && (i > first ? !words.Is(i - 1, ",") : words.Subtrees.Relation(i) == "amod") && NextIsNoun(i, high)))
            {
                if (tag == "ADJ" && content && words.Tag(i - 1) is "NOUN" or "PROPN" && !words.Is(i - 1, "-")) break;
                content |= tag is "NOUN" or "PROPN" or "NUM";
                i++;
                continue;
            }

            if (content && far && (words.Lower(i) is "of" or "for" or "from" or "at" or "with" or "in" or "by" or "to" && tag != "PART") && i + 1 < high && End(i + 1, high, false) is var inner && inner > i + 1)
            {
                i = inner;
                continue;
            }

            if (words.Lower(i) is "and" or "," && i > first && i + 1 < high && IsAdjective(i - 1) && IsAdjective(i + 1))
            {
                i++;
                continue;
            }

            if (content && words.Is(i, "of") && i + 1 < high && End(i + 1, high, false) is var owned && owned > i + 1)
            {
                i = owned;
                continue;
            }

            if (content && far && words.Lower(i) is "and" or "or" && i + 1 < high && End(i + 1, high, false) is var joined && joined > i + 1 && !HasVerbSoon(joined, high))
            {
                i = joined;
                continue;
            }

            break;
        }

        while (i > first && (words.Is(i - 1, WordClass.Determiner) || words.Tag(i - 1) is "ADP" or "ADV" or "CCONJ") && marks.MentionAt(i - 1) is null) i--;
        return content ? i : first;
    }

    /// <summary>As <see cref="End"/>, but a name ends where it ends: "from Ostend of its own".</summary>
    public int PlainEnd(int first, int high) => first < high && marks.MentionAt(first) is not null ? marks.MentionEnd(first) : End(first, high, false);

    /// <summary>The phrase with what explains it behind commas: "Ada Lune, a farmer from Ost,".</summary>
    public int EndWithApposition(int first, int high)
    {
        var end = End(first, high, true);
        if (end == first) return end;
        if (end < high && words.Is(end, "("))
        {
            var close = end;
            while (close < high && close < end + 10 && !words.Is(close, ")")) close++;
            if (close < high && words.Is(close, ")")) end = close + 1;
        }

        while (end + 1 < high && words.Is(end, ",") && (IsAppositive(end + 1) || words.IsNumber(end + 1) || (marks.MentionAt(end + 1) is not null && !HasVerb(first, end))))
        {
            var stop = end + 1;
            while (stop < high && !words.Is(stop, ",") && !IsBoundary(stop) && !(TimexEnd(stop) > 0)) stop++;
            if (words.Lower(end + 1) is not ("who" or "whose" or "which") && HasFinite(end + 1, stop)) break;
            if (stop < high && TimexEnd(stop) > 0 && words.Is(stop - 1, WordClass.Preposition)) stop--;
            if (stop == end + 2 && words.Is(end + 1, WordClass.Determiner)) break;
            end = stop;
        }

        return end;
    }

    /// <summary>Tokens at which a clause ends whatever stands around them.</summary>
    public bool IsBoundary(int i) => words.IsMark(i) && IsSpacedDash(i) || words.IsMark(i) && words.Lower(i) is ":" or ";" or "—" or "--" or "–" or "―" or "\"" or "“" or "”" or "(" or ")" or "." or "!" or "?" or "...";

    private bool IsSpacedDash(int i) => words.Is(i, "-") && i > 0 && i + 1 < words.Count && words.Span(i - 1).End < words.Span(i).Start && words.Span(i).End < words.Span(i + 1).Start;

    public bool HasVerb(int first, int end)
    {
        for (var i = first; i < end; i++) if (words.IsVerb(i)) return true;
        return false;
    }

    /// <summary>The bracket or mark that opens what closes here, a few words before; 0 where there is none.</summary>
    private int BracketBefore(int close, int low)
    {
        var opening = words.Is(close, ")") ? "(" : "“";
        for (var i = close - 1; i > low && i > close - 10; i--) if (words.Is(i, opening)) return i;
        return 0;
    }

    private bool HasVerbSoon(int first, int high) => first < high && words.IsVerb(first);

    private bool NextIsNoun(int i, int high) => i + 1 < high && words.Tag(i + 1) is "NOUN" or "PROPN" or "ADJ";

    private bool IsAdjective(int i) => words.Tag(i) == "ADJ" || marks.MentionAt(i) is { Kind: EntityKind.Demonym };

    private bool IsModifier(int i) => words.Is(i, WordClass.Determiner | WordClass.Possessive | WordClass.Preposition) || words.Tag(i) is "ADJ" or "DET" or "NUM" or "ADP";

    private bool IsAppositive(int i) => words.Is(i, WordClass.Determiner) || words.Lower(i) is "who" or "whose" or "which" or "of" or "also" or "one" or "head" or "chief" or "director" or "president" or "leader" or "former" || words.Lower(i) is "speaking" or "writing" && i + 1 < words.Count && words.Lower(i + 1) is "from" or "in" or "on" or "at" or "to" or "through" || WordClasses.TitleKind(words.Lower(i)) is not null || words.Tag(i) is "NOUN" && !words.IsVerb(i) || words.Tag(i) == "ADJ" && i + 1 < words.Count && words.Tag(i + 1) == "NOUN";

    private TokenRange Plain(int end, int low)
    {
        var i = end;
        while (i > low)
        {
            var at = i - 1;
            var tag = words.Tag(at);
            if (marks.MentionAt(at) is not null)
            {
                i--;
                continue;
            }

            if (TimexEnd(at) > 0 && i < end) break;
            if (tag == "PRON")
            {
                if (i == end)
                {
                    i--;
                    if (words.Lower(at) is "who" or "which" or "that" && Antecedent(at, low) is { IsEmpty: false } antecedent) return antecedent;
                    if (words.Lower(at) is "who" or "which" or "that" or "he" or "she" or "it" or "they" or "we" or "i" or "you") return new TokenRange(at, end);
                    continue;
                }

                if (words.Lower(at) is "who" or "which" or "that" && Antecedent(at, low) is { IsEmpty: false } held) return new TokenRange(held.First, end);
                if (words.Is(at, WordClass.Possessive) && !words.Is(at, "whose")) { i--; continue; }
                break;
            }

            if (words.Is(at, "which") && i < end && words.Tag(i) is "DET" or "PROPN" && Trim(i, end) is { IsEmpty: false } own) return own; // "which the inquiry said was"
            if (words.Lower(at) is "who" or "which" && i < end && Antecedent(at, low) is { IsEmpty: false } owner) return new TokenRange(owner.First, end);
            if (words.Is(at, ")") && i == end && BracketBefore(at, low) is var open and > 0)
            {
                i = open;
                continue;
            }

            if (IsBoundary(at) || words.Is(at, WordClass.Subordinator) && tag is not ("ADP" or "DET" or "ADV")) break;
            if (words.Is(at, ","))
            {
                if (at - 1 >= low && (IsAdjective(at - 1) && IsAdjective(at + 1) || IsListed(at - 1) && IsListed(at + 1) && IsJoined(i, end))) { i--; continue; }
                break;
            }

            if (tag == "CCONJ")
            {
                if (i < end && at > low && (words.IsNominal(at - 1) || words.Tag(at - 1) == "ADJ" || marks.MentionAt(at - 1) is not null || (words.Is(at - 1, ",") && at - 2 >= low && words.IsNominal(at - 2) && marks.MentionAt(at - 2) is not null)) && !PrecededByVerb(at - 1, low)) { i--; continue; }
                break;
            }

            if (tag is "VERB" or "AUX")
            {
                if (tag == "VERB" && RelativeBefore(at, low) is var opening && opening >= low) { i = opening; continue; }
                if (tag == "VERB" && i < end && words.Tag(i) is "NOUN" or "PROPN" && at > low && words.Is(at - 1, WordClass.Determiner)) { i--; continue; }
                if (tag == "VERB" && i < end && (words.Subtrees.Relation(at) == "amod" || at > low && words.Lower(at - 1) is "”" or "\"" or "''")) { i--; continue; } // "retired general Ada Lune"
                break;
            }

            if (tag is "NOUN" or "PROPN" or "NUM" or "ADJ" or "DET" or "SYM" or "X" || words.Lower(at) is "'s" or "'" or "’" or "-" or "/" || (tag is "ADP" && i < end && !words.Is(at, WordClass.Subordinator)) || (tag == "ADV" && i < end && words.Tag(i) is "ADJ" or "NUM")) { i--; continue; }
            if (tag == "PART" && words.Lower(at) is "'s" or "'") { i--; continue; }
            break;
        }

        return Trim(i, end);
    }

    /// <summary>Where "who spoke anonymously" starts, looking left from its verb; -1 where it is no relative clause.</summary>
    private int RelativeBefore(int verb, int low)
    {
        for (var i = verb - 1; i >= low && i > verb - 12; i--)
        {
            if (words.Lower(i) is "who" or "whose") return i - 1 >= low && words.IsNominal(i - 1) ? i : -1;
            if (IsBoundary(i) || words.Is(i, ",")) return -1;
        }

        return -1;
    }

    private TokenRange Antecedent(int relative, int low)
    {
        if (relative <= low) return TokenRange.None;
        var end = words.Is(relative - 1, ",") && relative - 1 > low ? relative - 1 : relative;
        if (!words.IsNominal(end - 1)) return TokenRange.None;
        var after = end - 1; // "spoke to experts who": the antecedent stands behind the preposition
        while (after > low && (words.Tag(after) != "ADP" || words.Is(after, "of")) && !words.IsVerb(after) && !words.Is(after, ",")) after--;
        return Plain(end, words.Tag(after) == "ADP" && !words.Is(after, "of") ? after + 1 : low);
    }

    private bool PrecededByVerb(int at, int low)
    {
        for (var i = at; i >= low && i > at - 6; i--)
        {
            if (words.IsVerb(i)) return true;
            if (IsBoundary(i) || words.Is(i, ",")) return false;
        }

        return false;
    }

    /// <summary>True where "and" or "or" ends the list that a comma would go on: "Ada, Bert and Carl".</summary>
    private bool IsJoined(int first, int end)
    {
        for (var i = first; i < end; i++) if (words.Tag(i) == "CCONJ") return true;
        return false;
    }

    private bool IsListed(int i) => words.Tag(i) == "ADJ" || marks.MentionAt(i) is not null;

    /// <summary>Leading prepositional phrases, adverbs and dates are no part of a subject.</summary>
    private TokenRange Trim(int first, int end)
    {
        for (var again = true; again && first < end;)
        {
            again = false;
            if (words.Tag(first) is "ADV" or "CCONJ" or "SCONJ" or "PUNCT" or "PART" || words.Is(first, "'s"))
            {
                first++;
                again = true;
            }
            else if (words.Tag(first) == "ADP")
            {
                var inner = first + 1;
                while (inner < end && words.Tag(inner) is "DET" or "ADJ" && marks.MentionAt(inner) is null) inner++;
                if (inner < end && TimexEnd(inner) is var stop and > 0) first = Math.Min(stop, end);
                else
                {
                    while (inner < end && !words.Is(inner, WordClass.Determiner | WordClass.Possessive)) inner++;
                    first = inner < end ? inner : Math.Min(first + 2, end);
                }

                again = true;
            }
            else if (TimexEnd(first) is var time and > 0 && time < end)
            {
                first = time;
                again = true;
            }
        }

        return first < end && HasHead(first, end) ? new TokenRange(first, end) : TokenRange.None;
    }

    private bool HasHead(int first, int end)
    {
        for (var i = first; i < end; i++) if (words.Tag(i) is "NOUN" or "PROPN" or "PRON" or "NUM" || marks.MentionAt(i) is not null || words.Is(i, WordClass.Determiner) && end - first == 1 || i == end - 1 && i > first && words.Tag(i) is "ADJ" or "VERB" && words.Is(first, WordClass.Determiner | WordClass.Possessive)) return true;
        return false;
    }

    /// <summary>True where a piece has a finite verb of its own, outside relative clauses.</summary>
    public bool HasFinite(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Lower(i) is "who" or "which" or "that" && i > first) return false;
            if (words.IsFinite(i)) return true;
        }

        return false;
    }

    /// <summary>"Ada Lune, a farmer from Ost, said": the phrase with what stands between its commas.</summary>
    private TokenRange WithApposition(int comma, int low)
    {
        var starts = new List<int>();
        var start = comma;
        for (var i = comma - 1; i >= low - 1; i--)
        {
            if (i >= low && words.Lower(i) is ")" or "”" && BracketBefore(i, low) is var open and > 0)
            {
                i = open;
                continue;
            }

            var boundary = i < low || IsBoundary(i);
            if (!boundary && !words.Is(i, ",")) continue;
            starts.Add(i + 1);
            start = i + 1;
            if (boundary || starts.Count == 4) break;
        }

        // from the right: explaining pieces, then the one that is explained
        for (var k = 0; k < starts.Count; k++)
        {
            var end = k == 0 ? comma : starts[k - 1] - 1;
            var relative = words.Lower(starts[k]) is "who" or "whose" or "which";
            var explains = relative || ((IsAppositive(starts[k]) || words.IsNumber(starts[k]) || words.Tag(starts[k]) is "ADP" or "VERB") && !HasFinite(starts[k], end));
            if (explains && k + 1 < starts.Count && !words.Is(starts[k + 1], "and")) continue;
            var named = Plain(end, Math.Max(starts[k], low));
            if (named.IsEmpty || HasVerb(starts[k], named.First)) return TokenRange.None;
            if (k + 1 < starts.Count && named.First == starts[k] && marks.MentionAt(named.End - 1) is { Kind: EntityKind.Person } && Described(starts[k + 1], named.First - 1)) named = named with { First = starts[k + 1] };
            return new TokenRange(named.First, comma);
        }

        return TokenRange.None;
    }

    /// <summary>"Lune's deputy, Bert Moss,": a description of one person, up to the comma before the name.</summary>
    private bool Described(int first, int comma)
    {
        if (!words.IsOpeningOfSentence(first) || comma - first is < 2 or > 8 || HasVerb(first, comma) || words.Tag(comma - 1) != "NOUN" || marks.MentionAt(comma - 1) is not null) return false;
        return Plain(comma, first).First == first && (words.Is(first, WordClass.Determiner | WordClass.Possessive) || marks.MentionAt(first) is not null);
    }
}
