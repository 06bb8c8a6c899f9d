using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Exchange;

namespace Dateline.Tests.Exchange;

/// <summary>The exports of the sample story against the shapes of their standards.</summary>
public sealed class StoryExportTests
{
    private static readonly Ledger Story = Samples.Ledger.Only(Samples.Ledger.Stories[0].Id);

    private static readonly JsonArray Graph = JsonNode.Parse(Written(json => StoryJsonLd.Write(json, Story)))!["@graph"]!.AsArray();

    [Fact]
    public void Every_node_of_the_json_ld_has_an_id_of_its_own_and_a_type()
    {
        var ids = Graph.Select(n => n!["@id"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Graph, n => Assert.NotEmpty(n!["@type"]!.AsArray()));
        Assert.Equal(Story.Tracks.Sum(t => t.Entries.Length), Of("Claim").Count);
        Assert.Equal(Story.Articles.Length, Of("NewsArticle").Count);
    }

    [Fact]
    public void Every_link_of_the_json_ld_leads_to_a_node()
    {
        var ids = Graph.Select(n => n!["@id"]!.GetValue<string>()).ToHashSet();
        foreach (var node in Graph)
        {
            foreach (var (name, value) in node!.AsObject())
            {
                if (name == "@id") continue;
                foreach (var link in Leaves(value).Where(l => l.StartsWith("urn:dateline:", StringComparison.Ordinal))) Assert.Contains(link, ids);
            }
        }
    }

    [Fact]
    public void Selectors_point_at_the_exact_words_in_code_points()
    {
        var texts = Of("NewsArticle").ToDictionary(n => n["@id"]!.GetValue<string>(), n => n["articleBody"]!.GetValue<string>().EnumerateRunes().ToArray());
        var targets = Graph.Select(n => n!["oa:hasTarget"]).OfType<JsonObject>().ToList();
        Assert.NotEmpty(targets);
        foreach (var target in targets)
        {
            var text = texts[target["oa:hasSource"]!.GetValue<string>()];
            var (quote, position) = (target["oa:hasSelector"]![0]!, target["oa:hasSelector"]![1]!);
            var (start, end) = (position["oa:start"]!.GetValue<int>(), position["oa:end"]!.GetValue<int>());
            Assert.Equal(quote["oa:exact"]!.GetValue<string>(), Words(text[start..end]));
            Assert.EndsWith(quote["oa:prefix"]!.GetValue<string>(), Words(text[..start]), StringComparison.Ordinal);
            Assert.StartsWith(quote["oa:suffix"]!.GetValue<string>(), Words(text[end..]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_change_is_a_relation_from_the_later_claim_to_the_earlier()
    {
        foreach (var track in Story.Tracks)
        {
            foreach (var change in track.Changes)
            {
                var claim = Graph.Single(n => n!["@id"]!.GetValue<string>() == $"urn:dateline:entry:{track.Id}:{change.After + 1}")!;
                Assert.Contains($"urn:dateline:entry:{track.Id}:{change.Before + 1}", Leaves(claim["dateline:" + StoryJsonLd.Relation(change.Kind)]));
            }
        }

        Assert.Contains(Story.Tracks, t => t.Changes.Length > 0);
    }

    [Fact]
    public void Table_of_entries_has_a_line_for_each_and_as_many_cells_in_every_line()
    {
        var rows = Cells(string.Concat(StoryCsv.Entries(Story)));
        Assert.Equal(1 + Story.Tracks.Sum(t => t.Entries.Length), rows.Count);
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
        Assert.Equal(Story.Tracks.SelectMany(t => t.Entries).Select(e => e.Quote), rows.Skip(1).Select(r => r[rows[0].IndexOf("quote")]));
    }

    [Fact]
    public void Table_of_statements_has_a_line_for_each()
    {
        var rows = Cells(string.Concat(StoryCsv.Statements(Story)));
        Assert.Equal(1 + Story.Statements.Count(s => !s.OutletVoice && s.Content.Length > 0), rows.Count);
        Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
    }

    [Fact]
    public void Cell_that_would_be_a_formula_is_words()
    {
        var track = Story.Tracks[0] with { Question = "=HYPERLINK(\"x\")", Entries = Story.Tracks[0].Entries[..1], Changes = [] };
        var rows = Cells(string.Concat(StoryCsv.Entries(Story with { Tracks = [track] })));
        Assert.Equal("'=HYPERLINK(\"x\")", rows[1][0]);
    }

    [Fact]
    public void Article_is_a_ninjs_object()
    {
        foreach (var article in Story.Articles)
        {
            var item = JsonNode.Parse(Written(json => NinjsJson.Write(json, article)))!.AsObject();
            Assert.Equal("ninjs", item["standard"]!["name"]!.GetValue<string>());
            Assert.Equal("3.1", item["standard"]!["version"]!.GetValue<string>());
            Assert.True(Uri.TryCreate(item["uri"]!.GetValue<string>(), UriKind.Absolute, out _));
            Assert.Equal("text", item["type"]!.GetValue<string>());
            var body = item["bodies"]!.AsArray().Single()!;
            Assert.Equal(body["value"]!.GetValue<string>().EnumerateRunes().Count(), body["charCount"]!.GetValue<int>());
            Assert.All((string[])["headlines", "descriptions", "people", "organisations", "places", "events", "infoSources", "altIds"], name => Assert.IsType<JsonArray>(item[name]));
            foreach (var name in (string[])["firstCreated", "versionCreated"])
                if (item[name] is { } moment) Assert.True(DateTimeOffset.TryParse(moment.GetValue<string>(), CultureInfo.InvariantCulture, out _));
        }
    }

    private static List<JsonNode> Of(string type) => [.. Graph.Where(n => n!["@type"]!.AsArray().Any(t => t!.GetValue<string>() == type)).Select(n => n!)];

    private static IEnumerable<string> Leaves(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonArray array => array.SelectMany(Leaves),
        JsonObject inner => inner.SelectMany(p => Leaves(p.Value)),
        _ => [],
    };

    private static string Words(System.Text.Rune[] runes) => string.Concat(runes.Select(r => r.ToString()));

    private static byte[] Written(Action<Utf8JsonWriter> write) => Json.Bytes(write, Json.Compact);

    /// <summary>RFC 4180, read the simple way.</summary>
    private static List<List<string>> Cells(string csv)
    {
        var rows = new List<List<string>>();
        var (row, cell, quoted) = (new List<string>(), "", false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') (cell, i) = (cell + '"', i + 1);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') (cell, _) = ("", Add(row, cell));
            else if (!quoted && c == '\r') continue;
            else if (!quoted && c == '\n')
            {
                row.Add(cell);
                rows.Add(row);
                (row, cell) = ([], "");
            }
            else cell += c;
        }

        return rows;

        static bool Add(List<string> row, string cell)
        {
            row.Add(cell);
            return true;
        }
    }
}
