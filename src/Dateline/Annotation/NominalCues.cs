namespace Dateline.Annotation;

/// <summary>Attributions by a noun, with the words that go with it: "his claim that", "opposition from two villages to", "raised serious concerns about", "their fear is that". lexicon/cue-nouns.tsv names the nouns.</summary>
internal sealed class NominalCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private static readonly Lazy<Dictionary<string, Noun>> Nouns = new(() => Resources.Rows("lexicon/cue-nouns.tsv").ToDictionary(r => r[0], r => new Noun(r[1], r[2].Split('|'), r[3] == "needs"), StringComparer.Ordinal));

    private readonly Complements complements = new(words, phrases, quotations);
    private readonly NounGroups groups = new(words, phrases);

    /// <param name="Links">The words that join the content; "to" before a verb, "to a" before a noun.</param>
    /// <param name="NeedsSource">It attributes only with an owner or a verb that carries it.</param>
    private sealed record Noun(string Kind, string[] Links, bool NeedsSource)
    {
        public bool IsSource => Kind == "reports";

        public bool Joins(string link) => Links.Contains(link, StringComparer.Ordinal);
    }

    /// <summary>The attribution of a noun; null where there is none, and where it went to the verb that carries the noun ("expressed doubt about"), whose draft is then widened.</summary>
    public Draft? At(int i, Utterance utterance, List<Draft> drafts)
    {
        if (Find(words.Lower(i)) is not { } noun || !IsNoun(i, utterance) || drafts.Exists(d => d.Cue.Exists(c => c.Contains(i)))) return null; // "said in a statement that"
        var inside = quotations.FindLast(q => q.Contains(i));
        int low = inside?.First ?? utterance.First, high = inside?.Close ?? utterance.End;
        var p = i + 1;
        var source = Owner(i, low);
        var owned = !source.IsEmpty;
        if (p < high && words.Lower(p) is "from" or "by" && phrases.PlainEnd(p + 1, high) is var end && end > p + 1)
        {
            source = new TokenRange(p + 1, end);
            p = end;
        }
        else if (Being(p, high) is var joint and > 0 && (owned || !noun.IsSource && utterance.First <= groups.Start(i, low) && words.IsOpeningOfSentence(groups.Start(i, low))) && joint < high && words.Lower(joint) is "that" or "to" && noun.Joins(words.Lower(joint))) p = joint; // "his fear is that", "The hope has been that"

        if (!noun.IsSource && Drawn(i, low, high) is { } drawn) return drawn;
        if (Joined(noun, p, high, source) is not { } first) return null;
        var cueEnd = source.End > i ? i + 1 : words.Is(first - 1, "that") || first == p ? p : first; // words behind a source between them are no part of the cue
        var asks = words.Lower(first) is "what" or "who" or "how" or "which" or "where" or "when" or "why" or "whether" or "if";
        var stop = words.Is(p, "of") && !asks && phrases.End(first, high, true) is var nounEnd && nounEnd > first ? nounEnd : complements.ClauseEnd(first, high);
        if (stop <= first) return null;
        var start = groups.Start(i, low);
        var carrier = noun.IsSource ? null : groups.Carrier(i, start, low, high);
        if (carrier is { } by && drafts.Find(d => d.Cue.Count == 1 && d.Cue[0].Contains(by.Verb)) is { } outer)
        {
            if (groups.Attributes(by.Verb) && Widen(outer, i, cueEnd, new TokenRange(first, stop))) return null;
            carrier = null;
        }

        if (carrier is { Subject.IsEmpty: false } of) source = of.Subject;
        if (source.IsEmpty && noun.IsSource) source = new TokenRange(i, i + 1);
        if (source.IsEmpty && p == i + 1 && (noun.NeedsSource || words.Lower(p) is "on" or "in" || words.Is(p, "of") && noun.Kind != "saying")) return null;
        var negated = carrier?.Negated == true || words.Is(start, "no");
        // "gave accounts of what happened" does not tell what they were
        var said = noun.Kind is "saying" or "reports" && !source.IsEmpty && !asks && !(words.Is(p, "of") && noun.IsSource);
        var draft = new Draft { Rule = negated ? "stance.negated" : said ? "cue.noun" : "stance.noun", Source = source, Negated = negated };
        draft.Cue.Add(new TokenRange(noun.IsSource ? i : carrier?.Start ?? Math.Max(start, source.End <= i ? source.End : 0), cueEnd));
        draft.Content.Add(new TokenRange(first, stop));
        return draft;
    }

    /// <summary>"The plan drew criticism from the unions", "has support among farmers": what draws it is the content, and those behind hold it.</summary>
    private Draft? Drawn(int i, int low, int high)
    {
        if (i + 2 >= high || words.Lower(i + 1) is not ("from" or "among")) return null;
        var end = phrases.EndWithApposition(i + 2, high);
        if (end == i + 2 || groups.Carrier(i, groups.Start(i, low), low, high) is not { Subject.IsEmpty: false } carrier) return null;
        var draft = new Draft { Rule = carrier.Negated ? "stance.negated" : "stance.noun", Source = new TokenRange(i + 2, end), Negated = carrier.Negated };
        draft.Cue.Add(new TokenRange(carrier.Start, i + 1));
        draft.Content.Add(carrier.Subject);
        return draft;
    }

    /// <summary>The token behind "is" or "has been"; 0 where neither stands here.</summary>
    private int Being(int p, int high)
    {
        if (p + 1 < high && words.Lower(p) is "has" or "had" or "have" && words.Is(p + 1, "been")) return p + 2;
        return p < high && words.Lower(p) is "is" or "was" or "are" or "were" ? p + 1 : 0;
    }

    private bool IsNoun(int i, Utterance utterance) =>
        !(words.IsCapital(i) && phrases.MentionAt(i) is { } name && name.Span.Length > words.Span(i).Length)
        && (words.Tag(i) is "NOUN" or "PROPN" || words.Tag(i) == "VERB" && i > utterance.First && words.Tag(i - 1) is "ADP" or "DET");

    /// <summary>Where the content starts behind the word that joins it; null where none joins it.</summary>
    private int? Joined(Noun noun, int p, int high, TokenRange source)
    {
        if (p >= high || words.Tag(p) == "ADP" && p + 1 < high && phrases.TimexEnd(p + 1) > 0) return null; // "a statement on Tuesday"
        var beforeVerb = words.Is(p, "to") && p + 1 < high && words.Tag(p + 1) is "VERB" or "AUX";
        if (!noun.Joins(words.Is(p, "to") && !beforeVerb ? "to a" : words.Lower(p))) return noun.Joins("that") && complements.StartsClause(p, high) && (noun.IsSource || !source.IsEmpty) ? p : null;
        if (words.Is(p, "that")) return phrases.HasVerb(p + 1, high) ? p + 1 : null;
        return beforeVerb || words.Is(p, WordClass.Subordinator) && words.Tag(p) != "ADP" && words.Lower(p) is not ("of" or "about") ? p : p + 1;
    }

    /// <summary>"expressed doubt about the plan": the noun goes to the cue, and what is said starts behind it.</summary>
    private static bool Widen(Draft outer, int noun, int cueEnd, TokenRange content)
    {
        if (outer.Content.Count != 1 || !outer.Content[0].Contains(noun)) return false;
        outer.Cue[0] = outer.Cue[0] with { End = cueEnd };
        outer.Content[0] = content.First < outer.Content[0].End ? outer.Content[0] with { First = content.First } : content; // "showed little interest", without its "in"
        return true;
    }

    /// <summary>"Russia's claim", "his claim", "South Korean claims".</summary>
    private TokenRange Owner(int i, int low)
    {
        var at = i - 1;
        while (at >= low && words.Tag(at) is "ADJ" or "NUM" && phrases.MentionAt(at) is null) at--;
        if (at < low) return TokenRange.None;
        if (words.Lower(at) is "his" or "her" or "their" or "its" or "my" or "our") return new TokenRange(at, at + 1);
        if (words.Is(at, "'s") || words.Is(at, "'"))
        {
            var owner = phrases.Before(at, low);
            return owner;
        }

        return phrases.MentionAt(at) is { Kind: EntityKind.Demonym or EntityKind.Outlet or EntityKind.Agency or EntityKind.GovernmentBody or EntityKind.Organisation } ? new TokenRange(at, at + 1) : TokenRange.None;
    }

    private static Noun? Find(string lower)
    {
        if (Nouns.Value.TryGetValue(lower, out var noun)) return noun;
        if (lower.EndsWith("ies", StringComparison.Ordinal) && Nouns.Value.TryGetValue(lower[..^3] + "y", out noun)) return noun;
        return lower.EndsWith('s') && Nouns.Value.TryGetValue(lower[..^1], out noun) ? noun : null;
    }
}
