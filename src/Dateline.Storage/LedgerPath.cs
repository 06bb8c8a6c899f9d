namespace Dateline.Storage;

/// <summary>Where a person's ledger is when none is named.</summary>
public static class LedgerPath
{
    public const string FileName = "dateline.db";

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
