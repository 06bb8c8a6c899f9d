using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>Subjects as the dependency parse has them; empty where no parser ran or it found none.</summary>
internal sealed class Subjects(Words words)
{
    private const int LongestSubject = 40; // tokens
    private const int LongestInsertion = 25;

    private readonly ImmutableArray<Token> tokens = words.Analysis.Tokens;

    /// <summary>The subject of a verb, its own or that of the verb it is joined to or depends on.</summary>
    public TokenRange Of(int verb, int low, int high)
    {
        for (int at = verb, steps = 0; at >= low && at < high && steps < 4; at = tokens[at].Head, steps++)
        {
            for (var i = low; i < high; i++)
            {
                if (tokens[i].Head != at || tokens[i].Relation is not ("nsubj" or "nsubj:pass" or "nsubj:outer") || i >= verb) continue;
                return Whole(i, low, Math.Min(high, verb));
            }

            if (tokens[at].Relation is not ("conj" or "advcl" or "xcomp" or "parataxis" or "ccomp" or "aux" or "advcl:relcl") || steps > 0 && tokens[at].Relation is "ccomp") break;
            if (at == verb && tokens[at].Relation is "ccomp") break;
        }

        return TokenRange.None;
    }

    /// <summary>The verb's own subject, without what hangs on it behind its head: "Ada Lune in her speech" is Ada Lune.</summary>
    public TokenRange OwnOf(int verb, int low, int high)
    {
        if (HeadOf(verb, low, Math.Min(verb, high)) is not { } head) return TokenRange.None;
        var whole = Whole(head, low, Math.Min(high, verb));
        var end = head + 1;
        while (end < whole.End && words.Tag(end) != "ADP" && !words.IsMark(end)) end++;
        return whole with { End = Math.Min(end, whole.End) };
    }

    /// <summary>"While saying that he respects her, Lune went on": the subject of the verb behind, on which this one hangs.</summary>
    public TokenRange Behind(int verb, int high)
    {
        var main = tokens[verb].Head;
        return main > verb && HeadOf(main, verb + 1, Math.Min(main, high)) is { } head ? Whole(head, verb + 1, Math.Min(main, high)) : TokenRange.None;
    }

    /// <summary>The subject right before a verb's group; that of the parse where none stands there.</summary>
    public TokenRange Before(NounPhrases phrases, int group, int verb, int low, int high) =>
        phrases.Subject(group, low) is { IsEmpty: false } own ? own : Of(verb, low, high);

    /// <summary>"Three villages - two of them in the north - voted", "Ada Lune of Ostend, the mayor, said": the words before what is inserted between two marks of one kind, right before the verb; where no parse found them.</summary>
    public TokenRange BehindInsertion(NounPhrases phrases, int verb, int low)
    {
        var close = verb - 1;
        if (close <= low || !words.IsMark(close) || words.Lower(close) is "." or ":" or ";" or "?" or "!") return TokenRange.None;
        for (var open = close - 2; open > low && close - open <= LongestInsertion; open--)
            if (words.Lower(open) == words.Lower(close)) return phrases.Before(open, low) is { IsEmpty: false } subject && subject.End == open ? new TokenRange(subject.First, close) : TokenRange.None;
        return TokenRange.None;
    }

    /// <summary>"The families, supporters and officials said": the verb's whole subject where the words right before it are only its end.</summary>
    public TokenRange Widened(TokenRange source, int verb, int low)
    {
        if (source.IsEmpty || HeadOf(verb, low, source.End) is not { } head) return source;
        var whole = Whole(head, low, verb);
        while (!whole.IsEmpty && words.Tag(whole.First) is "ADV" or "SCONJ" or "CCONJ") whole = whole with { First = whole.First + 1 };
        if (whole.End != source.End || whole.First >= source.First) return source;
        var relative = whole.First; // "voters in the north who saw the debate": verbs behind "who" are the subject's own
        while (relative < source.First && words.Lower(relative) is not ("who" or "whose")) relative++;
        for (var k = whole.First; k < Math.Min(relative, source.First); k++) if (words.IsVerb(k) || words.Tag(k) == "PRON" && !words.Is(k, WordClass.Possessive) && !(k == whole.First && words.Tag(k + 1) == "CCONJ") || words.IsMark(k) && !words.Is(k, ",") && !words.Is(k, "-")) return source; // "something Lune sees as"
        return whole;
    }

    /// <summary>The first token of [low, high) that is the active subject of the verb.</summary>
    private int? HeadOf(int verb, int low, int high)
    {
        for (var i = low; i < high; i++) if (tokens[i].Head == verb && tokens[i].Relation == "nsubj") return i;
        return null;
    }

    private TokenRange Whole(int head, int low, int high)
    {
        var whole = words.Subtrees.Of(head);
        int from = Math.Max(whole.First, low), to = Math.Min(whole.End, high);
        while (to > from && words.IsMark(to - 1) && words.Lower(to - 1) is not (")" or "”" or "\"")) to--;
        while (from < to && words.IsMark(from)) from++;
        return to > from && to - from <= LongestSubject ? new TokenRange(from, to) : TokenRange.None;
    }
}
