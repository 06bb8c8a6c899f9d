namespace Dateline.Storage;

/// <summary>How much a ledger holds.</summary>
public sealed record LedgerCounts(int Captures, int Articles, int Stories, int Statements, int Tracks, int Changes, int Quarantined);
