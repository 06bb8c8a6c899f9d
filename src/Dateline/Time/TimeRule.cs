namespace Dateline.Time;

/// <summary>A rule of rules/en/time*.yaml.</summary>
/// <param name="OnlyAfter">One of these words must stand right before a match; none: anything may.</param>
/// <param name="UnlessAfter">Words that, right before a match, forbid it.</param>
/// <param name="UnlessBefore">Words that, right after a match, forbid it.</param>
internal sealed record TimeRule(string Id, PatternNode Start, string[] Captures, TimeValue Value, string[] OnlyAfter, string[] UnlessAfter, string[] UnlessBefore)
{
    public RuleMatch? MatchAt(MatchState state, int at)
    {
        var pieces = state.Pieces;
        if (OnlyAfter.Length > 0 && (at == 0 || Array.IndexOf(OnlyAfter, pieces[at - 1].Lower) < 0)) return null;
        state.Reset(Captures.Length);
        Start.Match(state, at);
        if (state.Best is null) return null;
        if (at > 0 && Array.IndexOf(UnlessAfter, pieces[at - 1].Lower) >= 0) return null;
        if (IsPartOfNumber(pieces, at, state.BestEnd)) return null;
        var next = state.BestEnd < pieces.Length - 1 && pieces[state.BestEnd].Is("-") ? state.BestEnd + 1 : state.BestEnd;
        if (next < pieces.Length && (Array.IndexOf(UnlessBefore, pieces[next].Lower) >= 0 || Array.IndexOf(UnlessBefore, pieces[state.BestEnd].Lower) >= 0)) return null;
        return new RuleMatch(this, pieces, at, state.BestEnd, state.Best);
    }

    /// <summary>Digits that go on beyond the match, as in "1998.5", "1998km" or "2:1998".</summary>
    private static bool IsPartOfNumber(Piece[] pieces, int start, int end)
    {
        if (pieces[end - 1].Kind == PieceKind.Digits && end < pieces.Length && pieces[end].Glued
            && (pieces[end].Kind == PieceKind.Word || (pieces[end].Lower is "." or "," or ":" or "/" && end + 1 < pieces.Length && pieces[end + 1] is { Glued: true, Kind: PieceKind.Digits }))) return true;
        return pieces[start].Kind == PieceKind.Digits && start > 0 && pieces[start].Glued
            && (pieces[start - 1].Kind == PieceKind.Word || (pieces[start - 1].Lower is "." or "," or ":" or "/" && start > 1 && pieces[start - 1].Glued && pieces[start - 2].Kind == PieceKind.Digits));
    }
}

/// <summary>A rule that fits the pieces [<paramref name="Start"/>, <paramref name="End"/>).</summary>
internal sealed record RuleMatch(TimeRule Rule, Piece[] Pieces, int Start, int End, Captured[] Captures)
{
    public TextSpan Span => new(Pieces[Start].Start, Pieces[End - 1].End);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The lexicon's value or the number of a group; else its words, lower case and joined by blanks; null where the group caught nothing.</summary>
    public string? this[string name] => Find(name) is { } caught
        ? caught.Value ?? string.Join(' ', Pieces[caught.Start..caught.End].Select(p => p.Lower))
        : null;

    public decimal? Number(string name) =>
        Find(name)?.Value is { } value && decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Integer(string name) => Number(name) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < 100_000 ? (int)number : null;

    public TextSpan? SpanOf(string name) => Find(name) is { } caught ? new TextSpan(Pieces[caught.Start].Start, Pieces[caught.End - 1].End) : null;

    private Captured? Find(string name)
    {
        var index = Array.IndexOf(Rule.Captures, name);
        return index >= 0 && Captures[index].End > Captures[index].Start ? Captures[index] : null;
    }
}

/// <summary>A match with the direction in which its sentence looks and the index of the stretch of text in which it stands.</summary>
internal sealed record DatedMatch(RuleMatch Match, Direction Direction, int Stretch);
