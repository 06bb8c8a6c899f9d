using System.Text.Json;
using Dateline.Exchange;
using Dateline.Server.Agents;
using Dateline.Server.Reports;
using Dateline.Storage;
using Dateline.Storage.Extracts;

namespace Dateline.Server.Tests;

/// <summary>On how many origins a story rests is one number wherever it is told.</summary>
public sealed class OriginsToldTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Every_place_says_the_same_number_of_origins()
    {
        foreach (var summary in site.Ledger.Stories())
        {
            var whole = site.Ledger.Load(summary.Story.Id)!;
            var least = OriginCount.Least(summary.Story.Articles, whole.Origins);
            Assert.Equal(least, summary.Origins);
            Assert.Equal(least, site.Ledger.List(new StoryQuery()).Stories.Single(s => s.Id == summary.Story.Id).Origins);
            Assert.Equal(least, site.Ledger.Extract(summary.Story.Id, new StoryExtractQuery())!.Counts.Origins);
            Assert.Equal(least, new LedgerIndex(whole).OriginCount(summary.Story));
            using var agent = JsonDocument.Parse(new AgentAnswers(site.Ledger).Story($"{summary.Story.Id}")!);
            Assert.Equal(least, agent.RootElement.GetProperty("origins").GetInt32());
            using var ledger = JsonDocument.Parse(Json.Bytes(w => LedgerJson.Write(w, whole), Json.Indented));
            Assert.Equal(least, ledger.RootElement.GetProperty("stories")[0].GetProperty("origins").GetProperty("atLeast").GetInt32());
            Assert.Contains($"at least {Wording.Count(least, "origin")}", await ReportAsync(whole, "md"), StringComparison.Ordinal);
            var shown = $"at least {least}</b> {(least == 1 ? "origin" : "origins")}";
            Assert.Contains(shown, await ReportAsync(whole, "html"), StringComparison.Ordinal);
            Assert.Contains(shown, await site.Client.GetStringAsync($"/stories/{summary.Story.Id}"), StringComparison.Ordinal);
        }

        // where pages share roots the most that there can be is another number, so the test can fail
        Assert.Contains(site.Ledger.Stories(), s => site.Ledger.Load(s.Story.Id)!.Origins.Length > s.Origins);
    }

    private static async Task<string> ReportAsync(Ledger story, string format)
    {
        using var file = new MemoryStream();
        await StoryReport.WriteAsync(story, format, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }
}
