namespace Dateline.Time;

/// <summary>A compiled pattern: each node tests the pieces at a position and hands on to the next. All ways are tried; the longest that reaches the end is kept.</summary>
internal abstract class PatternNode
{
    public abstract void Match(MatchState state, int at);

    /// <summary>Adds the words (lower case) with which a match can begin; "#" stands for any digits.</summary>
    /// <returns>False where a match may be empty, so that any word can follow.</returns>
    public abstract bool AddFirst(ISet<string> first);

    public const string AnyDigits = "#";

    internal sealed class Accept : PatternNode
    {
        public override void Match(MatchState state, int at) => state.Accept(at);

        public override bool AddFirst(ISet<string> first) => false;
    }

    internal sealed class Literal(string word, bool capital, PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            if (at < state.Pieces.Length && state.Pieces[at].Is(word) && (!capital || state.Pieces[at].Capital)) next.Match(state, at + 1);
        }

        public override bool AddFirst(ISet<string> first)
        {
            first.Add(word);
            return true;
        }
    }

    /// <summary>The next piece follows without white space.</summary>
    internal sealed class Glue(PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            if (at < state.Pieces.Length && state.Pieces[at].Glued) next.Match(state, at);
        }

        public override bool AddFirst(ISet<string> first) => next.AddFirst(first);
    }

    internal sealed class Choice(IReadOnlyList<PatternNode> ways) : PatternNode
    {
        private HashSet<string>?[]? beginnings; // made at the first visit: most choices are never reached

        public override void Match(MatchState state, int at)
        {
            beginnings ??= [.. ways.Select(FirstOf)];
            for (var i = 0; i < beginnings.Length; i++)
            {
                if (beginnings[i] is not { } words || (at < state.Pieces.Length && (state.Pieces[at].Kind == PieceKind.Digits || words.Contains(state.Pieces[at].Lower)))) ways[i].Match(state, at);
            }
        }

        public override bool AddFirst(ISet<string> first)
        {
            var all = true;
            foreach (var way in ways) all &= way.AddFirst(first);
            return all;
        }

        private static HashSet<string>? FirstOf(PatternNode way)
        {
            var first = new HashSet<string>(StringComparer.Ordinal);
            return way.AddFirst(first) ? first : null;
        }
    }

    internal sealed class Open(int capture, PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            var before = state.Captures[capture];
            state.Captures[capture] = new Captured(at, -1, null);
            next.Match(state, at);
            state.Captures[capture] = before;
        }

        public override bool AddFirst(ISet<string> first) => next.AddFirst(first);
    }

    internal sealed class Close(int capture, PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            var before = state.Captures[capture];
            state.Captures[capture] = before with { End = at };
            next.Match(state, at);
            state.Captures[capture] = before;
        }

        public override bool AddFirst(ISet<string> first) => next.AddFirst(first);
    }

    /// <summary>A class of words of the lexicon; its value goes to the capture around it.</summary>
    internal sealed class WordClass(TimeWords.Class words, int capture, PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            if (at >= state.Pieces.Length || words.Beginning(state.Pieces[at].Lower) is not { } entries) return;
            foreach (var entry in entries)
            {
                if (!TimeWords.Class.Stands(entry.Words, state.Pieces, at)) continue;
                var before = capture < 0 ? default : state.Captures[capture];
                if (capture >= 0) state.Captures[capture] = before with { Value = entry.Value };
                next.Match(state, at + entry.Words.Length);
                if (capture >= 0) state.Captures[capture] = before;
            }
        }

        public override bool AddFirst(ISet<string> first)
        {
            first.UnionWith(words.FirstWords);
            return true;
        }
    }

    /// <summary>A number in one of the forms of <see cref="NumberForms"/>.</summary>
    internal sealed class NumberForm(NumberForms.Form form, int capture, PatternNode next) : PatternNode
    {
        public override void Match(MatchState state, int at)
        {
            if (at >= state.Pieces.Length || form.Read(state.Pieces, at) is not { } read) return;
            var before = capture < 0 ? default : state.Captures[capture];
            if (capture >= 0) state.Captures[capture] = before with { Value = read.Value };
            next.Match(state, read.End);
            if (capture >= 0) state.Captures[capture] = before;
        }

        public override bool AddFirst(ISet<string> first)
        {
            first.UnionWith(form.First());
            return true;
        }
    }
}

/// <summary>What a named group caught.</summary>
/// <param name="Value">The lexicon's value or the number, in invariant digits; null where only literals stand in it.</param>
internal readonly record struct Captured(int Start, int End, string? Value);

/// <summary>One attempt of one rule at one place.</summary>
/// <remarks>Used again for rule after rule: <see cref="Reset"/> comes first.</remarks>
internal sealed class MatchState(Piece[] pieces)
{
    public Piece[] Pieces { get; } = pieces;

    public Captured[] Captures { get; private set; } = [];

    public int BestEnd { get; private set; } = -1;

    public Captured[]? Best { get; private set; }

    public void Reset(int captures)
    {
        if (Captures.Length == captures) Array.Clear(Captures);
        else Captures = new Captured[captures];
        BestEnd = -1;
        Best = null;
    }

    public void Accept(int end)
    {
        if (end <= BestEnd) return;
        BestEnd = end;
        Best = (Captured[])Captures.Clone();
    }
}
