using System.Buffers.Binary;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>
/// What is known of words and names from elsewhere: names of places and persons, what nouns mean, and which words stand in like company.
/// It decides nothing: all of it are features of the name tagger. Names and words are hashed; now and then a foreign one is taken for one of them.
/// </summary>
internal sealed class NameKnowledge
{
    /// <summary>Levels of groups of words, from coarse to fine.</summary>
    public const int Levels = 3;

    private const int LongestName = 7; // tokens
    private const int LongestText = 60;

    /// <summary>Of the names, in the order of their bits.</summary>
    public static readonly string[] Kinds = ["village", "town", "city", "first", "last", "person", "place", "land", "body", "building", "work", "event"];

    private static readonly Lazy<NameKnowledge> Embedded = new(() => Read(ModelFile.Load("models/name-knowledge.bin")));

    private readonly KeyedBytes names;   // a bit a kind
    private readonly KeyedBytes nouns;   // by lemma: the first meaning, the set of meanings
    private readonly KeyedBytes groups;  // by form: a group a level

    public NameKnowledge(KeyedBytes names, KeyedBytes nouns, KeyedBytes groups)
    {
        this.names = names;
        this.nouns = nouns;
        this.groups = groups;
    }

    /// <summary>That of the embedded model, loaded at first use.</summary>
    public static NameKnowledge Default => Embedded.Value;

    public static NameKnowledge Read(byte[] bytes)
    {
        ReadOnlySpan<byte> source = bytes;
        return new NameKnowledge(KeyedBytes.Read(ref source), KeyedBytes.Read(ref source), KeyedBytes.Read(ref source));
    }

    public void Write(BinaryWriter writer)
    {
        names.Write(writer);
        nouns.Write(writer);
        groups.Write(writer);
    }

    /// <summary>For each token the kinds of the known names that it stands in, the longest of each kind, and where in each.</summary>
    public KnownMark[] Mark(Words words)
    {
        var marks = new KnownMark[words.Count];
        Span<int> ends = stackalloc int[Kinds.Length];
        ends.Clear();
        var article = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (!words.IsCapital(i)) continue;
            var sentence = words.Sentences[words.SentenceOf(i)];
            var start = words.Span(i).Start;
            var done = 0u;
            if (article <= i) article = NextArticle(words, i + 1);
            for (var stop = Math.Min(sentence.FirstToken + sentence.TokenCount, i + LongestName); stop > i; stop--)
            {
                var length = words.Span(stop - 1).End - start;
                if (length > LongestText) continue;
                var text = words.Text.AsSpan(start, length);
                var open = KindsOf(text, alone: stop == i + 1, article > i && article < stop - 1 ? ArabicNames.KeyOf(text.ToString()) : null) & ~done;
                for (var kind = 0; open >> kind != 0; kind++)
                {
                    if ((open & (1u << kind)) == 0 || ends[kind] > i) continue;
                    done |= 1u << kind;
                    ends[kind] = stop;
                    for (var k = i; k < stop; k++) marks[k] = marks[k].With(kind, first: k == i, last: k + 1 == stop);
                }
            }
        }

        return marks;
    }

    /// <summary>The first meaning of a noun and the set of its meanings; zeros for other words.</summary>
    public (byte First, ushort All) MeaningOf(uint lemma)
    {
        var found = nouns.Of(lemma);
        return found.Length == 0 ? default : (found[0], BinaryPrimitives.ReadUInt16LittleEndian(found[1..]));
    }

    /// <summary>The groups of a word, or of its lower-case form; zeros where it is rare.</summary>
    public WordGroups GroupsOf(in WordTraits word)
    {
        var found = groups.Of(word.Form);
        if (found.Length == 0) found = groups.Of(word.Lower);
        return found.Length == 0 ? default : new WordGroups(found[0], found[1], BinaryPrimitives.ReadUInt16LittleEndian(found[2..]));
    }

    private static int NextArticle(Words words, int from)
    {
        while (from < words.Count && !(ArabicNames.IsArticle(words.Lower(from)) && (words.Is(from, "al") || words.Is(from, "el") || (from + 1 < words.Count && words.Is(from + 1, "-"))))) from++;
        return from;
    }

    private uint KindsOf(ReadOnlySpan<char> name, bool alone, uint? key)
    {
        var found = names.Of(FeatureHash.Of(name));
        if (found.Length == 0 && key is { } sounds) found = names.Of(sounds);
        if (found.Length == 0 && alone && name.Length > 3 && !name.ContainsAnyExceptInRange('A', 'Z'))
        {
            Span<char> plain = stackalloc char[name.Length]; // "LONDON" in a headline
            name.ToLowerInvariant(plain);
            plain[0] = name[0];
            found = names.Of(FeatureHash.Of(plain));
        }

        return found.Length == 0 ? 0u : BinaryPrimitives.ReadUInt16LittleEndian(found);
    }
}

/// <summary>The kinds of known names over a token, a bit a kind, and whether it begins or ends them.</summary>
internal readonly record struct KnownMark(uint Kinds, uint Firsts, uint Lasts)
{
    public KnownMark With(int kind, bool first, bool last) => new(Kinds | (1u << kind), first ? Firsts | (1u << kind) : Firsts, last ? Lasts | (1u << kind) : Lasts);

    /// <summary>1 where the token begins the name of that kind, 2 where it ends it, 3 for both.</summary>
    public uint EdgeOf(int kind) => ((Firsts >> kind) & 1) | (((Lasts >> kind) & 1) << 1);
}

/// <summary>The groups that a word stands in, from coarse to fine; 0 for none. Words of a group have like neighbours.</summary>
internal readonly record struct WordGroups(uint Coarse, uint Middle, uint Fine);
