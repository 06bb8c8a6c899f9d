namespace Dateline.Storage;

/// <summary>Brings a ledger up to date. Whatever interrupts it, the next call goes on from there.</summary>
public static class Fold
{
    /// <summary>Reads again the captures whose articles are missing or were made by another pipeline.</summary>
    /// <param name="each">Called after each of them.</param>
    public static void Rederive(ILedger ledger, Action? each = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var derived in InOrder.Select(ledger.StaleCaptures(), Derived.From))
        {
            cancel.ThrowIfCancellationRequested();
            ledger.Rederive(derived);
            each?.Invoke();
        }
    }

    /// <summary>Lets the collection's stages run over the whole history, where they are behind it.</summary>
    /// <returns>True where something was done.</returns>
    public static bool Follow(ILedger ledger, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (!ledger.FoldIsDue()) return false;
        var made = Pipeline.Follow([.. ledger.History()], ledger.Decisions());
        cancel.ThrowIfCancellationRequested();
        ledger.Replace(made);
        return true;
    }
}
