using System.Collections.Frozen;

namespace Dateline.Tracks;

/// <summary>What kind of thing a noun names, so that "troops", "soldiers" and "forces" answer one question.</summary>
/// <param name="Class">"troop".</param>
/// <param name="Parent">"force", "person", "place" or "thing".</param>
/// <param name="Plural">How a question names the class.</param>
internal sealed record HeadClass(string Class, string Parent, string Plural);

/// <summary>The thesaurus of heads, <c>lexicon/heads.tsv</c>.</summary>
internal static class HeadLexicon
{
    private static readonly Lazy<FrozenDictionary<string, HeadClass>> Heads = new(() => Resources.Rows("lexicon/heads.tsv")
        .GroupBy(r => r[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => new HeadClass(g.First()[1], g.First()[2], g.First()[3]), StringComparer.Ordinal));

    /// <summary>Classes whose words pages use for one another: people in general, and men under arms.</summary>
    private static readonly FrozenSet<string>[] Kin =
    [
        FrozenSet.ToFrozenSet(["civilian", "victim", "body", "member", "refugee", "protester", "family", "child"], StringComparer.Ordinal),
        FrozenSet.ToFrozenSet(["troop", "personnel", "police", "armour"], StringComparer.Ordinal),
    ];

    public static HeadClass? Of(string lemma) => Heads.Value.GetValueOrDefault(lemma);

    /// <summary>One name for the classes that pages use for one another.</summary>
    public static string KinOf(HeadClass head) => Array.Find(Kin, k => k.Contains(head.Class)) is { } kin ? kin.Order(StringComparer.Ordinal).First() : head.Class;

    /// <summary>True when two heads may name the same thing.</summary>
    public static bool Agree(HeadClass a, HeadClass b) =>
        a.Class == b.Class || Kin.Any(k => k.Contains(a.Class) && k.Contains(b.Class));
}
