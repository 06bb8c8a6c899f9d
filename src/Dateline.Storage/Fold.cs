namespace Dateline.Storage;

/// <summary>Brings a ledger up to date: reads again what is stale, then lets the collection's stages run over the whole history.</summary>
public static class Fold
{
    /// <summary>Does nothing where nothing is due. Whatever interrupts it, the next call goes on from there.</summary>
    /// <param name="rederived">Called after each capture that was read again.</param>
    /// <returns>True where something was done.</returns>
    public static bool Complete(ILedger ledger, Action? rederived = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var derived in ledger.StaleCaptures().AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Derived.From))
        {
            cancel.ThrowIfCancellationRequested();
            ledger.Rederive(derived);
            rederived?.Invoke();
        }

        if (!ledger.FoldIsDue()) return false;
        var made = Pipeline.Follow([.. ledger.History()]);
        cancel.ThrowIfCancellationRequested();
        ledger.Replace(made);
        return true;
    }
}
