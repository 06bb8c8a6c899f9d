namespace Dateline.Annotation;

/// <summary>The closed classes of English words. A word may stand in several.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Determiner = 1,
    Possessive = 2,
    Pronoun = 4,
    Preposition = 8,
    Subordinator = 16,
    Conjunction = 32,
    Auxiliary = 64,
    Modal = 128,
    Negation = 256,
    Adverb = 512,
}

/// <summary>Lexicon of the closed classes, of titles, of first names and of the words that tell what a name names.</summary>
internal static class WordClasses
{
    private static readonly Lazy<Dictionary<string, WordClass>> Closed = new(LoadClosed);
    private static readonly Lazy<Dictionary<string, string[]>> Titles = new(() => Load("lexicon/titles.tsv"));
    private static readonly Lazy<Dictionary<string, string[]>> FirstNames = new(() => Load("lexicon/first-names.tsv"));
    private static readonly Lazy<ILookup<string, string>> Heads = new(() => Resources.Rows("lexicon/name-heads.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal));

    private static readonly Lazy<HashSet<string>> Surnames = new(() => Resources.Rows("lexicon/surnames.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Acronyms = new(() => Resources.Rows("lexicon/common-acronyms.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal));

    /// <param name="lower">The word in lower case, with straight apostrophes.</param>
    public static WordClass Of(string lower) => Closed.Value.GetValueOrDefault(lower);

    /// <summary>"honorific", "office" or "rank"; null for other words.</summary>
    public static string? TitleKind(string lower) => Titles.Value.TryGetValue(lower, out var row) ? row[1] : null;

    /// <summary>'m', 'f', or '?' where the title or the name does not tell.</summary>
    public static char GenderOfTitle(string lower) => Titles.Value.TryGetValue(lower, out var row) ? Gender(row, 2) : '?';

    public static bool IsFirstName(string lower) => FirstNames.Value.ContainsKey(lower);

    public static bool IsSurname(string lower) => Surnames.Value.Contains(lower);

    /// <summary>True for capital letters that name nobody: "TV", "GDP".</summary>
    public static bool IsCommonAcronym(string lower) => Acronyms.Value.Contains(lower);

    /// <inheritdoc cref="GenderOfTitle"/>
    public static char GenderOfFirstName(string lower) => FirstNames.Value.TryGetValue(lower, out var row) ? Gender(row, 1) : '?';

    /// <summary>True where the word ends names of that kind: ("ministry", "body").</summary>
    public static bool IsHead(string lower, string kind) => Heads.Value[lower].Contains(kind);

    private static char Gender(string[] row, int column) => column < row.Length && row[column].Length == 1 ? row[column][0] : '?';

    private static Dictionary<string, string[]> Load(string path) => Resources.Rows(path).ToDictionary(r => r[0], StringComparer.Ordinal);

    private static Dictionary<string, WordClass> LoadClosed()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/word-classes.tsv")) classes[row[0]] = classes.GetValueOrDefault(row[0]) | Class(row[1]);
        return classes;
    }

    private static WordClass Class(string name) => name switch
    {
        "det" => WordClass.Determiner,
        "poss" => WordClass.Possessive,
        "pron" => WordClass.Pronoun,
        "adp" => WordClass.Preposition,
        "sconj" => WordClass.Subordinator,
        "cconj" => WordClass.Conjunction,
        "aux" => WordClass.Auxiliary,
        "modal" => WordClass.Modal,
        "neg" => WordClass.Negation,
        "adv" => WordClass.Adverb,
        _ => throw new InvalidOperationException($"No class of words '{name}'."),
    };
}
