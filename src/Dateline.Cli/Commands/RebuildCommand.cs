using System.CommandLine;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline rebuild: everything derived, again from the captures.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var file = CommandLine.Ledger();
        return new Command("rebuild", "Derives everything again from the captures: after an update of the rules, or to see that it comes out the same.") { file }
            .Example("dateline rebuild --ledger story.db")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                var before = Digest(ledger);
                ledger.MarkStale();
                var (done, whole) = (0, ledger.Counts().Captures);
                Fold.Rederive(ledger, () => talk.Progress("Reading captures:", ++done, whole), cancel);
                Fold.Follow(ledger, cancel);
                var after = Digest(ledger);
                var counts = ledger.Counts();
                JsonOutput.Document(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("captures", counts.Captures);
                    json.WriteNumber("articles", counts.Articles);
                    json.WriteNumber("stories", counts.Stories);
                    json.WriteNumber("statements", counts.Statements);
                    json.WriteNumber("tracks", counts.Tracks);
                    json.WriteString("pipeline", Pipeline.Stamp);
                    json.WriteString("digest", after);
                    json.WriteBoolean("same", before == after);
                    json.WriteEndObject();
                });
                talk.Say(before == after ? "Everything came out as it was, byte for byte." : "Rebuilt; it came out different from what was there.");
            });
    }

    /// <summary>Null where what was there cannot be read: that is what a rebuild is for.</summary>
    private static string? Digest(ILedger ledger)
    {
        try
        {
            return LedgerDigest.Of(ledger.Load());
        }
        catch (LedgerException)
        {
            return null;
        }
    }
}
