namespace Dateline.Language;

/// <summary>The features of the parser: for the next move, and for the label of an arc.</summary>
internal readonly ref struct ParserFeatures
{
    /// <summary>No decision has more features than this.</summary>
    public const int Most = 96;

    private const uint Nothing = 0xFFFF, Root = 0xFFFE;
    private static readonly uint Comma = WordTraits.Of(",").Lower, Quote = WordTraits.Of("\"").Lower;

    private readonly ReadOnlySpan<WordTraits> words;
    private readonly ReadOnlySpan<byte> tags;
    private readonly ReadOnlySpan<byte> coarse; // universal tag of each joint tag
    private readonly uint[] seen; // for each word, how often marks that divide a sentence stand before it; a byte each, see Between

    /// <param name="tags">Joint tags by class, of each word.</param>
    /// <param name="coarse">Number of the universal tag in <see cref="Tagger.UniversalTags"/>, by class of the joint tag.</param>
    public ParserFeatures(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> tags, ReadOnlySpan<byte> coarse)
    {
        this.words = words;
        this.tags = tags;
        this.coarse = coarse;
        seen = new uint[words.Length + 1];
        for (var i = 0; i < words.Length; i++) seen[i + 1] = seen[i] + KindOf(words[i].Lower, coarse[tags[i]]);
    }

    private static uint KindOf(uint word, byte tag) => word == Comma ? 1u : tag == Tagger.Verb || tag == Tagger.Auxiliary ? 1u << 8 : tag == Tagger.Conjunction ? 1u << 16 : word == Quote ? 1u << 24 : 0;

    /// <summary>How many commas, verbs, conjunctions and quotation marks stand between two words: 0, 1 or more of each.</summary>
    private uint Between(int from, int to)
    {
        if (from < 0 || to <= from) return Nothing;
        var counts = seen[Math.Min(to, words.Length)] - seen[from + 1];
        return Math.Min(2, counts & 0xFF) | (Math.Min(2, (counts >> 8) & 0xFF) << 2) | (Math.Min(2, (counts >> 16) & 0xFF) << 4) | (((counts >> 24) & 1) << 6);
    }

    private uint Word(int i) => i < 0 ? Nothing : i >= words.Length ? Root : words[i].Lower;

    private uint Tag(int i) => i < 0 ? Nothing : i >= words.Length ? Root : tags[i];

    private uint Coarse(int i) => i < 0 ? Nothing : i >= words.Length ? Root : coarse[tags[i]];

    private static uint Label(ParserState state, int i) => i < 0 ? Nothing : state.LabelOf(i);

    private static uint Distance(int from, int to)
    {
        var distance = to - from;
        return distance < 5 ? (uint)distance : distance < 8 ? 5u : distance < 14 ? 6u : 7u;
    }

    /// <returns>The number of features.</returns>
    public int ForMove(ParserState state, Span<uint> into)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), s2 = state.Stack(2), b0 = state.Next, b1 = state.Ahead(1), b2 = state.Ahead(2);
        int s0l = Left(state, s0), s0r = Right(state, s0), s1l = Left(state, s1), s1r = Right(state, s1), b0l = Left(state, b0);
        int s0l2 = s0 < 0 ? -1 : state.SecondLeftChild(s0), s0r2 = s0 < 0 ? -1 : state.SecondRightChild(s0), s1r2 = s1 < 0 ? -1 : state.SecondRightChild(s1), b0l2 = state.SecondLeftChild(b0);
        uint s0w = Word(s0), s1w = Word(s1), s2w = Word(s2), b0w = Word(b0), b1w = Word(b1), b2w = Word(b2);
        uint s0t = Tag(s0), s1t = Tag(s1), s2t = Tag(s2), b0t = Tag(b0), b1t = Tag(b1), b2t = Tag(b2);
        uint s0c = Coarse(s0), s1c = Coarse(s1), b0c = Coarse(b0), b1c = Coarse(b1);
        uint near = s0 < 0 ? 9 : Distance(s0, b0), below = s1 < 0 ? 9 : Distance(s1, s0);
        uint s0v = s0 < 0 ? 99u : (uint)((state.LeftValency(s0) * 8) + state.RightValency(s0)), s1v = s1 < 0 ? 99u : (uint)((state.LeftValency(s1) * 8) + state.RightValency(s1)), b0v = state.LeftValency(b0);
        var n = 0;
        // single words
        into[n++] = FeatureHash.Mix(101, s0w, s0t);
        into[n++] = FeatureHash.Mix(102, s0w);
        into[n++] = FeatureHash.Mix(103, s0t);
        into[n++] = FeatureHash.Mix(104, s1w, s1t);
        into[n++] = FeatureHash.Mix(105, s1w);
        into[n++] = FeatureHash.Mix(106, s1t);
        into[n++] = FeatureHash.Mix(107, b0w, b0t);
        into[n++] = FeatureHash.Mix(108, b0w);
        into[n++] = FeatureHash.Mix(109, b0t);
        into[n++] = FeatureHash.Mix(110, b1w, b1t);
        into[n++] = FeatureHash.Mix(111, b1t);
        into[n++] = FeatureHash.Mix(112, b2w, b2t);
        into[n++] = FeatureHash.Mix(113, b2t);
        into[n++] = FeatureHash.Mix(114, s2w, s2t);
        into[n++] = FeatureHash.Mix(115, s2t);
        // pairs
        into[n++] = FeatureHash.Mix(121, s0w, s0t, b0t);
        into[n++] = FeatureHash.Mix(122, s0t, b0w, b0t);
        into[n++] = FeatureHash.Mix(127, s1t, s0w, s0t);
        into[n++] = FeatureHash.Mix(130, s1t, b0t);
        into[n++] = FeatureHash.Mix(132, s1w, b0t);
        into[n++] = FeatureHash.Mix(133, b0t, b1t);
        into[n++] = FeatureHash.Mix(134, b0w, b1t);
        into[n++] = FeatureHash.Mix(135, s0w, b1t);
        into[n++] = FeatureHash.Mix(136, s0t, b1w);
        // triples of tags
        into[n++] = FeatureHash.Mix(140, s1t, s0t, b0t);
        into[n++] = FeatureHash.Mix(141, s2t, s1t, s0t);
        into[n++] = FeatureHash.Mix(142, s0t, b0t, b1t);
        into[n++] = FeatureHash.Mix(143, b0t, b1t, b2t);
        into[n++] = FeatureHash.Mix(145, s0t, Tag(s0l), Tag(s0r), b0t);
        into[n++] = FeatureHash.Mix(146, s1t, Tag(s1r), s0t);
        into[n++] = FeatureHash.Mix(148, s0t, b0t, Tag(b0l));
        into[n++] = FeatureHash.Mix(149, s1t, s0t, Tag(s0r));
        into[n++] = FeatureHash.Mix(150, s1t, s0t, Tag(s0l));
        into[n++] = FeatureHash.Mix(151, s0t, Tag(s0l), Tag(s0l2));
        into[n++] = FeatureHash.Mix(152, s0t, Tag(s0r), Tag(s0r2));
        into[n++] = FeatureHash.Mix(153, s1t, Tag(s1r), Tag(s1r2));
        into[n++] = FeatureHash.Mix(154, b0t, Tag(b0l), Tag(b0l2));
        // words of the dependents
        into[n++] = FeatureHash.Mix(156, s1t, s0t, Word(s0l));
        into[n++] = FeatureHash.Mix(157, s1w, Word(s0l));
        into[n++] = FeatureHash.Mix(158, s1t, Word(s1r));
        into[n++] = FeatureHash.Mix(159, s0t, Word(s0r));
        // labels
        into[n++] = FeatureHash.Mix(161, s0w, Label(state, s0l), Label(state, s0r));
        into[n++] = FeatureHash.Mix(162, s0t, Label(state, s0l), Label(state, s0r), b0c);
        into[n++] = FeatureHash.Mix(163, s1t, Label(state, s1l), Label(state, s1r), s0c);
        into[n++] = FeatureHash.Mix(164, s1w, Label(state, s1r), s0c);
        into[n++] = FeatureHash.Mix(165, s0t, Label(state, s0r), Label(state, s0r2));
        into[n++] = FeatureHash.Mix(166, s1t, Label(state, s1r), Label(state, s1r2));
        into[n++] = FeatureHash.Mix(167, s0t, Label(state, s0l), Label(state, s0l2));
        into[n++] = FeatureHash.Mix(168, b0t, Label(state, b0l), Label(state, b0l2));
        // distance and valency
        into[n++] = FeatureHash.Mix(170, near, s0t, b0t);
        into[n++] = FeatureHash.Mix(171, near, s0w);
        into[n++] = FeatureHash.Mix(172, near, b0w);
        into[n++] = FeatureHash.Mix(173, below, s1t, s0t);
        into[n++] = FeatureHash.Mix(175, s0v, s0t, b0t);
        into[n++] = FeatureHash.Mix(176, s0v, s0w);
        into[n++] = FeatureHash.Mix(177, s1v, s1t, s0t);
        into[n++] = FeatureHash.Mix(178, s1v, s1w);
        into[n++] = FeatureHash.Mix(179, b0v, b0t, s0t);
        into[n++] = FeatureHash.Mix(180, b0v, b0w);
        into[n++] = FeatureHash.Mix(181, near, below, s1c, (s0c << 8) | b0c);
        // the words beside the top of the stack, in the sentence
        into[n++] = FeatureHash.Mix(182, s0t, s0 > 0 ? Tag(s0 - 1) : Nothing, b0t);
        into[n++] = FeatureHash.Mix(183, s0t, s0 < 0 ? Nothing : Tag(s0 + 1), b0t);
        into[n++] = FeatureHash.Mix(184, b0 > 0 ? Word(b0 - 1) : Nothing, s0c, b0c);
        // what divides the words
        uint across = Between(s0, b0), under = Between(s1, s0);
        into[n++] = FeatureHash.Mix(187, across, s0t, b0t);
        into[n++] = FeatureHash.Mix(188, under, s1t, s0t);
        into[n++] = FeatureHash.Mix(189, across, under, s1c, (s0c << 8) | b0c);
        into[n++] = FeatureHash.Mix(198, across, s0w);
        into[n++] = FeatureHash.Mix(199, under, s1w);
        if (state.System == MoveSystem.Hybrid) return n;
        var h = s0 < 0 ? ParserState.None : state.HeadOf(s0);
        var attached = h < 0 ? 0u : 1u;
        into[n++] = FeatureHash.Mix(190, attached, s0t, b0t);
        into[n++] = FeatureHash.Mix(191, attached, s0w, b0c);
        into[n++] = FeatureHash.Mix(192, Tag(h), s0t, b0t);
        into[n++] = FeatureHash.Mix(193, Word(h), s0c, b0c);
        into[n++] = FeatureHash.Mix(194, attached == 0 ? Nothing : Label(state, s0), s0c, b0t);
        into[n++] = FeatureHash.Mix(195, attached == 0 ? Nothing : Label(state, s0), s0w);
        into[n++] = FeatureHash.Mix(196, Word(h), b0w);
        return n;
    }

    /// <summary>For the label of the arc from <paramref name="head"/> to <paramref name="word"/>, with the arcs that are there.</summary>
    public int ForLabel(ParserState state, int head, int word, Span<uint> into)
    {
        uint hw = Word(head), ht = Tag(head), hc = Coarse(head), dw = Word(word), dt = Tag(word), dc = Coarse(word);
        var side = head < word ? 1u : 0u;
        uint distance = (side << 4) | Distance(Math.Min(head, word), Math.Max(head, word));
        int l = Left(state, word), l2 = state.SecondLeftChild(word), r = Right(state, word);
        int hl = Left(state, head), hr = Right(state, head), hl2 = state.SecondLeftChild(head), hr2 = state.SecondRightChild(head);
        uint suffix = words[word].Suffix3;
        var n = 0;
        into[n++] = FeatureHash.Mix(201, dw, dt, side);
        into[n++] = FeatureHash.Mix(202, dw, side);
        into[n++] = FeatureHash.Mix(203, dt, side);
        into[n++] = FeatureHash.Mix(204, hw, ht, side);
        into[n++] = FeatureHash.Mix(205, hw, side);
        into[n++] = FeatureHash.Mix(206, ht, side);
        into[n++] = FeatureHash.Mix(207, hw, dw, side);
        into[n++] = FeatureHash.Mix(208, hw, dt, side);
        into[n++] = FeatureHash.Mix(209, ht, dw, side);
        into[n++] = FeatureHash.Mix(210, ht, dt, side);
        into[n++] = FeatureHash.Mix(211, ht, dt, distance);
        into[n++] = FeatureHash.Mix(212, hc, dc, distance);
        into[n++] = FeatureHash.Mix(213, ht, dt, Word(l), side);
        into[n++] = FeatureHash.Mix(214, dt, Word(l), side);
        into[n++] = FeatureHash.Mix(215, hw, Word(l), side);
        into[n++] = FeatureHash.Mix(216, ht, dt, Tag(l), side);
        into[n++] = FeatureHash.Mix(217, ht, dt, Word(l2), side);
        into[n++] = FeatureHash.Mix(218, ht, dt, Tag(r), side);
        into[n++] = FeatureHash.Mix(219, dt, Word(r), side);
        into[n++] = FeatureHash.Mix(220, dt, Label(state, l), Label(state, r), (ht << 1) | side);
        into[n++] = FeatureHash.Mix(221, ht, dt, Label(state, hl), (Label(state, hr) << 1) | side);
        into[n++] = FeatureHash.Mix(222, dt, Label(state, hl), Label(state, hl2), side);
        into[n++] = FeatureHash.Mix(223, dt, Label(state, hr), Label(state, hr2), side);
        into[n++] = FeatureHash.Mix(224, ht, dt, word > 0 ? Tag(word - 1) : Nothing, side);
        into[n++] = FeatureHash.Mix(225, ht, dt, Tag(word + 1), side);
        into[n++] = FeatureHash.Mix(226, word > 0 ? Word(word - 1) : Nothing, dt, side);
        into[n++] = FeatureHash.Mix(227, Word(word + 1), dt, side);
        into[n++] = FeatureHash.Mix(228, suffix, ht, side);
        into[n++] = FeatureHash.Mix(229, suffix, dt, side);
        into[n++] = FeatureHash.Mix(230, hw, dt, Word(l), side);
        into[n++] = FeatureHash.Mix(231, ht, dt, head > 0 ? Tag(head - 1) : Nothing, side);
        into[n++] = FeatureHash.Mix(232, ht, dt, Tag(head + 1), side);
        into[n++] = FeatureHash.Mix(233, hw, dt, Label(state, hl), side);
        into[n++] = FeatureHash.Mix(234, hw, dt, Label(state, hr), side);
        into[n++] = FeatureHash.Mix(235, dt, Label(state, l), Label(state, l2), (ht << 1) | side);
        into[n++] = FeatureHash.Mix(236, dt, Word(l), Word(l2), side);
        into[n++] = FeatureHash.Mix(237, ht, dt, Between(Math.Min(head, word), Math.Max(head, word)), side);
        into[n++] = FeatureHash.Mix(238, hc, dw, Label(state, hl), side);
        into[n++] = FeatureHash.Mix(239, hw, words[word].Suffix2, side);
        var above = state.HeadOf(head);
        into[n++] = FeatureHash.Mix(240, Tag(above), ht, dt, side);
        into[n++] = FeatureHash.Mix(241, dt, Word(l), Label(state, hl), (ht << 1) | side);
        into[n++] = FeatureHash.Mix(242, dt, (uint)state.RightValency(word), (uint)state.LeftValency(word), (ht << 1) | side);
        into[n++] = FeatureHash.Mix(243, ht, dt, Word(word > 0 ? word - 1 : -1), side);
        into[n++] = FeatureHash.Mix(244, words[word].Case, ht, dt, side);
        return n;
    }

    /// <summary>The label that the parser itself goes on with: fewer features, since it is found again over the whole tree.</summary>
    public int ForQuickLabel(ParserState state, int head, int word, Span<uint> into)
    {
        uint hw = Word(head), ht = Tag(head), dw = Word(word), dt = Tag(word);
        var side = head < word ? 1u : 0u;
        int l = Left(state, word), hl = Left(state, head), hr = Right(state, head);
        var n = 0;
        into[n++] = FeatureHash.Mix(251, dw, side);
        into[n++] = FeatureHash.Mix(252, dt, side);
        into[n++] = FeatureHash.Mix(253, hw, dt, side);
        into[n++] = FeatureHash.Mix(254, ht, dw, side);
        into[n++] = FeatureHash.Mix(255, ht, dt, side);
        into[n++] = FeatureHash.Mix(256, ht, dt, (side << 4) | Distance(Math.Min(head, word), Math.Max(head, word)));
        into[n++] = FeatureHash.Mix(257, ht, dt, Word(l), side);
        into[n++] = FeatureHash.Mix(258, ht, dt, Tag(l), side);
        into[n++] = FeatureHash.Mix(259, dt, Label(state, l), Tag(Right(state, word)), (ht << 1) | side);
        into[n++] = FeatureHash.Mix(260, ht, dt, Label(state, hl), (Label(state, hr) << 1) | side);
        into[n++] = FeatureHash.Mix(261, ht, dt, word > 0 ? Tag(word - 1) : Nothing, (Tag(word + 1) << 1) | side);
        into[n++] = FeatureHash.Mix(262, words[word].Suffix3, ht, side);
        into[n++] = FeatureHash.Mix(263, ht, dt, Between(Math.Min(head, word), Math.Max(head, word)), side);
        return n;
    }

    private static int Left(ParserState state, int word) => word < 0 ? ParserState.None : state.LeftChild(word);

    private static int Right(ParserState state, int word) => word < 0 ? ParserState.None : state.RightChild(word);
}
