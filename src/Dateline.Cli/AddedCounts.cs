namespace Dateline.Cli;

/// <summary>What became of the pages that were to be added.</summary>
internal sealed class AddedCounts
{
    public int New { get; set; }

    public int Held { get; set; }

    public int Refused { get; set; }
}
