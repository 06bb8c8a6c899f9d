using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>Which argument of a predicate a claim is about.</summary>
internal enum ThemeRole
{
    Subject,
    Object,

    /// <summary>What stands after "from": whoever is driven from a place leaves it to another.</summary>
    From,
}

/// <summary>One line of <c>lexicon/predicates.tsv</c>.</summary>
/// <param name="Pattern">Lemmas; up to two other words may stand between two of them.</param>
/// <param name="Tag">VERB, NOUN or ADJ: what the first word must be.</param>
/// <param name="Alone">True where it says this only without object and complement: "must go", but not "go home".</param>
/// <param name="Value">The answer when affirmed; "@agent" and "@object" stand for that argument's name.</param>
internal sealed record Predicate(ImmutableArray<string> Pattern, string Tag, Aspect Aspect, string Value, string Negated, ThemeRole Theme, bool Alone = false)
{
    public string Id => string.Join(' ', Pattern) + "/" + Tag;
}

/// <summary>One line of <c>lexicon/aspects.tsv</c>.</summary>
/// <param name="Needs">What the theme must be: place, force, person, anyone or any.</param>
/// <param name="Question">With {theme}, {place} and verbs that agree with the theme.</param>
/// <param name="Many">The question that a number answers, or "-".</param>
/// <param name="Family">Aspects of one family answer one question: to want somebody gone and to see him go.</param>
/// <param name="Conduct">What a force does that does this; "=" for the claim's own value, "-" where it tells nothing of the force.</param>
internal sealed record Aspect(string Name, TrackKind Kind, string Needs, string Question, string Many, string Family, string Conduct)
{
    public bool IsCounted => Many != "-";

    /// <summary>False where a story has one such question, whoever it is about: who is in power, whether there are talks.</summary>
    public bool Asks => Question.Contains("{theme}", StringComparison.Ordinal);
}

/// <summary>The predicates that Dateline knows, by their first lemma.</summary>
internal static class PredicateLexicon
{
    private static readonly Lazy<FrozenDictionary<string, Aspect>> LazyAspects = new(() => Resources.Rows("lexicon/aspects.tsv")
        .Select(r => new Aspect(r[0], Enum.Parse<TrackKind>(r[1], ignoreCase: true), r[2], r[3], r[4], r[5], r[6]))
        .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Predicate>>> LazyPredicates = new(Load);

    public static FrozenDictionary<string, Aspect> Aspects => LazyAspects.Value;

    /// <summary>A number with a head but no predicate of the lexicon: it joins whatever else counts that head.</summary>
    public static Aspect Count { get; } = new("count", TrackKind.Quantity, "force", "", "How many {theme} are there{place}?", "count", "-");

    /// <summary>What a force does, whichever predicate tells it.</summary>
    public static Aspect Conduct => Aspects["conduct"];

    /// <summary>The predicates that begin with a lemma, the longest patterns first.</summary>
    public static ImmutableArray<Predicate> StartingWith(string lemma) => LazyPredicates.Value.GetValueOrDefault(lemma, []);

    public static IEnumerable<Predicate> All => LazyPredicates.Value.Values.SelectMany(p => p).OrderBy(p => p.Id, StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<(string, string)>> Opposites = new(() => All.Where(p => !p.Value.Contains('@', StringComparison.Ordinal))
        .SelectMany(p => new[] { (p.Value, p.Negated), (p.Negated, p.Value) }).ToFrozenSet());

    /// <summary>True when one value is what the other's predicate says when negated.</summary>
    public static bool AreOpposite(string a, string b) => Opposites.Value.Contains((a, b)) || a == "not " + b || b == "not " + a;

    private static FrozenDictionary<string, ImmutableArray<Predicate>> Load() => Resources.Rows("lexicon/predicates.tsv")
        .Select(r => new Predicate([.. r[0].Split(' ')], r[1] switch { "v" or "i" => "VERB", "n" => "NOUN", _ => "ADJ" }, Aspects[r[2]], r[3], r[4], Enum.Parse<ThemeRole>(r[5], ignoreCase: true), r[1] == "i"))
        .GroupBy(p => p.Pattern[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Pattern.Length).ThenBy(p => p.Id, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
}
