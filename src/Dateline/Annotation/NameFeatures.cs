using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>The features of the name tagger over one article: words, shapes and parts of speech around, lexicons, what is known of words from elsewhere, what the rules say, and how the word stands elsewhere on the page.</summary>
internal sealed class NameFeatures
{
    /// <summary>No token has more features than this.</summary>
    public const int Most = 256;

    private const int Reach = 2;     // words to either side that the features look at
    private const uint Beyond = 77; // stands for what lies outside of the sentence

    private static readonly WordTraits Outside = WordTraits.Of("\u0002");
    private static readonly uint Proper = FeatureHash.Of("NNP");

    private readonly WordTraits[] traits;
    private readonly uint[] fine;
    private readonly uint[] ruled;    // kind and place of the rules' name
    private readonly uint[] known;    // what lexicons say of the word alone
    private readonly (uint Kinds, uint Edge)[] listed;
    private readonly uint[] persons;  // whether lists of first and last names hold the word; 4 where it stands behind a first name somewhere on the page
    private readonly NameRunEdges[] runs;
    private readonly uint[] nouns;    // what the page says that the name is
    private readonly KnownMark[] marks;
    private readonly (byte First, ushort All)[] meanings;
    private readonly ushort[] nounMeanings; // of what the page says that the name is
    private readonly WordGroups[] groups;
    private readonly uint[] usual;    // the rules' kind of the same word elsewhere on the page, and whether it stands in lower case there

    public NameFeatures(Words words, IReadOnlyList<(NamePart Part, EntityKind Kind, string Rule)> rules)
    {
        var knowledge = NameKnowledge.Default;
        Words = words;
        traits = new WordTraits[words.Count];
        fine = new uint[words.Count];
        ruled = new uint[words.Count];
        known = new uint[words.Count];
        usual = new uint[words.Count];
        listed = NameLists.Mark(words);
        persons = new uint[words.Count];
        runs = NameRunEdges.Of(words);
        nouns = NameNouns.Of(words, runs);
        marks = knowledge.Mark(words);
        meanings = new (byte, ushort)[words.Count];
        nounMeanings = new ushort[words.Count];
        groups = new WordGroups[words.Count];
        var tags = words.Analysis.FineTags;
        for (var i = 0; i < words.Count; i++)
        {
            traits[i] = WordTraits.Of(words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length));
            if (traits[i].Case == 3 && (NameRunEdges.IsMixed(words, i) || words.IsCapital(i))) traits[i] = traits[i] with { Case = 5 }; // a number and capitals: a name more often than a number
            fine[i] = tags.IsDefaultOrEmpty ? 0 : FeatureHash.Of(tags[i]);
            known[i] = KnownOf(words, i);
            if (words.IsCapital(i)) persons[i] = NameLists.PersonOf(words.Lower(i));
        }

        LearnSurnames();

        var kinds = new Dictionary<uint, uint>();
        foreach (var (part, kind, rule) in rules)
        {
            for (var i = part.First; i < part.End; i++)
            {
                ruled[i] = FeatureHash.Mix((int)kind + 1, i == part.First ? 1u : 0, i + 1 == part.End ? 1u : 0, FeatureHash.Of(rule));
                kinds.TryAdd(traits[i].Lower, (uint)kind + 1);
            }
        }

        var lower = new HashSet<uint>();
        for (var i = 0; i < words.Count; i++)
        {
            if (traits[i].Case == 0) lower.Add(traits[i].Lower);
        }

        for (var i = 0; i < words.Count; i++) usual[i] = (kinds.GetValueOrDefault(traits[i].Lower) << 1) | (lower.Contains(traits[i].Lower) ? 1u : 0);
        Look(knowledge);
    }

    public Words Words { get; }

    /// <summary>What <see cref="NameLists.Mark"/> says of each token.</summary>
    public (uint Kinds, uint Edge)[] Listed => listed;

    /// <summary>Whether the token may be part of a name. Words in lower case and signs outside of runs of capitals that neither the tagger nor a rule takes for a name, most of a page, need no score.</summary>
    public bool IsOpen(int i) => runs[i].First >= 0 || traits[i].Case is not (0 or 4) || ruled[i] != 0 || fine[i] == Proper || fine[i] == 0;

    /// <returns>The number of features.</returns>
    public int Extract(int i, Span<uint> into)
    {
        var sentence = Words.Sentences[Words.SentenceOf(i)];
        int start = sentence.FirstToken, end = start + sentence.TokenCount;
        var w = traits[i];
        var left = i > start ? traits[i - 1] : Outside;
        var left2 = i > start + 1 ? traits[i - 2] : Outside;
        var right = i + 1 < end ? traits[i + 1] : Outside;
        var right2 = i + 2 < end ? traits[i + 2] : Outside;
        uint rule = ruled[i], ruleLeft = i > start ? ruled[i - 1] : 1, ruleRight = i + 1 < end ? ruled[i + 1] : 1;
        uint k = known[i], kl = i > start ? known[i - 1] : 1, kr = i + 1 < end ? known[i + 1] : 1;
        var first = i == start ? 1u : 0;
        var n = 0;
        into[n++] = FeatureHash.Mix(103, w.Form);
        into[n++] = FeatureHash.Mix(104, w.Lower);
        into[n++] = FeatureHash.Mix(105, left.Lower);
        into[n++] = FeatureHash.Mix(106, right.Lower);
        into[n++] = FeatureHash.Mix(107, left2.Lower);
        into[n++] = FeatureHash.Mix(108, right2.Lower);
        into[n++] = FeatureHash.Mix(109, left.Lower, w.Lower);
        into[n++] = FeatureHash.Mix(110, w.Lower, right.Lower);
        into[n++] = FeatureHash.Mix(111, left2.Lower, left.Lower);
        into[n++] = FeatureHash.Mix(112, right.Lower, right2.Lower);
        into[n++] = FeatureHash.Mix(113, w.Suffix3, w.Case);
        into[n++] = FeatureHash.Mix(114, w.Suffix2, w.Case);
        into[n++] = FeatureHash.Mix(115, w.Prefix3, w.Case);
        into[n++] = FeatureHash.Mix(116, w.Suffix4, w.Case);
        into[n++] = FeatureHash.Mix(117, w.Shape, first);
        into[n++] = FeatureHash.Mix(118, w.Case, left.Case, right.Case, first);
        into[n++] = FeatureHash.Mix(120, fine[i]);
        into[n++] = FeatureHash.Mix(121, fine[i], i > start ? fine[i - 1] : 1, i + 1 < end ? fine[i + 1] : 1);
        into[n++] = FeatureHash.Mix(122, fine[i], i + 1 < end ? fine[i + 1] : 1);
        into[n++] = FeatureHash.Mix(124, rule);
        into[n++] = FeatureHash.Mix(125, rule, ruleLeft);
        into[n++] = FeatureHash.Mix(126, rule, ruleRight);
        into[n++] = FeatureHash.Mix(127, rule, w.Case, first);
        into[n++] = FeatureHash.Mix(128, rule, right.Lower);
        into[n++] = FeatureHash.Mix(129, rule, left.Lower);
        into[n++] = FeatureHash.Mix(130, k);
        into[n++] = FeatureHash.Mix(131, k, kl, kr);
        into[n++] = FeatureHash.Mix(132, k, kr);
        into[n++] = FeatureHash.Mix(133, k, kl);
        into[n++] = FeatureHash.Mix(134, usual[i], w.Case, first);
        into[n++] = FeatureHash.Mix(136, usual[i], rule);
        into[n++] = FeatureHash.Mix(137, right.Case, right2.Case, w.Case);
        into[n++] = FeatureHash.Mix(138, left.Lower, right.Lower);
        into[n++] = FeatureHash.Mix(139, right.Suffix3, w.Case);
        into[n++] = FeatureHash.Mix(140, left.Suffix3, w.Case);
        into[n++] = FeatureHash.Mix(141, kr, i + 2 < end ? known[i + 2] : 1, w.Case);
        uint p = persons[i], pl = i > start ? persons[i - 1] : 8, pr = i + 1 < end ? persons[i + 1] : 8;
        into[n++] = FeatureHash.Mix(142, p, first);
        into[n++] = FeatureHash.Mix(143, p, pl, pr);
        into[n++] = FeatureHash.Mix(144, p, pr, right.Case);
        into[n++] = FeatureHash.Mix(145, p, k, rule);
        var (kinds, edge) = listed[i];
        into[n++] = FeatureHash.Mix(146, kinds, edge);
        into[n++] = FeatureHash.Mix(147, kinds, edge, left.Lower);
        into[n++] = FeatureHash.Mix(148, kinds, edge, right.Lower);
        into[n++] = FeatureHash.Mix(149, kinds, edge, rule);
        into[n++] = FeatureHash.Mix(150, kinds, p, right.Case);
        into[n++] = FeatureHash.Mix(151, i > start ? listed[i - 1].Kinds : 1u << 31, kinds);
        into[n++] = FeatureHash.Mix(152, i + 1 < end ? listed[i + 1].Kinds : 1u << 31, kinds);
        for (var kind = 0; kind < NameLists.KindCount; kind++)
        {
            if ((kinds & (1u << kind)) == 0) continue;
            into[n++] = FeatureHash.Mix(153, (uint)kind, edge);
            into[n++] = FeatureHash.Mix(154, (uint)kind, right.Case, left.Case, first);
        }

        var run = runs[i];
        uint last = run.Last < 0 ? 0 : traits[run.Last].Lower, opens = run.First < 0 ? 0 : traits[run.First].Lower;
        uint outBefore = run.First > start ? traits[run.First - 1].Lower : 1, outAfter = run.Last >= 0 && run.Last + 1 < end ? traits[run.Last + 1].Lower : 1;
        var place = (run.First == i ? 1u : 0) | (run.Last == i ? 2u : 0);
        if (run.First >= 0)
        {
            into[n++] = FeatureHash.Mix(168, nouns[i], place);
            into[n++] = FeatureHash.Mix(169, nouns[i], w.Case, first);
            into[n++] = FeatureHash.Mix(160, last, place);
            into[n++] = FeatureHash.Mix(161, opens, place);
            into[n++] = FeatureHash.Mix(162, outBefore, place);
            into[n++] = FeatureHash.Mix(163, outAfter, place);
            into[n++] = FeatureHash.Mix(164, (uint)Math.Min(6, run.Last - run.First), place, known[run.Last] & 0xFFF);
            into[n++] = FeatureHash.Mix(165, known[run.First] & 0xFFF, known[run.Last] & 0xFFF, place);
            into[n++] = FeatureHash.Mix(166, persons[run.First], persons[run.Last], place);
            into[n++] = FeatureHash.Mix(167, outBefore, outAfter, place);
        }

        n = AddKnown(i, start, end, into, n);
        n = AddMeanings(i, start, end, into, n);
        return AddGroups(i, start, end, into, n);
    }

    /// <summary>The known names that the token stands in, and those beside it.</summary>
    private int AddKnown(int i, int start, int end, Span<uint> into, int n)
    {
        uint first = i == start ? 1u : 0, place = PlaceOf(i);
        uint leftCase = i > start ? traits[i - 1].Case : 9, rightCase = i + 1 < end ? traits[i + 1].Case : 9;
        uint kinds = marks[i].Kinds, left = i > start ? marks[i - 1].Kinds : Beyond, right = i + 1 < end ? marks[i + 1].Kinds : Beyond;
        for (var kind = 0; kinds >> kind != 0; kind++)
        {
            if ((kinds & (1u << kind)) == 0) continue;
            var edge = marks[i].EdgeOf(kind);
            into[n++] = FeatureHash.Mix(201, (uint)kind, edge);
            into[n++] = FeatureHash.Mix(202, (uint)kind, edge, (leftCase * 10) + rightCase, first);
            into[n++] = FeatureHash.Mix(203, (uint)kind, edge, place);
        }

        into[n++] = FeatureHash.Mix(204, kinds);
        into[n++] = FeatureHash.Mix(205, kinds, place, first);
        into[n++] = FeatureHash.Mix(206, kinds, left);
        into[n++] = FeatureHash.Mix(207, kinds, right);
        into[n++] = FeatureHash.Mix(208, kinds, right, left);
        into[n++] = FeatureHash.Mix(209, kinds, i > start ? traits[i - 1].Lower : 3);
        into[n++] = FeatureHash.Mix(210, kinds, i + 1 < end ? traits[i + 1].Lower : 3);
        return n;
    }

    /// <summary>What the words here and beside mean, in the dictionary's coarse classes of nouns: a person, a group, a place, a building.</summary>
    private int AddMeanings(int i, int start, int end, Span<uint> into, int n)
    {
        var place = PlaceOf(i);
        var run = runs[i];
        into[n++] = FeatureHash.Mix(220, meanings[i].All, place);
        into[n++] = FeatureHash.Mix(221, meanings[i].First, place, traits[i].Case);
        n = Add(222, i + 1, into, n);
        n = Add(223, i - 1, into, n);
        into[n++] = FeatureHash.Mix(226, nounMeanings[i], place);
        if (run.First < 0) return n;
        n = Add(227, run.Last, into, n);
        n = Add(229, run.First - 1, into, n);
        return Add(230, run.Last + 1, into, n);

        int Add(int template, int at, Span<uint> into, int n)
        {
            var (first, all) = at < start || at >= end ? ((byte)Beyond, (ushort)Beyond) : meanings[at];
            into[n++] = FeatureHash.Mix(template, all, place);
            into[n++] = FeatureHash.Mix(template + 10, first, place);
            return n;
        }
    }

    /// <summary>The groups of the words here and beside, and at the edges of the run of capitals.</summary>
    private int AddGroups(int i, int start, int end, Span<uint> into, int n)
    {
        uint first = i == start ? 1u : 0, place = PlaceOf(i);
        for (var at = Math.Max(start, i - Reach); at <= Math.Min(end - 1, i + Reach); at++) n = Add(252 + at - i, at, 0, into, n);
        var (coarse, middle, fine) = groups[i];
        if (fine != 0)
        {
            into[n++] = FeatureHash.Mix(262, 1, coarse, place, first);
            into[n++] = FeatureHash.Mix(262, 2, middle, place, first);
            into[n++] = FeatureHash.Mix(262, 3, fine, place, first);
        }

        var run = runs[i];
        if (run.First < 0) return n;
        n = Add(255, run.First - 1, place, into, n);
        n = Add(256, run.Last + 1, place, into, n);
        n = Add(257, run.Last, place, into, n);
        return Add(258, run.First, place, into, n);

        int Add(int template, int at, uint place, Span<uint> into, int n)
        {
            if (at < start || at >= end || groups[at].Fine == 0) return n;
            into[n++] = FeatureHash.Mix(template, 1, groups[at].Coarse, place);
            into[n++] = FeatureHash.Mix(template, 2, groups[at].Middle, place);
            into[n++] = FeatureHash.Mix(template, 3, groups[at].Fine, place);
            return n;
        }
    }

    /// <summary>Whether the token begins (1) or ends (2) its run of capitals; 4 outside of any.</summary>
    private uint PlaceOf(int i) => runs[i].First < 0 ? 4u : (runs[i].First == i ? 1u : 0) | (runs[i].Last == i ? 2u : 0);

    /// <summary>Looks up what words mean and which groups they stand in, where a name may stand and beside it: nobody asks elsewhere.</summary>
    private void Look(NameKnowledge knowledge)
    {
        var next = 0;
        for (var i = 0; i < Words.Count; i++)
        {
            if (!IsOpen(i)) continue;
            for (next = Math.Max(next, i - Reach); next < Math.Min(Words.Count, i + Reach + 1); next++)
            {
                var lemma = Words.Analysis.Tokens[next].Lemma;
                var lower = Words.Lower(next);
                meanings[next] = knowledge.MeaningOf(FeatureHash.Of(lemma));
                if (meanings[next].All == 0 && lemma != lower) meanings[next] = knowledge.MeaningOf(FeatureHash.Of(lower));
                groups[next] = knowledge.GroupsOf(traits[next]);
            }

            if (nouns[i] != 0) nounMeanings[i] = knowledge.MeaningOf(nouns[i]).All;
        }
    }

    /// <summary>"Ada Lune ... Lune": a capitalised word behind a listed first name is a last name all over the page.</summary>
    private void LearnSurnames()
    {
        var surnames = new HashSet<uint>();
        for (var i = 1; i < traits.Length; i++)
            if (traits[i].Case == 1 && (persons[i - 1] & 1) != 0 && Words.SentenceOf(i) == Words.SentenceOf(i - 1) && Words.Span(i).Start == Words.Span(i - 1).End + 1) surnames.Add(traits[i].Lower);
        for (var i = 0; i < traits.Length; i++)
            if (traits[i].Case != 0 && surnames.Contains(traits[i].Lower)) persons[i] |= 4;
    }

    private static uint KnownOf(Words words, int i)
    {
        var lower = words.Lower(i);
        var bits = 0u;
        if (WordClasses.IsFirstName(lower)) bits |= 1;
        if (WordClasses.IsSurname(lower)) bits |= 2;
        if (WordClasses.TitleKind(lower) is { } title) bits |= title == "honorific" ? 4u : title == "rank" ? 8u : 16u;
        if (WordClasses.IsHead(lower, "org")) bits |= 32;
        if (WordClasses.IsHead(lower, "body")) bits |= 64;
        if (WordClasses.IsHead(lower, "place")) bits |= 128;
        if (WordClasses.IsHead(lower, "fac") || WordClasses.IsHead(lower, "event") || WordClasses.IsHead(lower, "thing")) bits |= 256;
        if (WordClasses.Of(lower) != WordClass.None) bits |= 512;
        if (Cues.IsSpeaking(lower)) bits |= 1024;
        if (words.IsCapital(i) && Gazetteer.Find(words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length)) is { } name) bits |= ((uint)name.Kind + 1) << 12;
        return bits;
    }
}
