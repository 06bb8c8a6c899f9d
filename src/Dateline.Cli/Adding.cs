using Dateline.Intake;
using Dateline.Storage;

namespace Dateline.Cli;

/// <summary>Brings pages into a ledger: several are read at once, they are written one by one in the order in which they came, then the collection's stages run.</summary>
internal static class Adding
{
    /// <exception cref="OperationCanceledException">Ctrl-C; what was written so far is kept</exception>
    public static void Run(ILedger ledger, IEnumerable<string> paths, Talk talk, CancellationToken cancel)
    {
        int added = 0, held = 0;
        Complete(ledger, talk, cancel, fold: false);
        foreach (var (arrival, derived) in InOrder.Select(CaptureReader.Read(paths), Read))
        {
            cancel.ThrowIfCancellationRequested();
            talk.Progress("Reading pages:", added + held + talk.Refused);
            if (!talk.Hear(arrival))
            {
                if (arrival is Arrival.Refused refused) ledger.Refuse(Quarantined.Of(refused.Rejection, refused.Bytes));
            }
            else if (derived is null || !ledger.Append(derived))
            {
                held++;
            }
            else if (derived.Rejection is { } rejection)
            {
                talk.Reject(rejection);
            }
            else
            {
                added++;
            }
        }

        Complete(ledger, talk, cancel);
        talk.TellRest();
        talk.Say($"{Count(added, "page")} added, {Talk.Number(held)} held already, {Talk.Number(talk.Refused)} in quarantine. The ledger is {ledger.Location}");

        (Arrival Arrival, Derived? Derived) Read(Arrival arrival) =>
            (arrival, arrival is Arrival.Got got && !ledger.Holds(got.Capture.Id) ? Derived.From(got.Capture) : null);
    }

    /// <summary>Finishes what an interrupted run, or an older version, left behind.</summary>
    public static void Complete(ILedger ledger, Talk talk, CancellationToken cancel, bool fold = true)
    {
        var stale = 0;
        Fold.Rederive(ledger, () => talk.Progress("Reading again what older rules read:", ++stale), cancel);
        if (stale > 0) talk.Say($"{Count(stale, "page")} read again: other rules, or a run that was cut short, had left them behind.");
        if (!fold || !ledger.FoldIsDue()) return;
        talk.Progress("Tracing, placing and following ...", ledger.Counts().Articles);
        Fold.Follow(ledger, cancel);
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{Talk.Number(count)} {what}s";
}
