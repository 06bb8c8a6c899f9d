using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli;

/// <summary>Brings pages into a ledger: many are read at once, they are written one by one in the order in which they came.</summary>
internal static class Adding
{
    /// <returns>How many pages were new, were held already, and were refused.</returns>
    public static AddedCounts Run(ILedger ledger, IEnumerable<string> paths, CancellationToken cancel)
    {
        var counts = new AddedCounts();
        var read = CaptureReader.Read(paths).AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Read);
        foreach (var (refused, derived) in read)
        {
            cancel.ThrowIfCancellationRequested();
            if (derived is null)
            {
                Console.Error.WriteLine($"{refused!.Code}: {refused.Where}: {refused.Detail}");
                ledger.Refuse(Quarantined.Of(refused));
                counts.Refused++;
            }
            else if (!ledger.Append(derived))
            {
                counts.Held++;
            }
            else if (derived.Rejection is { } rejection)
            {
                Console.Error.WriteLine($"{rejection.Code}: {rejection.Where}: {rejection.Detail}");
                counts.Refused++;
            }
            else
            {
                counts.New++;
            }
        }

        Fold.Complete(ledger, cancel: cancel);
        return counts;

        (Rejection? Refused, Derived? Derived) Read(Outcome<Capture> outcome)
        {
            if (!outcome.TryGet(out var capture, out var rejection)) return (rejection, null);
            return (null, ledger.Holds(capture.Id) ? new Derived(capture, [], null) : Derived.From(capture));
        }
    }
}
