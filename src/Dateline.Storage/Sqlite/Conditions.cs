using Dapper;

namespace Dateline.Storage.Sqlite;

/// <summary>The conditions of a query that were asked for, with their values.</summary>
internal sealed class Conditions
{
    private readonly List<string> conditions = [];

    public DynamicParameters Values { get; } = new();

    /// <summary>" WHERE ...", or nothing where there is no condition.</summary>
    public override string ToString() => conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

    public void Add(string condition) => conditions.Add(condition);

    /// <param name="value">Null and blank are not asked for.</param>
    /// <param name="name">Of the parameter in the condition.</param>
    public void Add(string? value, string name, string condition)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        conditions.Add(condition);
        Values.Add(name, value.Trim());
    }
}
