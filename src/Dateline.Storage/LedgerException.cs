namespace Dateline.Storage;

/// <summary>The store cannot be used: it is locked, full, damaged, not a ledger, or from a newer version. The message says what to do.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException()
    {
    }

    public LedgerException(string message)
        : base(message)
    {
    }

    public LedgerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
