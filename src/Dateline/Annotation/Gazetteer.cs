namespace Dateline.Annotation;

/// <summary>A name that the lexicons know.</summary>
/// <param name="Name">The canonical name: "North Korea".</param>
/// <param name="Country">The country that it belongs to or stands for; empty where there is none.</param>
/// <param name="Speaks">True for a capital or a seat of power, which stands for its government when it speaks or acts.</param>
internal sealed record KnownName(string Name, EntityKind Kind, string Country, bool Speaks);

/// <summary>The lexicons of names. Keys are compared letter by letter, with straight apostrophes.</summary>
internal static class Gazetteer
{
    public const int LongestName = 64;

    private static readonly Lazy<Dictionary<string, KnownName>> Names = new(Load);
    private static readonly Lazy<Dictionary<string, string>> Roles = new(LoadRoles);

    public static KnownName? Find(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName) return null;
        Span<char> key = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++) key[i] = name[i] == '’' ? '\'' : name[i];
        return Names.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : null;
    }

    /// <summary>The body that plays a role for a country: ("South Korea", "spy agency") to "National Intelligence Service".</summary>
    public static string? InRole(string country, string role) => Roles.Value.GetValueOrDefault(country + "/" + role);

    private static Dictionary<string, KnownName> Load()
    {
        var names = new Dictionary<string, KnownName>(4096, StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/countries.tsv"))
        {
            var country = new KnownName(row[0], EntityKind.Place, row[0], true);
            names[row[0]] = country;
            foreach (var alias in Cells(row, 3)) names[alias] = country;
            foreach (var demonym in Cells(row, 2))
            {
                var people = new KnownName(row[0], EntityKind.Demonym, row[0], false);
                names.TryAdd(demonym, people);
                if (!demonym.EndsWith('s') && !demonym.EndsWith("sh", StringComparison.Ordinal) && !demonym.EndsWith("ch", StringComparison.Ordinal) && !demonym.EndsWith("ese", StringComparison.Ordinal)) names.TryAdd(demonym + "s", people);
            }
        }

        foreach (var row in Resources.Rows("lexicon/countries.tsv"))
        {
            var capitals = Cells(row, 1);
            foreach (var capital in capitals) names.TryAdd(capital, new KnownName(capitals[0], EntityKind.Place, row[0], true));
        }

        foreach (var row in Resources.Rows("lexicon/peoples.tsv"))
        {
            names.TryAdd(row[0], new KnownName(row[0], EntityKind.Demonym, "", false));
            if (!WordClasses.IsFirstName(row[0].ToLowerInvariant() + "s")) names.TryAdd(row[0] + "s", new KnownName(row[0], EntityKind.Demonym, "", false));
        }

        foreach (var row in Resources.Rows("lexicon/agencies.tsv"))
        {
            Add(names, new KnownName(row[0], EntityKind.Agency, "", true), row[0]);
            foreach (var form in row[1].Split(';', StringSplitOptions.TrimEntries)) Add(names, new KnownName(row[0], EntityKind.Agency, "", true), form);
        }

        foreach (var row in Resources.Rows("lexicon/organisations.tsv")) AddAll(names, row, KindOf(row[1]), Cell(row, 3), row[1] == "government");
        foreach (var row in Resources.Rows("lexicon/outlets.tsv")) AddAll(names, row, EntityKind.Outlet, "", true);
        foreach (var row in Resources.Rows("lexicon/places.tsv")) names.TryAdd(row[0], new KnownName(row[0], EntityKind.Place, Cell(row, 2), false));
        return names;
    }

    private static void AddAll(Dictionary<string, KnownName> names, string[] row, EntityKind kind, string country, bool speaks)
    {
        var known = new KnownName(row[0], kind, country, speaks);
        Add(names, known, row[0]);
        foreach (var alias in Cells(row, 2)) Add(names, known, alias);
    }

    private static void Add(Dictionary<string, KnownName> names, KnownName known, string form)
    {
        names.TryAdd(form.Replace('’', '\''), known);
    }

    private static Dictionary<string, string> LoadRoles()
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Resources.Rows("lexicon/organisations.tsv"))
            if (Cell(row, 4).Length > 0) roles.TryAdd(Cell(row, 3) + "/" + Cell(row, 4), row[0]);
        return roles;
    }

    private static EntityKind KindOf(string kind) => kind switch
    {
        "body" => EntityKind.GovernmentBody,
        "force" => EntityKind.ArmedForce,
        "government" => EntityKind.GovernmentBody,
        _ => EntityKind.Organisation,
    };

    private static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";

    private static string[] Cells(string[] row, int column) => Cell(row, column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
