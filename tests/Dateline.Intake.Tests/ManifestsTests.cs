namespace Dateline.Intake.Tests;

public sealed class ManifestsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Manifest_beside_the_page_speaks_for_it()
    {
        folder.Write("manifest.jsonl", """{"page":"a.txt","outlet":"The Harbour Post","published":"2031-03-04","url":"https://harbour.example/a","captured":"2031-03-05T08:00:00+02:00"}""");
        folder.Write("a.txt", "The ferry sailed.");
        var capture = Read().OfType<Arrival.Got>().Single().Capture;
        Assert.Equal(new PageMetadata("The Harbour Post", "2031-03-04", "https://harbour.example/a", null, "manifest"), capture.Metadata);
        Assert.Equal(new DateTimeOffset(2031, 3, 5, 8, 0, 0, TimeSpan.FromHours(2)), capture.CapturedAt);
    }

    [Fact]
    public void Nearest_manifest_above_that_names_the_page_speaks_for_it()
    {
        folder.Write("manifest.jsonl", "{\"page\":\"a.txt\",\"outlet\":\"Above\"}\n{\"page\":\"x/b.txt\",\"outlet\":\"By path\"}");
        folder.Write("x/manifest.jsonl", """{"page":"c.txt","outlet":"Beside"}""");
        foreach (var name in new[] { "x/a.txt", "x/b.txt", "x/c.txt", "x/d.txt" }) folder.Write(name, name);
        Assert.Equal(["Above", "By path", "Beside", null], Read().OfType<Arrival.Got>().Select(a => a.Capture.Metadata.Outlet));
    }

    [Fact]
    public void Packed_pages_and_json_lines_are_named_by_their_page()
    {
        folder.Write("manifest.jsonl", "{\"page\":\"a.html\",\"outlet\":\"One\"}\n{\"page\":\"line-7\",\"outlet\":\"Two\"}");
        folder.Write("a.html.gz", TempFolder.Gzip("<p>The ferry sailed.</p>"u8.ToArray()));
        folder.Write("b.jsonl", """{"id":"line-7","text":"The ferry sailed."}""");
        Assert.Equal(["One", "Two"], Read().OfType<Arrival.Got>().Select(a => a.Capture.Metadata.Outlet));
    }

    [Fact]
    public void Broken_lines_are_remarks_told_once_and_the_others_hold()
    {
        var manifest = folder.Write("manifest.jsonl", "{\"page\":\"a.txt\",\"outlet\":\"One\"}\n{oops\n[]\n{\"outlet\":\"nobody\"}\n{\"page\":\"a.txt\",\"outlet\":\"Two\"}");
        folder.Write("a.txt", "The ferry sailed.");
        folder.Write("b.txt", "The ferry stayed.");
        var arrivals = Read();
        Assert.Equal([$"{manifest}:2", $"{manifest}:3", $"{manifest}:4", $"{manifest}:5"], arrivals.OfType<Arrival.Noted>().Select(n => n.Remark.Where));
        Assert.All(arrivals.OfType<Arrival.Noted>(), n => Assert.Equal(Codes.ManifestLine, n.Remark.Code));
        Assert.Equal(["One", null], arrivals.OfType<Arrival.Got>().Select(a => a.Capture.Metadata.Outlet));
    }

    private List<Arrival> Read() => [.. CaptureReader.Read([folder.Path])];
}
