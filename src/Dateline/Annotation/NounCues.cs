namespace Dateline.Annotation;

/// <summary>Attributions without a verb of saying: "according to X", "reports that", "the call for", "confirmation from X of".</summary>
internal sealed class NounCues(Words words, NounPhrases phrases, List<Quotation> quotations)
{
    private const int LongestSource = 25; // tokens

    private readonly Complements complements = new(words, phrases, quotations);
    private readonly Channels channels = new(words, phrases);
    private readonly NominalCues nominals = new(words, phrases, quotations);

    public void Find(Utterance utterance, List<Draft> drafts)
    {
        for (var i = utterance.First; i < utterance.End; i++)
        {
            if (words.Is(i, "according") && i + 2 < utterance.End && words.Is(i + 1, "to"))
            {
                if (According(i, utterance) is { } draft) drafts.Add(draft);
            }
            else if (words.Is(i, "reportedly") && Reportedly(i, utterance, drafts) is { } rumour) drafts.Add(rumour);
            else if (nominals.At(i, utterance, drafts) is { } nominal) drafts.Add(nominal);
        }
    }

    /// <summary>"The fund has reportedly looked at the mine": those who reported it are not named.</summary>
    private Draft? Reportedly(int i, Utterance utterance, List<Draft> drafts)
    {
        if (drafts.Exists(d => d.Holds(i)) || quotations.Exists(q => q.Contains(i))) return null;
        var first = i;
        while (first > utterance.First && !words.IsMark(first - 1) && words.Tag(first - 1) != "CCONJ" && !words.IsOpeningOfSentence(first)) first--;
        var end = complements.ClauseEnd(i + 1, utterance.End);
        if (end <= i + 1) return null;
        var draft = new Draft { Rule = PassiveCues.Held };
        draft.Cue.Add(new TokenRange(i, i + 1));
        if (first < i) draft.Content.Add(new TokenRange(first, i));
        draft.Content.Add(new TokenRange(i + 1, end));
        return draft;
    }

    private Draft? According(int i, Utterance utterance)
    {
        var inside = quotations.FindLast(q => q.Contains(i));
        int low = inside?.First ?? utterance.First, high = inside?.Close ?? utterance.End;
        var source = i + 2;
        var end = phrases.EndWithApposition(source, high);
        end = end == source ? Hanging(i, source, high) : Parsed(i, source, end, high);
        if ((i == low || words.Is(i - 1, ",")) && (end == source || end < high && !words.IsMark(end)) && ToComma(source, high) is var comma and > 0) end = comma;
        if (end == source) return null;
        var draft = new Draft { Rule = "cue.according", Source = new TokenRange(source, end) };
        draft.Cue.Add(new TokenRange(i, i + 2));
        var p = channels.Skip(draft, end, high);
        if (p < high && words.Is(p, ",") && p + 2 < high && phrases.MentionAt(p + 1) is { Kind: EntityKind.Agency or EntityKind.Outlet } && RelayVerb(p + 1, high) is { } relay) draft.Relay.Add(relay);
        if (i == low || (i == low + 1 && words.Is(low, WordClass.Conjunction)))
        {
            var start = p < high && words.Is(p, ",") ? p + 1 : p;
            var stop = complements.ClauseEnd(start, high);
            if (stop - start < 2) return null;
            draft.Content.Add(new TokenRange(start, stop));
            return draft;
        }

        var before = i - 1;
        if (words.Is(before, ",") && before - 1 > low && words.Is(before - 1, "that") && p < high && words.Is(p, ",")) // "reported that, according to the letter, the dam ..."
        {
            var stop = complements.ClauseEnd(p + 1, high);
            if (stop - p < 3) return null;
            draft.Content.Add(new TokenRange(p + 1, stop));
            return draft;
        }

        if (words.Lower(before) is "," or "—" or "–" or "--" or "-") return complements.Left(draft, i, end, low, high) ? draft : null;
        if (quotations.Exists(q => q.Close == before)) return complements.Before(draft, low, i) ? draft : null;
        var from = low;
        for (var k = before; k > low; k--)
        {
            if (!words.IsOpeningOfSentence(k) && !words.Is(k, ";")) continue;
            from = words.Is(k, ";") ? k + 1 : k;
            break;
        }

        from = complements.BehindDateline(from, i);
        if (i - from is 2 or 3 && words.Lower(i - 1) is "is" or "was" or "'s") // "That is according to the exit polls"
        {
            draft.Cue[0] = draft.Cue[0] with { First = i - 1 };
            draft.Content.Add(new TokenRange(from, i - 1));
            return draft;
        }

        if (i - from < 3) return null;
        draft.Content.Add(new TokenRange(from, i));
        return draft;
    }

    /// <summary>"According to police, the account that she used was closed": the first comma outside of quotation marks; 0 where it is too far.</summary>
    private int ToComma(int source, int high)
    {
        for (var i = source + 1; i < Math.Min(high, source + LongestSource); i++) if (words.Is(i, ",") && !quotations.Exists(q => q.Contains(i))) return i;
        return 0;
    }

    /// <summary>"two people familiar with the talks, who asked not to be named,": those that the parse hangs on the source, where they end at a mark.</summary>
    private int Parsed(int according, int source, int end, int high)
    {
        var head = words.Subtrees.Head(according);
        if (head < source || head >= end) return end;
        var parsed = Math.Min(words.Subtrees.Of(head).End, high);
        while (parsed > end && words.IsMark(parsed - 1)) parsed--;
        return parsed > end && parsed - source <= LongestSource && (parsed == high || words.Lower(parsed) is "," or ".") && words.Lower(end) is not ("," or "on") && phrases.TimexEnd(end) == 0 ? parsed : end;
    }

    /// <summary>"According to talk show host Bert Moss,": words that taggers take for verbs; what the parse hangs on "according", up to the first mark.</summary>
    private int Hanging(int according, int source, int high)
    {
        var head = words.Subtrees.Head(according);
        if (head < source || head >= high) return source;
        var end = Math.Min(words.Subtrees.Of(head).End, high);
        for (var i = source; i < end; i++)
        {
            if (!words.IsMark(i)) continue;
            end = i;
            break;
        }

        return end > head && end - source <= LongestSource ? end : source;
    }

    /// <summary>"AFP reported on Thursday" behind a source: the medium that passed it on.</summary>
    private TokenRange? RelayVerb(int first, int high)
    {
        var end = phrases.End(first, high, false);
        return end < high && words.Lower(end) is "reported" or "reports" or "said" or "says" ? new TokenRange(first, end) : null;
    }
}
