using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage;

/// <summary>Where a person's ledger is when none is named.</summary>
public static class LedgerPath
{
    public const string FileName = "dateline.db";

    private const int LongestName = 40;

    /// <summary>The ledger of some paths alone, beside the default one: "dateline/served/samples-1f0c2a9b.db". The same paths have the same, wherever they are named from.</summary>
    public static string Of(IEnumerable<string> paths)
    {
        var full = paths.Select(p => Path.TrimEndingDirectorySeparator(Path.GetFullPath(p))).Distinct().Order(StringComparer.Ordinal).ToList();
        var name = string.Concat(Path.GetFileName(full[0]).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(LongestName));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', full))))[..8];
        return Path.Combine(Path.GetDirectoryName(Default())!, "served", $"{name}-{hash}.db");
    }

    /// <summary>"dateline/dateline.db" in XDG_DATA_HOME where that is set, else in the system's folder for a user's application data.</summary>
    public static string Default()
    {
        var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (string.IsNullOrWhiteSpace(home) || !Path.IsPathRooted(home))
            home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (string.IsNullOrWhiteSpace(home)) throw new LedgerException("There is no folder for a user's data on this machine; name a file with --ledger PATH.");
        return Path.Combine(home, "dateline", FileName);
    }
}
