using System.Buffers.Binary;
using Dateline.Annotation;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Packs known names, the meanings of nouns and the groups of words learned from texts.</summary>
internal static class NameKnowledgeTraining
{
    public static void Run(string data, string sources, string models)
    {
        var words = WordNetNouns.Read(sources);
        var packed = ModelFile.Pack(new NameKnowledge(Names(KnownNameSources.Places(sources).Concat(KnownNameSources.Persons(sources)).Concat(words.Instances)), Nouns(words.Meanings), WordGrouping.Learn(data)).Write);
        File.WriteAllBytes(Path.Combine(models, "name-knowledge.bin"), packed);
        Console.Error.WriteLine($"{packed.Length} bytes");
    }

    /// <summary>A bit a kind by name. Names that are written with signs that news leaves out stand under their plain letters, too.</summary>
    private static KeyedBytes Names(IEnumerable<(string Kind, string Name)> names)
    {
        var kinds = new SortedDictionary<uint, ushort>();
        foreach (var (kind, name) in names)
        {
            Add(kind, FeatureHash.Of(name));
            var plain = KnownNameSources.Plain(name);
            if (plain != name) Add(kind, FeatureHash.Of(plain));
            if (kind is "village" or "town" or "city" && ArabicNames.KeyOf(plain) is { } key) Add(kind, key);
        }

        var values = new byte[kinds.Count * 2];
        var at = 0;
        foreach (var bits in kinds.Values) BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(2 * at++), bits);
        Console.Error.WriteLine($"{kinds.Count} names");
        return new KeyedBytes([.. kinds.Keys], 2, values);

        void Add(string kind, uint key) => kinds[key] = (ushort)(kinds.GetValueOrDefault(key) | (1 << Array.IndexOf(NameKnowledge.Kinds, kind)));
    }

    /// <summary>The first meaning and the set of meanings of each noun, numbered as they come.</summary>
    private static KeyedBytes Nouns(IEnumerable<(string Noun, string[] Meanings)> nouns)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        var meanings = new SortedDictionary<uint, (byte First, ushort All)>();
        foreach (var (noun, all) in nouns.OrderBy(n => n.Noun, StringComparer.Ordinal))
        {
            var set = string.Join(' ', all);
            firsts.TryAdd(all[0], firsts.Count + 1);
            numbers.TryAdd(set, numbers.Count + 1);
            meanings[FeatureHash.Of(noun)] = (checked((byte)firsts[all[0]]), checked((ushort)numbers[set]));
        }

        var values = new byte[meanings.Count * 3];
        var at = 0;
        foreach (var (first, all) in meanings.Values)
        {
            values[at] = first;
            BinaryPrimitives.WriteUInt16LittleEndian(values.AsSpan(at + 1), all);
            at += 3;
        }

        Console.Error.WriteLine($"{meanings.Count} nouns");
        return new KeyedBytes([.. meanings.Keys], 3, values);
    }
}
