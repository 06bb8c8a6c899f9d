using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline verify: checks every capture, every offset and everything derived.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = CommandLine.Ledger();
        return new Command("verify", "Hashes every capture again, looks up every quote at its place, derives everything again, and names what differs.") { file }
            .Example("dateline verify --ledger story.db")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var (done, whole) = (0, ledger.Counts().Captures);
                var report = Verification.Run(ledger, () => talk.Progress("Verifying captures:", ++done, whole), cancel);
                Write(report);
                if (report.Differences.Length > 0) talk.Raise(ExitCodes.Quarantined);
                if (report.OtherStamp is { } stamp) talk.Say($"The ledger was made by pipeline {stamp}, this is {Pipeline.Stamp}: only hashes and offsets were checked. dateline rebuild derives it again.");
                foreach (var difference in report.Differences) talk.Say($"{difference.Code}: {difference.Where}: {difference.Detail}");
                talk.Say(report.Differences.Length == 0
                    ? $"Everything stands: {Talk.Number(report.Captures)} captures, {Talk.Number(report.Statements)} statements and {Talk.Number(report.Entries)} entries checked."
                    : $"{Talk.Number(report.Differences.Length)} differences. Restore damaged captures from a backup, or add their pages again; dateline rebuild mends what is derived.");
            });
    }

    private static void Write(VerificationReport report) => JsonOutput.Document(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("captures", report.Captures);
        json.WriteNumber("articles", report.Articles);
        json.WriteNumber("statements", report.Statements);
        json.WriteNumber("entries", report.Entries);
        json.WriteString("pipeline", report.OtherStamp ?? Pipeline.Stamp);
        json.WriteStartArray("differences");
        foreach (var difference in report.Differences)
        {
            json.WriteStartObject();
            json.WriteString("code", difference.Code);
            json.WriteString("where", difference.Where);
            json.WriteString("detail", difference.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
