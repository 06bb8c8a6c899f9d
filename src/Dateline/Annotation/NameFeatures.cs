using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>The features of the name tagger over one article: words, shapes and parts of speech around, lexicons, what the rules say, and how the word stands elsewhere on the page.</summary>
internal sealed class NameFeatures
{
    /// <summary>No token has more features than this.</summary>
    public const int Most = 96;

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
    private readonly uint[] usual;    // the rules' kind of the same word elsewhere on the page, and whether it stands in lower case there

    public NameFeatures(Words words, IReadOnlyList<(NamePart Part, EntityKind Kind, string Rule)> rules)
    {
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
        var tags = words.Analysis.FineTags;
        for (var i = 0; i < words.Count; i++)
        {
            traits[i] = WordTraits.Of(words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length));
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
    }

    public Words Words { get; }

    /// <summary>Whether a name may begin here. Words in lower case and signs that neither the tagger nor a rule takes for a name, most of a page, need no score.</summary>
    public bool MayBegin(int i) => traits[i].Case is not (0 or 4) || ruled[i] != 0 || fine[i] == Proper || fine[i] == 0;

    /// <param name="before">Class of the token before, 0 at the sentence's start.</param>
    /// <returns>The number of features.</returns>
    public int Extract(int i, int before, int beforeThat, Span<uint> into)
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
        uint b = (uint)before, bb = (uint)beforeThat, first = i == start ? 1u : 0;
        var n = 0;
        into[n++] = FeatureHash.Mix(101, b);
        into[n++] = FeatureHash.Mix(102, b, bb);
        into[n++] = FeatureHash.Mix(103, w.Form);
        into[n++] = FeatureHash.Mix(104, w.Lower, b);
        into[n++] = FeatureHash.Mix(105, left.Lower, b);
        into[n++] = FeatureHash.Mix(106, right.Lower, b);
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
        into[n++] = FeatureHash.Mix(117, w.Shape, b, first);
        into[n++] = FeatureHash.Mix(118, w.Case, left.Case, right.Case, first);
        into[n++] = FeatureHash.Mix(119, w.Case, left.Case, right.Case, b);
        into[n++] = FeatureHash.Mix(120, fine[i], b);
        into[n++] = FeatureHash.Mix(121, fine[i], i > start ? fine[i - 1] : 1, i + 1 < end ? fine[i + 1] : 1);
        into[n++] = FeatureHash.Mix(122, fine[i], i + 1 < end ? fine[i + 1] : 1, b);
        into[n++] = FeatureHash.Mix(123, rule, b);
        into[n++] = FeatureHash.Mix(124, rule);
        into[n++] = FeatureHash.Mix(125, rule, ruleLeft);
        into[n++] = FeatureHash.Mix(126, rule, ruleRight);
        into[n++] = FeatureHash.Mix(127, rule, w.Case, first);
        into[n++] = FeatureHash.Mix(128, rule, right.Lower);
        into[n++] = FeatureHash.Mix(129, rule, left.Lower);
        into[n++] = FeatureHash.Mix(130, k, b);
        into[n++] = FeatureHash.Mix(131, k, kl, kr);
        into[n++] = FeatureHash.Mix(132, k, kr, b);
        into[n++] = FeatureHash.Mix(133, k, kl, b);
        into[n++] = FeatureHash.Mix(134, usual[i], w.Case, first);
        into[n++] = FeatureHash.Mix(135, usual[i], b);
        into[n++] = FeatureHash.Mix(136, usual[i], rule);
        into[n++] = FeatureHash.Mix(137, right.Case, right2.Case, w.Case, b);
        into[n++] = FeatureHash.Mix(138, left.Lower, right.Lower);
        into[n++] = FeatureHash.Mix(139, right.Suffix3, w.Case, b);
        into[n++] = FeatureHash.Mix(140, left.Suffix3, w.Case, b);
        into[n++] = FeatureHash.Mix(141, kr, i + 2 < end ? known[i + 2] : 1, w.Case, b);
        uint p = persons[i], pl = i > start ? persons[i - 1] : 8, pr = i + 1 < end ? persons[i + 1] : 8;
        into[n++] = FeatureHash.Mix(142, p, b, first);
        into[n++] = FeatureHash.Mix(143, p, pl, pr, b);
        into[n++] = FeatureHash.Mix(144, p, pr, right.Case, b);
        into[n++] = FeatureHash.Mix(145, p, k, rule);
        var (kinds, edge) = listed[i];
        into[n++] = FeatureHash.Mix(146, kinds, edge, b);
        into[n++] = FeatureHash.Mix(147, kinds, edge, left.Lower);
        into[n++] = FeatureHash.Mix(148, kinds, edge, right.Lower);
        into[n++] = FeatureHash.Mix(149, kinds, edge, rule);
        into[n++] = FeatureHash.Mix(150, kinds, p, right.Case, b);
        into[n++] = FeatureHash.Mix(151, i > start ? listed[i - 1].Kinds : 1u << 31, kinds, b);
        into[n++] = FeatureHash.Mix(152, i + 1 < end ? listed[i + 1].Kinds : 1u << 31, kinds, b);
        for (var kind = 0; kind < NameLists.KindCount; kind++)
        {
            if ((kinds & (1u << kind)) == 0) continue;
            into[n++] = FeatureHash.Mix(153, (uint)kind, edge, b);
            into[n++] = FeatureHash.Mix(154, (uint)kind, right.Case, left.Case, first);
        }

        var run = runs[i];
        uint last = run.Last < 0 ? 0 : traits[run.Last].Lower, opens = run.First < 0 ? 0 : traits[run.First].Lower;
        uint outBefore = run.First > start ? traits[run.First - 1].Lower : 1, outAfter = run.Last >= 0 && run.Last + 1 < end ? traits[run.Last + 1].Lower : 1;
        var place = (run.First == i ? 1u : 0) | (run.Last == i ? 2u : 0);
        if (run.First >= 0)
        {
            into[n++] = FeatureHash.Mix(168, nouns[i], place, b);
            into[n++] = FeatureHash.Mix(169, nouns[i], w.Case, first);
            into[n++] = FeatureHash.Mix(160, last, place, b);
            into[n++] = FeatureHash.Mix(161, opens, place, b);
            into[n++] = FeatureHash.Mix(162, outBefore, place, b);
            into[n++] = FeatureHash.Mix(163, outAfter, place, b);
            into[n++] = FeatureHash.Mix(164, (uint)Math.Min(6, run.Last - run.First), place, b, known[run.Last] & 0xFFF);
            into[n++] = FeatureHash.Mix(165, known[run.First] & 0xFFF, known[run.Last] & 0xFFF, place, b);
            into[n++] = FeatureHash.Mix(166, persons[run.First], persons[run.Last], place, b);
            into[n++] = FeatureHash.Mix(167, outBefore, outAfter, place);
        }

        return n;
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
        if (Cues.IsForm(lower)) bits |= 1024;
        if (words.IsCapital(i) && Gazetteer.Find(words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length)) is { } name) bits |= ((uint)name.Kind + 1) << 12;
        return bits;
    }
}
