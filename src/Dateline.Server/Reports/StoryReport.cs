using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Server.Reports;

/// <summary>A story as one file that needs no other: to send, to print, to keep.</summary>
public static class StoryReport
{
    /// <summary>The formats by the names that <c>--format</c> takes.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "md", "json", "csv", "statements.csv", "jsonld"];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static string MediaType(string format) => format switch
    {
        "html" => "text/html; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" or "statements.csv" => "text/csv; charset=utf-8",
        "jsonld" => "application/ld+json",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>Writes to the stream while it is made: no format is ever whole in memory, but for the view of the story that begins the HTML.</summary>
    /// <param name="story">A ledger that holds one story, as <see cref="Ledger.Only"/> gives it.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="ArgumentException">the ledger holds no story or several, or the format is unknown</exception>
    public static async Task WriteAsync(Ledger story, string format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(output);
        if (story.Stories.Length != 1) throw new ArgumentException($"A report is of one story, not of {story.Stories.Length}.", nameof(story));
        if (!Formats.Contains(format)) throw new ArgumentException($"'{format}' is no format of a report; take one of {string.Join(", ", Formats)}.", nameof(format));
        if (format is "json" or "jsonld")
        {
            using var json = new Utf8JsonWriter(output, Json.Indented);
            if (format == "json") LedgerJson.Write(json, story);
            else StoryJsonLd.Write(json, story);
            return;
        }

        await using var text = new StreamWriter(output, leaveOpen: true);
        if (format == "html") await HtmlReport.WriteAsync(text, new LedgerIndex(story), story.Stories[0]);
        else if (format == "md") MarkdownReport.Write(text, new LedgerIndex(story), story.Stories[0]);
        else foreach (var line in format == "csv" ? StoryCsv.Entries(story) : StoryCsv.Statements(story)) text.Write(line);
    }
}
