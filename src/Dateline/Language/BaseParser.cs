namespace Dateline.Language;

/// <summary>One greedy parser: it reads the sentence from one end to the other and makes the best move at each step.</summary>
/// <param name="Reversed">True where it reads from the end to the beginning.</param>
internal sealed record BaseParser(MoveSystem System, bool Reversed, MoveWeights Moves, SparseWeights Labels)
{
    private const int FullMargin = 60; // from this lead of the best move over the next on, a vote has its full weight

    /// <summary>Adds this parser's votes: for each word its head, with more weight the surer the move was.</summary>
    public void Vote(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> coarse, int relations, HeadVotes votes)
    {
        if (Reversed)
        {
            var (w, t) = (words.ToArray(), tags.ToArray());
            Array.Reverse(w);
            Array.Reverse(t);
            words = w;
            tags = t;
        }

        var state = new ParserState(words.Length, System);
        var context = new ParserFeatures(words, tags, coarse);
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<int> scores = stackalloc int[256];
        while (!state.IsDone)
        {
            Moves.Score(features[..context.ForMove(state, features)], scores);
            var move = Best(state, scores, out var margin);
            byte label = 0;
            var (head, word) = state.ArcOf(move);
            if (word >= 0)
            {
                if (head < words.Length) label = LabelOf(state, context, head, word, features, scores[..relations]);
                votes.Add(Place(word, words.Length), Place(head, words.Length), 100 + Math.Min(FullMargin, margin));
            }

            state.Make(move, label);
        }
    }

    private int Place(int word, int length) => Reversed && word < length ? length - 1 - word : word;

    private byte LabelOf(ParserState state, ParserFeatures context, int head, int word, Span<uint> features, Span<int> scores)
    {
        scores.Clear();
        Labels.Score(features[..context.ForQuickLabel(state, head, word, features)], scores);
        return (byte)(1 + Tagger.Best(scores[1..]));
    }

    private static Move Best(ParserState state, ReadOnlySpan<int> scores, out int margin)
    {
        var best = (Move)(-1);
        int second = int.MinValue;
        for (var move = Move.Shift; move <= Move.Reduce; move++)
        {
            if (!state.Allows(move)) continue;
            var score = scores[(int)move];
            if (best < 0 || score > scores[(int)best])
            {
                if (best >= 0) second = scores[(int)best];
                best = move;
            }
            else if (score > second) second = score;
        }

        margin = second == int.MinValue ? FullMargin : scores[(int)best] - second;
        return best;
    }
}
