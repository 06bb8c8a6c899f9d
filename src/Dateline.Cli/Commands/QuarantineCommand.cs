using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline quarantine list, show ID: what could not be read, and why.</summary>
internal static class QuarantineCommand
{
    public static Command Create() =>
        new Command("quarantine", "Shows what could not be read, and why. Nothing of it is lost.") { List(), Show() }.Example("dateline quarantine list");

    private static Command List()
    {
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "json");
        return new Command("list", "Lists what is in quarantine, with code and place.") { file, format }
            .Example("dateline quarantine list")
            .Does((parsed, _, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var held = ledger.Quarantine();
                if (parsed.GetValue(format) == "json") JsonOutput.Document(json => WriteAll(json, held));
                else Table.Write(Console.Out, ["ID", "CODE", "WHERE", "DETAIL"], [.. held.Select(q => new[] { q.Id, q.Rejection.Code, q.Rejection.Where ?? "", q.Rejection.Detail })]);
            });
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "An id that `dateline quarantine list` shows." };
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "json", "bytes");
        return new Command("show", "Shows one of them; --format bytes writes what was refused, byte for byte.") { id, file, format }
            .Example("dateline quarantine show 1f0c2a9b44d1 --format bytes > refused.bin")
            .Does((parsed, _, _) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var wanted = parsed.GetValue(id)!;
                var found = ledger.Quarantine().FirstOrDefault(q => q.Id == wanted) ?? throw new UsageException($"Nothing in quarantine has the id {wanted}; dateline quarantine list shows them.");
                var bytes = found.Bytes ?? (found.Capture is { } capture ? ledger.Capture(capture)?.Bytes : null);
                switch (parsed.GetValue(format))
                {
                    case "json": JsonOutput.Document(json => QuarantinedJson.Write(json, found)); break;
                    case "bytes": WriteBytes(bytes, found); break;
                    default: WriteText(found, bytes); break;
                }
            });
    }

    private static void WriteText(Quarantined q, ReadOnlyMemory<byte>? bytes)
    {
        Console.Out.WriteLine($"{q.Id}  {q.Rejection.Code}");
        Console.Out.WriteLine($"where     {q.Rejection.Where}");
        Console.Out.WriteLine($"detail    {q.Rejection.Detail}");
        Console.Out.WriteLine($"capture   {q.Capture?.Value ?? "none"}");
        Console.Out.WriteLine($"bytes     {(bytes is { } b ? b.Length.ToString("N0", CultureInfo.InvariantCulture) : "not kept")}");
        Console.Out.WriteLine($"pipeline  {q.Stamp}");
    }

    private static void WriteBytes(ReadOnlyMemory<byte>? bytes, Quarantined q)
    {
        if (bytes is not { } b) throw new UsageException($"The bytes of {q.Id} were not kept (they could not be read, or were too many); they are still at {q.Rejection.Where}.");
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(b.Span);
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<Quarantined> held)
    {
        json.WriteStartArray();
        foreach (var q in held) QuarantinedJson.Write(json, q);
        json.WriteEndArray();
    }
}
