namespace Dateline.Storage;

/// <summary>Look-ups that every reader of a ledger needs.</summary>
public static class LedgerLookup
{
    /// <summary>The story; where it was merged into another one, that. Null where there is neither.</summary>
    public static Ledger? LoadStanding(this ILedger ledger, StoryId story)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Load(story) ?? (ledger.LeadsTo(story) is { } leads ? ledger.Load(leads) : null);
    }

    /// <summary>The same, opened to be written out.</summary>
    public static HeldStory? OpenStanding(this ILedger ledger, StoryId story)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.Open(story) ?? (ledger.LeadsTo(story) is { } leads ? ledger.Open(leads) : null);
    }
}
