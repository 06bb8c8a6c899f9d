namespace Dateline.Annotation;

/// <summary>Headline forms with a colon or a dash: "Mayor: bridge is safe", "Bridge is safe: officials", and quotations signed behind a dash.</summary>
internal sealed class HeadlineCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private const int LongestSource = 6;

    private static readonly Lazy<HashSet<string>> Speakers = new(() => Resources.Rows("lexicon/speakers.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal));

    public void Find(Utterance utterance, List<Draft> drafts)
    {
        Signed(utterance, drafts);
        if (Transcribed(utterance) is { } turn)
        {
            drafts.Add(turn);
            return;
        }

        if (!IsHeadline(utterance)) return;
        for (var i = utterance.First + 1; i < utterance.End - 1; i++)
        {
            if (!words.Is(i, ":") || quotations.Exists(q => q.Contains(i))) continue;
            if (i - utterance.First <= LongestSource && utterance.End - i > 3 && (utterance.Role is BlockRole.Headline || phrases.HasVerb(i + 1, utterance.End)) && IsSpeaker(utterance.First, i)) drafts.Add(Of(new TokenRange(utterance.First, i), i, new TokenRange(i + 1, utterance.End), "headline.colon"));
            else if (utterance.End - i - 1 <= LongestSource && i - utterance.First > 3 && IsSpeaker(i + 1, utterance.End)) drafts.Add(Of(new TokenRange(i + 1, utterance.End), i, new TokenRange(utterance.First, i), "headline.colon-after"));
            return;
        }
    }

    /// <summary>"LUNE: We will stay.": a turn in a transcript, to the end of its paragraph.</summary>
    private Draft? Transcribed(Utterance utterance)
    {
        var first = utterance.First;
        if (first > 0 && words.Sentences[words.SentenceOf(first - 1)].Block == utterance.Block) return null;
        if (words.IsMark(first) && first + 1 < utterance.End) first++;
        var colon = ColonAfterCapitals(first, utterance.End);
        if (colon == 0 || phrases.MentionAt(first) is not { Kind: EntityKind.Person } && !IsNamedElsewhere(words.Lower(colon - 1))) return null;
        var end = colon + 1;
        while (end < words.Count && words.Sentences[words.SentenceOf(end)].Block == utterance.Block) end++;
        var draft = new Draft { Rule = "quote.transcript", Source = new TokenRange(first, colon), IsQuotation = true };
        draft.Cue.Add(new TokenRange(colon, colon + 1));
        draft.Content.Add(new TokenRange(colon + 1, end));
        return draft;
    }

    /// <summary>The colon behind one to four words in capitals; 0 where there is none.</summary>
    private int ColonAfterCapitals(int first, int end)
    {
        var colon = first;
        while (colon + 2 < end && colon - first <= 3 && words.IsWord(colon) && words.Lower(colon).Length > 1 && !words.Span(colon).Slice(words.Text).Any(char.IsLower)) colon++;
        return colon > first && words.Is(colon, ":") ? colon : 0;
    }

    /// <summary>"WALLACE:" where the page also writes of Wallace: a name in capitals, no label such as "NOTE:".</summary>
    private bool IsNamedElsewhere(string lower)
    {
        for (var i = 0; i < words.Count; i++)
            if (words.Is(i, lower) && phrases.MentionAt(i) is { Kind: EntityKind.Person } && words.Span(i).Slice(words.Text).Any(char.IsLower)) return true;
        return false;
    }

    /// <summary>A headline block, the line that opens a text, or one of the body without a full stop, as inserted links are.</summary>
    private bool IsHeadline(Utterance utterance)
    {
        if (utterance.Role is BlockRole.Headline) return true;
        if (utterance.Role is BlockRole.Caption || utterance.End - utterance.First > 24) return false;
        var last = words.Lower(utterance.End - 1);
        return IsWholeBlock(utterance) && (utterance.First == 0 || (last is not ("." or "?" or "!" or ":" or ",") && words.IsOpeningOfSentence(utterance.First)));
    }

    private bool IsWholeBlock(Utterance utterance)
    {
        var block = words.Analysis.Article.Blocks[utterance.Block].Span;
        return words.Span(utterance.First).Start == block.Start && words.Span(utterance.End - 1).End == block.End;
    }

    private bool IsSpeaker(int first, int end)
    {
        for (var i = first; i < end; i++) if (words.IsMark(i) && words.Lower(i) is not ("-" or "’" or "'" or ".") || words.Tag(i) is "VERB" && phrases.MentionAt(i) is null) return false;
        if (phrases.MentionAt(end - 1) is { Kind: not (EntityKind.Event or EntityKind.Other or EntityKind.Facility or EntityKind.Demonym) } mention) return mention.Kind != EntityKind.Place || Gazetteer.Find(mention.Entity) is { Speaks: true };
        return IsSpeakerNoun(words.Lower(end - 1)) || phrases.MentionAt(first) is { Kind: EntityKind.Outlet or EntityKind.Agency };
    }

    /// <summary>True for nouns of those who speak, singular or plural: "officials", "report".</summary>
    public static bool IsSpeakerNoun(string lower) => Speakers.Value.Contains(lower) || (lower.EndsWith('s') && Speakers.Value.Contains(lower[..^1]));

    private Draft Of(TokenRange source, int colon, TokenRange content, string rule)
    {
        var draft = new Draft { Rule = rule, Source = source };
        draft.Cue.Add(new TokenRange(colon, colon + 1));
        if (quotations.Find(q => q.Open == content.First && q.IsClosed && q.Close >= content.End - 1) is { } quoted)
        {
            draft.Content.Add(new TokenRange(quoted.First, quoted.Close));
            draft.IsQuotation = true;
        }
        else draft.Content.Add(content);
        return draft;
    }

    /// <summary>"“…” — Ada Lune": a quotation with its speaker behind a dash.</summary>
    private void Signed(Utterance utterance, List<Draft> drafts)
    {
        foreach (var quoted in quotations)
        {
            if (!quoted.IsClosed || quoted.Open < utterance.First || quoted.Close + 2 >= utterance.End) continue;
            if (words.Lower(quoted.Close + 1) is not ("—" or "―" or "–" or "--" or "-")) continue;
            if (phrases.MentionAt(quoted.Close + 2) is not { Kind: EntityKind.Person or EntityKind.Organisation or EntityKind.Outlet }) continue;
            var end = phrases.EndWithApposition(quoted.Close + 2, utterance.End);
            var draft = new Draft { Rule = "quote.signed", Source = new TokenRange(quoted.Close + 2, end), IsQuotation = true };
            draft.Cue.Add(new TokenRange(quoted.Close + 1, quoted.Close + 2));
            draft.Content.Add(new TokenRange(quoted.First, quoted.Close));
            drafts.Add(draft);
        }
    }
}
