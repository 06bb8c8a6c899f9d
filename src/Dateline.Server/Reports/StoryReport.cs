using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Exchange;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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

    /// <param name="story">A ledger that holds one story, as <see cref="Ledger.Only"/> gives it.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <exception cref="ArgumentException">the ledger holds no story or several, or the format is unknown</exception>
    public static async Task<string> WriteAsync(Ledger story, string format)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.Stories.Length != 1) throw new ArgumentException($"A report is of one story, not of {story.Stories.Length}.", nameof(story));
        return format switch
        {
            "html" => await HtmlAsync(new LedgerIndex(story), story.Stories[0]),
            "md" => MarkdownReport.Write(new LedgerIndex(story), story.Stories[0]),
            "json" => Encoding.UTF8.GetString(LedgerSlice.Json(story)),
            "csv" => StoryCsv.Entries(story),
            "statements.csv" => StoryCsv.Statements(story),
            "jsonld" => Encoding.UTF8.GetString(LedgerSlice.JsonLd(story)),
            _ => throw new ArgumentException($"'{format}' is no format of a report; take one of {string.Join(", ", Formats)}.", nameof(format)),
        };
    }

    private static async Task<string> HtmlAsync(LedgerIndex index, Story story)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReportPage.Index)] = index, [nameof(ReportPage.Story)] = story });
            var page = await renderer.RenderComponentAsync<ReportPage>(parameters);
            return page.ToHtmlString();
        });
    }
}
