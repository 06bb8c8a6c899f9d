using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Sqlite;

/// <summary>A decision as its table holds it.</summary>
internal sealed record DecisionRow(long Number, string At, string By, string Ruling, string Seal)
{
    public const string Select = "SELECT number, at, by, ruling, seal FROM decisions ORDER BY number";

    public const string Insert = "INSERT INTO decisions (number, at, by, ruling, seal) VALUES (@Number, @At, @By, @Ruling, @Seal)";

    /// <param name="before">The seal of the decision before it; empty for the first.</param>
    public static DecisionRow Of(Decision decision, string before)
    {
        var row = new DecisionRow(decision.Number, decision.At.ToString("O", CultureInfo.InvariantCulture), decision.By, Payload.Json(decision.Ruling), "");
        return row with { Seal = row.ComputeSeal(before) };
    }

    public Decision ToDecision() => new((int)Number, DateTimeOffset.ParseExact(At, "O", CultureInfo.InvariantCulture), By, Payload.Ruling(Ruling));

    /// <summary>What is wrong in the log, where its rows are not those that were written.</summary>
    public static IEnumerable<Difference> Faults(IEnumerable<DecisionRow> rows)
    {
        var (number, before) = (0L, "");
        foreach (var row in rows)
        {
            if (row.Number != ++number) yield return new Difference(Codes.VerifyDecision, $"decision {number}", "It is missing in the log.");
            if (row.ComputeSeal(before) != row.Seal) yield return new Difference(Codes.VerifyDecision, $"decision {row.Number}", "It, or one before it, is not what was decided: its seal does not fit.");
            (number, before) = (row.Number, row.Seal);
        }
    }

    private string ComputeSeal(string before) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', before, Number.ToString(CultureInfo.InvariantCulture), At, By, Ruling))));
}
