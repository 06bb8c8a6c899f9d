using System.CommandLine;
using System.Globalization;
using Dateline.Decisions;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline decisions list|undo|import: the log of what people decided.</summary>
internal static class DecisionsCommand
{
    private const int LongestLine = 1 << 20; // characters of one decision in a file

    public static Command Create() => new Command("decisions", "The log of what people decided.") { List(), Undo(), Import() }.Example("dateline decisions list");

    /// <summary>Appends a decision, lets the collection's stages run and says what was decided.</summary>
    public static void Append(ILedger ledger, Ruling ruling, string by, Talk talk, CancellationToken cancel)
    {
        var decision = ledger.Decide(ruling, by, TimeProvider.System.GetUtcNow());
        Adding.Complete(ledger, talk, cancel);
        talk.Say($"Decision {Talk.Number(decision.Number)}: {Rulings.Words(ruling)}. To take it back: dateline decisions undo {Talk.Number(decision.Number)}");
    }

    private static Command List()
    {
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "jsonl");
        return new Command("list", "Lists all decisions, also those taken back; jsonl is what `decisions import` reads.") { file, format }
            .Example("dateline decisions list --format jsonl > decisions.jsonl")
            .Does((parsed, _, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var log = ledger.Decisions();
                if (parsed.GetValue(format) == "jsonl")
                {
                    foreach (var decision in log) Console.Out.WriteLine(DecisionLine.Write(decision));
                    return;
                }

                var standing = Rulings.Standing(log).Select(d => d.Number).ToHashSet();
                Table.Write(
                    Console.Out,
                    ["#", "AT", "BY", "STANDS", "WHAT"],
                    [.. log.Select(d => new[] { Talk.Number(d.Number), d.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), d.By, d.Ruling is Ruling.Undo ? "" : standing.Contains(d.Number) ? "yes" : "no", Rulings.Words(d.Ruling) })]);
            });
    }

    private static Command Undo()
    {
        var number = new Argument<int>("NUMBER") { Description = "The decision's number; `dateline decisions list` lists them." };
        var (file, by) = (CommandLine.Ledger(), CommandLine.By());
        return new Command("undo", "Takes a decision back; taking that back in turn brings it to life again. The log keeps all of them.") { number, file, by }
            .Example("dateline decisions undo 3")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var wanted = parsed.GetValue(number);
                if (ledger.Decisions().All(d => d.Number != wanted)) throw new UsageException($"There is no decision {Talk.Number(wanted)}; dateline decisions list shows all.");
                Append(ledger, new Ruling.Undo(wanted), parsed.GetValue(by)!, talk, cancel);
            });
    }

    private static Command Import()
    {
        var from = new Argument<string>("FILE") { Description = "What `dateline decisions list --format jsonl` wrote." };
        var file = CommandLine.Ledger();
        return new Command("import", "Appends the decisions of another ledger; those about pages that are not held wait until they come.") { from, file }
            .Example("dateline decisions import decisions.jsonl --ledger new.db")
            .Does((parsed, talk, cancel) =>
            {
                var path = parsed.GetValue(from)!;
                if (!File.Exists(path)) throw new UsageException($"There is no file {path}.");
                using var ledger = CommandLine.Open(parsed.GetValue(file));
                var shift = ledger.Decisions().Length;
                var taken = new List<Decision>();
                foreach (var line in File.ReadLines(path))
                {
                    if (string.IsNullOrWhiteSpace(line)) continue;
                    if (line.Length > LongestLine || DecisionLine.Read(line) is not { } decision || decision.Number != taken.Count + 1)
                        throw new UsageException($"{path}: line {Talk.Number(taken.Count + 1)} is no decision, or not the next one; nothing was taken.");
                    taken.Add(decision);
                }

                foreach (var decision in taken)
                    ledger.Decide(decision.Ruling is Ruling.Undo undo ? new Ruling.Undo(undo.Number + shift) : decision.Ruling, decision.By, decision.At);
                Adding.Complete(ledger, talk, cancel);
                talk.Say($"{Talk.Number(taken.Count)} decisions taken over.");
            });
    }
}
