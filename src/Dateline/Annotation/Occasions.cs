namespace Dateline.Annotation;

/// <summary>When, where and through whom things were said: from the cue's own sentence, and carried on to what the same speaker says next.</summary>
internal sealed class Occasions(Words words, NounPhrases phrases)
{
    private const int Reach = 5; // blocks over which one occasion goes on

    private readonly Channels channels = new(words, phrases);
    private readonly Dictionary<string, Draft> last = new(StringComparer.Ordinal);
    private readonly List<Interview> interviews = [];
    private (int Block, int Next) looked = (-1, 0); // how far a paragraph has been looked through for interviews

    private sealed record Interview(string Head, TokenRange Outlet, Timex? When, int Block);

    /// <summary>Fills date, channel and relay of a draft; drafts come in text order, each with its speaker.</summary>
    public void Settle(Draft draft, string? entity)
    {
        if (draft.Cue.Count > 0)
        {
            draft.Said ??= BeforeSubject(draft) ?? Beside(draft);
            if (draft.Channel.IsEmpty) draft.Channel = Opening(draft);
        }

        var block = BlockOf(draft);
        Published(draft, block);
        if (draft.Continues is { } from)
        {
            draft.Said ??= from.Said;
            if (draft.Channel.IsEmpty) draft.Channel = from.Channel;
            if (draft.Relay.Count == 0) draft.Relay.AddRange(from.Relay);
            return;
        }

        if (draft.Rule.StartsWith("stance.", StringComparison.Ordinal)) return;
        ByInterview(draft, block);
        if (entity is null) return;
        if (last.TryGetValue(entity, out var before) && block - BlockOf(before) <= Reach && !IsOlder(draft))
        {
            if (draft.Channel.IsEmpty || before.Channel.IsEmpty || block - BlockOf(before) <= 1) draft.Said ??= before.Said;
            if (draft.Channel.IsEmpty && (draft.Said is null || draft.Said == before.Said)) draft.Channel = before.Channel;
            if (draft.Relay.Count == 0 && (draft.Said is null || draft.Said == before.Said) && !AnotherMedium(before, draft)) draft.Relay.AddRange(before.Relay);
        }

        if (!IsOlder(draft)) last[entity] = draft;
    }

    /// <summary>"But when the broadcaster found him, he said": a medium named in between ends what another one passed on.</summary>
    private bool AnotherMedium(Draft before, Draft draft)
    {
        for (var i = before.CueToken; i < draft.CueToken; i++)
            if (phrases.MentionAt(i) is { Kind: EntityKind.Outlet or EntityKind.Agency } && !before.Relay.Exists(r => words.Cover(r.First, r.End).Slice(words.Text).Contains(phrases.MentionAt(i)!.Span.Slice(words.Text), StringComparison.Ordinal))) return true;
        return false;
    }

    private int BlockOf(Draft draft) => words.Sentences[words.SentenceOf(draft.CueToken)].Block;

    /// <summary>"has said", "said previously": another, earlier occasion.</summary>
    private bool IsOlder(Draft draft)
    {
        if (draft.Cue.Count == 0) return false;
        for (var i = draft.Cue[0].First; i < draft.Cue[0].End; i++)
            if (words.Lower(i) is "has" or "have" or "had" or "previously" or "earlier" or "often" or "repeatedly" or "once") return true;
        return false;
    }

    /// <summary>"On Tuesday, X said": a date that opens the sentence of the cue, or stands between subject and verb.</summary>
    private Timex? BeforeSubject(Draft draft)
    {
        if (draft.Source.IsEmpty || draft.Source.First > draft.CueToken) return null;
        var sentence = words.Sentences[words.SentenceOf(draft.CueToken)];
        for (var i = draft.Source.End; i < draft.CueToken; i++) if (phrases.TimexAt(i) is { } between && between.Type is TimexType.Date or TimexType.Time) return between;
        var at = draft.Source.First - 1;
        if (at >= sentence.FirstToken && words.Is(at, ",")) at--;
        if (at < sentence.FirstToken || phrases.TimexAt(at) is not { } opening) return null;
        var first = at;
        while (first > sentence.FirstToken && phrases.TimexAt(first - 1) == opening) first--;
        return first - sentence.FirstToken <= 2 && opening.Type is TimexType.Date or TimexType.Time ? opening : null;
    }

    /// <summary>The only date of the cue's sentence that is no part of what is said.</summary>
    private Timex? Beside(Draft draft)
    {
        var sentence = words.Sentences[words.SentenceOf(draft.CueToken)];
        Timex? only = null;
        var said = Math.Max(draft.Cue[^1].End, draft.Content.Max(c => c.End));
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (phrases.TimexAt(i) is not { Type: TimexType.Date or TimexType.Time } timex || draft.Holds(i) || timex == only) continue;
            if (i >= said && phrases.HasFinite(said, i)) break; // "conceded defeat and said he would go in July": of the next verb
            if (only is not null) return null;
            only = timex;
        }

        return only;
    }

    /// <summary>"In a letter, X said", and words that are themselves the means: "the letter said".</summary>
    private TokenRange Opening(Draft draft)
    {
        if (draft.Source.IsEmpty) return TokenRange.None;
        if (Channels.IsWriting(words.Lower(draft.Source.End - 1))) return draft.Source;
        if (Speaking(draft.Source) is { IsEmpty: false } stage) return stage;
        var sentence = words.Sentences[words.SentenceOf(draft.CueToken)];
        var first = sentence.FirstToken;
        if (words.Lower(first) is "speaking" && Speaking(new TokenRange(first, draft.Source.First)) is { IsEmpty: false } spoken) return spoken;
        if (words.Lower(first) is not ("in" or "on" or "at" or "during" or "via") || draft.Source.First <= first + 2) return TokenRange.None;
        var end = first + 1;
        while (end < draft.Source.First && !words.IsMark(end)) end++;
        return end > first + 1 && end < draft.Source.First && end - first < 12 && channels.IsMeans(new TokenRange(first + 1, end)) ? new TokenRange(first + 1, end) : TokenRange.None;
    }

    /// <summary>"X, speaking on the broadcaster's morning show, said".</summary>
    private TokenRange Speaking(TokenRange source)
    {
        for (var i = source.First; i + 2 < source.End; i++)
        {
            if (words.Lower(i) is not ("speaking" or "appearing" or "talking" or "writing") || words.Lower(i + 1) is not ("on" or "to" or "in" or "at" or "with" or "during")) continue;
            var end = phrases.End(i + 2, source.End, false);
            if (end == i + 2) continue;
            var phrase = new TokenRange(i + 2, end);
            var named = phrases.MentionAt(end - 1) is { Kind: EntityKind.Outlet or EntityKind.Agency } || phrases.MentionAt(i + 2) is { Kind: EntityKind.Outlet or EntityKind.Agency };
            while (named && end < source.End && words.Lower(end) is not "," && phrases.TimexEnd(end) == 0) end++;
            if (named || words.Lower(end - 1) is "reporters" or "journalists" || channels.IsMeans(phrase)) return phrase with { End = end };
        }

        return TokenRange.None;
    }

    /// <summary>"the Ostend Post published an interview with a wounded soldier", "the Post spoke to fishermen who noted", "when the Post reached the captain on the phone, he said": what he says reached the page through that paper.</summary>
    private void Published(Draft draft, int block)
    {
        var at = words.SentenceOf(draft.CueToken);
        var last = words.Sentences[at].FirstToken + words.Sentences[at].TokenCount;
        while (at > 0 && words.Sentences[at - 1].Block == block) at--;
        var first = words.Sentences[at].FirstToken;
        var from = looked.Block == block ? Math.Max(first, looked.Next) : first;
        looked = (block, Math.Max(from, last - 2));
        for (var i = from; i + 2 < last; i++)
        {
            var talks = words.Is(i, "interview") && words.Is(i + 1, "with") || words.Lower(i) is "spoke" or "talked" && words.Lower(i + 1) is "to" or "with";
            var reaches = words.Lower(i) is "reached" or "contacted" or "interviewed" or "phoned" or "tracked" && words.Tag(i) == "VERB";
            if (!talks && !reaches || interviews.Exists(x => x.Block == block)) continue;
            var with = talks ? i + 2 : i + 1;
            var end = phrases.End(with, last, false);
            if (end == with) continue;
            for (var k = i - 1; k >= first && words.SentenceOf(k) == words.SentenceOf(i); k--)
            {
                if (phrases.MentionAt(k) is not { Kind: EntityKind.Outlet or EntityKind.Agency } outlet)
                {
                    if (words.Is(i, "interview") || words.Tag(k) == "ADV") continue;
                    break; // who speaks is the one right before the verb
                }

                var start = k;
                while (start > first && (phrases.MentionAt(start - 1) == outlet || words.Is(start - 1, "the"))) start--;
                Timex? when = null;
                for (var t = words.Sentences[words.SentenceOf(i)].FirstToken; t < end && when is null; t++) when = phrases.TimexAt(t);
                interviews.Add(new Interview(words.Lower(end - 1), new TokenRange(start, k + 1), when, block));
                break;
            }
        }
    }

    private void ByInterview(Draft draft, int block)
    {
        if (draft.Source.IsEmpty || interviews.FindLast(x => block - x.Block <= Reach) is not { } held) return;
        var names = held.Block == block && draft.Source.Length == 1 && words.Lower(draft.Source.First) is "he" or "she" or "they";
        for (var i = draft.Source.First; i < draft.Source.End; i++) names |= words.Is(i, held.Head);
        if (!names) return;
        if (draft.Channel.IsEmpty) draft.Channel = held.Outlet;
        if (draft.Relay.Count == 0) draft.Relay.Add(held.Outlet);
        draft.Said ??= held.When;
    }
}
