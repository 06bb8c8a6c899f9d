namespace Dateline.Cli;

/// <summary>What a command's end tells the shell. Where several hold, the greatest.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some input was quarantined, or verify found a difference; everything else was done.</summary>
    public const int Quarantined = 1;

    /// <summary>The command line is wrong: an unknown option, a path that is not there, a story that does not exist.</summary>
    public const int Usage = 2;

    /// <summary>The machine failed: disk full, database locked or damaged, port in use.</summary>
    public const int Environment = 3;

    /// <summary>Ctrl-C. What was added is kept; the next add goes on from there.</summary>
    public const int Interrupted = 130;
}
