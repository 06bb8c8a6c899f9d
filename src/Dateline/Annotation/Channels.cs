namespace Dateline.Annotation;

/// <summary>Where, by what means and when something is said: "in a statement", "on Tuesday", "at a news conference".</summary>
internal sealed class Channels(Words words, NounPhrases phrases)
{
    /// <summary>The nouns of lexicon/channels.tsv; true where the phrase right behind the cue goes with it.</summary>
    private static readonly Lazy<Dictionary<string, bool>> Nouns = new(() => Resources.Rows("lexicon/channels.tsv").ToDictionary(r => r[0], r => r.Length > 1 && r[1] == "yes", StringComparer.Ordinal));

    /// <summary>Passes over times and means behind a cue, keeping them in the draft; gives where the rest starts.</summary>
    public int Skip(Draft draft, int p, int high)
    {
        for (var again = true; again && p < high;)
        {
            again = false;
            var at = words.Is(p, ",") && p + 1 < high ? p + 1 : p;
            if (at > p && !IsPhrase(at, high)) break;
            if (TimeAt(at, high) is var time and > 0 && Frees(time, high) && !(time < high && words.IsFinite(time)))
            {
                draft.Said ??= phrases.TimexAt(time - 1);
                p = time;
                again = true;
            }
            else if (MeansAt(draft, at, high) is var means and > 0)
            {
                p = means;
                again = true;
            }
            else if (PlaceAt(at, high) is var place and > 0)
            {
                p = place;
                again = true;
            }
        }

        return p;
    }

    /// <summary>True for means that can stand for their author: "the letter said".</summary>
    public static bool IsWriting(string lower) => lower is "letter" or "statement" or "tweet" or "post" or "message" or "memo" or "e-mail" or "email" or "note" or "account" or "video" or "leaflet" or "speech" or "op-ed" or "affidavit" or "complaint";

    /// <summary>True where a noun names a means of saying, as the head of a phrase.</summary>
    public bool IsMeans(TokenRange phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (words.Is(i, "of") || words.Is(i, "with")) break;
            if (Nouns.Value.ContainsKey(words.Lower(i)) || (words.Lower(i).EndsWith('s') && Nouns.Value.ContainsKey(words.Lower(i)[..^1]))) return true;
        }

        return false;
    }

    /// <summary>The end of a time expression with its preposition, or 0.</summary>
    private int TimeAt(int p, int high)
    {
        var at = words.Lower(p) is "on" or "in" or "last" or "late" or "early" or "at" or "this" or "earlier" or "during" or "since" && p + 1 < high && phrases.TimexEnd(p) == 0 ? p + 1 : p;
        var end = phrases.TimexEnd(at);
        if (end == 0) return 0;
        while (end < high && phrases.TimexEnd(end) is var more && more > end) end = more;
        return Math.Min(end, high);
    }

    /// <summary>True where the words behind a time do not make it part of a noun phrase: "Friday prayers".</summary>
    private bool Frees(int end, int high) => end >= high || words.Lower(end) is not ("'s" or "'" or "of") && (words.Tag(end) is not "NOUN" || words.Is(end, WordClass.Determiner));

    private bool IsPhrase(int p, int high) => words.Tag(p) == "ADP" || TimeAt(p, high) > 0;

    private int MeansAt(Draft draft, int p, int high)
    {
        if (words.Lower(p) is not ("in" or "on" or "at" or "during" or "via" or "through" or "by" or "from" or "to")) return 0;
        var end = p + 1;
        if (words.Is(p, "to") && !(p + 1 < high && phrases.MentionAt(p + 1)?.Kind is EntityKind.Agency or EntityKind.Outlet || p + 1 < high && words.Lower(p + 1) is "reporters" or "journalists" or "state")) return 0;
        end = phrases.End(p + 1, high, false);
        if (end == p + 1) return 0;
        var phrase = new TokenRange(p + 1, end);
        var own = end;
        var show = words.Is(p, "on") && phrases.MentionAt(p + 1) is { Kind: EntityKind.Outlet }; // "on the broadcaster's “Morning Show”"
        if (!words.Is(p, "to") && !show && !IsMeans(phrase)) return 0;
        if (show && end + 1 < high && words.Lower(end) is "“" or "\"")
        {
            var close = end + 1;
            while (close < high && words.Lower(close) is not ("”" or "\"")) close++;
            if (close < high && close - end < 8) end = close + 1;
        }

        while (end < high && words.Lower(end) is "with" or "to" or "of" or "on" or "for" && phrases.End(end + 1, high, false) is var more && more > end + 1 && (words.Lower(end) is "with" or "to" || IsMeans(new TokenRange(end + 1, more)) || words.Lower(end) is "of" or "on" && Stops(more, high))) end = more;
        if (!Stops(end, high)) return 0;
        if (draft.Channel.IsEmpty) draft.Channel = new TokenRange(p + 1, end);
        if (draft.Cue.Count == 1 && draft.Cue[0].End == p && Nouns.Value.GetValueOrDefault(words.Lower(own - 1))) draft.Cue[0] = draft.Cue[0] with { End = own }; // "said in a statement"
        return end;
    }

    /// <summary>A place between the cue and "that", a colon or a quotation: "said in Ostend that".</summary>
    private int PlaceAt(int p, int high)
    {
        if (words.Tag(p) != "ADP" || words.Lower(p) is "of" or "as" or "that" || p + 1 >= high) return 0;
        var end = phrases.End(p + 1, high, true);
        if (end == p + 1) return 0;
        while (end < high && TimeAt(end, high) is var time and > 0) end = time;
        return end < high && (words.Is(end, "that") && words.Tag(end) != "DET" || words.Is(end, ":") || words.Is(end, ",") && end + 1 < high && words.Lower(end + 1) is "\"" or "“" || words.Lower(end) is "." && end + 1 >= high) ? end : 0;
    }

    private bool Stops(int end, int high) =>
        end >= high || words.IsMark(end) || words.Is(end, "that") || words.Is(end, WordClass.Determiner | WordClass.Pronoun | WordClass.Subordinator | WordClass.Conjunction | WordClass.Preposition) || phrases.TimexEnd(end) > 0 || words.IsCapital(end);
}
