using System.Text;

namespace Dateline.Intake.Tests;

public sealed class CaptureReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Folder_is_read_in_ordinal_order_of_the_paths()
    {
        folder.Write("b/2.html", "<p>two</p>");
        folder.Write("b.txt", "one");
        folder.Write("a.txt", "zero");
        folder.Write("B.htm", "<p>capital</p>");
        Assert.Equal(["B.htm", "a.txt", "b.txt", "2.html"], Captures().Select(c => c.Page));
    }

    [Fact]
    public void Format_follows_the_ending_whatever_its_case()
    {
        folder.Write("1.TXT", "text");
        folder.Write("2.HTM", "<p>html</p>");
        folder.Write("3.jsonl", """{"id":"x","text":"line"}""");
        Assert.Equal([PageFormat.Text, PageFormat.Html, PageFormat.JsonLine], Captures().Select(c => c.Format));
    }

    [Fact]
    public void Packed_page_is_the_same_capture_as_the_plain_one()
    {
        var bytes = Encoding.UTF8.GetBytes("The ferry did not sail.");
        folder.Write("a.txt", bytes);
        folder.Write("b.txt.gz", TempFolder.Gzip(bytes));
        folder.Write("c.txt", TempFolder.Gzip(bytes)); // packed without saying so
        var captures = Captures();
        Assert.Equal(["a.txt", "b.txt", "c.txt"], captures.Select(c => c.Page));
        Assert.Single(captures.Select(c => c.Id).Distinct());
    }

    [Fact]
    public void Each_json_line_is_a_page_and_a_broken_one_costs_no_other()
    {
        var file = folder.Write("p.jsonl", "\uFEFF{\"id\":\"one\",\"text\":\"a\"}\r\n\n{broken\n[1]\n{\"id\":4}\n{\"id\":5,\"html\":\"<p>b</p>\"}\n{\"text\":\"no id\"}\n{\"id\":\"\\ud800\",\"text\":\"half \\ud800\"}");
        var arrivals = Read();
        Assert.Equal(["one", "5", "p.jsonl:7"], arrivals.OfType<Arrival.Got>().Select(a => a.Capture.Page));
        var refused = arrivals.OfType<Arrival.Refused>().ToList();
        Assert.Equal([$"{file}:3", $"{file}:4", $"{file}:5", $"{file}:8"], refused.Select(r => r.Rejection.Where));
        Assert.All(refused, r => Assert.Equal(Codes.BrokenLine, r.Rejection.Code));
        Assert.Equal("{broken", Encoding.UTF8.GetString(refused[0].Bytes!.Value.Span));
    }

    [Fact]
    public void Json_line_nested_too_deep_or_not_utf8_is_broken()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        folder.Write("a.jsonl", $"{{\"id\":\"1\",\"text\":\"a\",\"x\":{deep}}}");
        folder.Write("b.jsonl", [.. "{\"id\":\"2\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        Assert.Equal([Codes.BrokenLine, Codes.BrokenLine], Rejections().Select(r => r.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void Page_without_a_word_is_empty(string text)
    {
        folder.Write("a.txt", text);
        folder.Write("a.html", text);
        Assert.Equal([Codes.Empty, Codes.Empty], Rejections().Select(r => r.Code));
    }

    [Fact]
    public void Json_lines_file_without_a_byte_is_empty()
    {
        folder.Write("a.jsonl", "");
        Assert.Equal(Codes.Empty, Assert.Single(Rejections()).Code);
    }

    [Fact]
    public void Binary_files_are_told_by_how_they_begin_and_by_their_control_characters()
    {
        folder.Write("1.html", "%PDF-1.7 and the rest"u8.ToArray());
        folder.Write("2.txt", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        folder.Write("3.txt", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2]);
        folder.Write("4.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 167 >> 3))]);
        Assert.Equal([Codes.Binary, Codes.Binary, Codes.Binary, Codes.Binary], Rejections().Select(r => r.Code));
    }

    [Fact]
    public void Text_in_any_encoding_is_not_binary()
    {
        const string Text = "The ferry did not sail on Tuesday, the harbour master said.\n";
        folder.Write("1.txt", Encoding.Unicode.GetBytes(Text));
        folder.Write("2.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)]);
        folder.Write("3.txt", Encoding.Latin1.GetBytes("Café «déjà vu» à Ålesund"));
        folder.Write("4.txt", Encoding.UTF8.GetBytes("Паром не отошёл. 渡船没有开。"));
        folder.Write("5.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 20)) + "\0"));
        Assert.Empty(Rejections());
        Assert.Equal(5, Captures().Count);
    }

    [Fact]
    public void Page_beyond_the_bound_is_rejected_unread()
    {
        var file = folder["big.txt"];
        using (var big = File.Create(file)) big.SetLength(200L * 1024 * 1024);
        folder.Write("small.txt", "The ferry sailed.");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var arrivals = Read();
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 * 1024 * 1024);
        Assert.Equal(Codes.TooLarge, arrivals.OfType<Arrival.Refused>().Single().Rejection.Code);
        Assert.Equal("small.txt", arrivals.OfType<Arrival.Got>().Single().Capture.Page);
    }

    [Fact]
    public void Packed_page_that_unpacks_beyond_the_bound_is_rejected()
    {
        folder.Write("bomb.html.gz", TempFolder.Gzip(new byte[IntakeBounds.PageBytes + 1]));
        Assert.Equal(Codes.TooLarge, Assert.Single(Rejections()).Code);
    }

    [Fact]
    public void Line_beyond_the_bound_is_rejected_and_the_next_is_read()
    {
        var file = folder["p.jsonl"];
        using (var lines = File.Create(file))
        {
            lines.Write("{\"id\":\"1\",\"text\":\""u8);
            lines.Write(Encoding.ASCII.GetBytes(new string('x', IntakeBounds.PageBytes)));
            lines.Write("\"}\n{\"id\":\"2\",\"text\":\"short\"}\n"u8);
        }

        var arrivals = Read();
        Assert.Equal($"{file}:1", arrivals.OfType<Arrival.Refused>().Single().Rejection.Where);
        Assert.Equal("2", arrivals.OfType<Arrival.Got>().Single().Capture.Page);
    }

    [Fact]
    public void Damaged_gzip_is_unreadable_and_what_came_before_the_damage_is_kept()
    {
        var packed = TempFolder.Gzip(Encoding.UTF8.GetBytes("{\"id\":\"1\",\"text\":\"a\"}\n" + new string(' ', 200_000) + "\n{\"id\":\"2\",\"text\":\"b\"}\n"));
        folder.Write("cut.html.gz", TempFolder.Gzip(Encoding.UTF8.GetBytes("<p>The ferry did not sail.</p>"))[..^12]);
        folder.Write("cut.jsonl.gz", packed[..^20]);
        var arrivals = Read();
        Assert.Equal([Codes.Unreadable, Codes.Unreadable], arrivals.OfType<Arrival.Refused>().Select(r => r.Rejection.Code));
    }

    [Fact]
    public void Unreadable_file_is_rejected_and_the_others_are_read()
    {
        File.CreateSymbolicLink(folder["a.txt"], folder["nowhere.txt"]);
        folder.Write("b.txt", "The ferry sailed.");
        if (OperatingSystem.IsLinux()) File.CreateSymbolicLink(folder["c.html"], "/proc/self/mem"); // opens, and fails when read, even for root
        var arrivals = Read();
        Assert.All(arrivals.OfType<Arrival.Refused>(), r => Assert.Equal(Codes.Unreadable, r.Rejection.Code));
        Assert.Equal(OperatingSystem.IsLinux() ? 2 : 1, arrivals.OfType<Arrival.Refused>().Count());
        Assert.Single(arrivals.OfType<Arrival.Got>());
    }

    [Fact]
    public void Links_that_lead_round_in_a_circle_end()
    {
        folder.Write("a/page.txt", "The ferry sailed.");
        Directory.CreateSymbolicLink(folder["a/up"], folder.Path);
        Directory.CreateSymbolicLink(folder["a/self"], folder["a"]);
        Assert.Equal("page.txt", Assert.Single(Captures()).Page);
    }

    [Fact]
    public void Other_files_of_a_folder_are_noted_and_a_named_one_is_rejected()
    {
        var picture = folder.Write("a.png", "x");
        folder.Write("b.txt", "The ferry sailed.");
        folder.Write(".hidden.txt", "left out");
        var arrivals = Read();
        Assert.Equal((Codes.UnknownFormat, picture), arrivals.OfType<Arrival.Noted>().Select(n => (n.Remark.Code, n.Remark.Where!)).Single());
        Assert.Single(arrivals.OfType<Arrival.Got>());
        Assert.Equal(Codes.UnknownFormat, Assert.IsType<Arrival.Refused>(CaptureReader.Read([picture]).Single()).Rejection.Code);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    [InlineData("readme")]
    public void Files_that_tell_about_the_pages_have_a_remark_of_their_own(string name)
    {
        folder.Write(name, "Pages that I saved.");
        folder.Write("readme.txt", "Readme files that are pages by their ending are read as such.");
        var arrivals = Read();
        Assert.Equal(Codes.Companion, Assert.Single(arrivals.OfType<Arrival.Noted>()).Remark.Code);
        Assert.Single(arrivals.OfType<Arrival.Got>());
    }

    [Fact]
    public void Path_that_is_not_there_is_missing_and_the_others_are_read()
    {
        var page = folder.Write("a.txt", "The ferry sailed.");
        var arrivals = CaptureReader.Read([folder["nowhere"], page]).ToList();
        Assert.IsType<Arrival.Missing>(arrivals[0]);
        Assert.IsType<Arrival.Got>(arrivals[1]);
    }

    [Fact]
    public void Pages_are_read_one_by_one_as_they_are_asked_for()
    {
        folder.Write("1.txt", "one");
        folder.Write("2.txt", "two");
        using var arrivals = CaptureReader.Read([folder.Path]).GetEnumerator();
        arrivals.MoveNext();
        File.Delete(folder["2.txt"]);
        arrivals.MoveNext();
        Assert.IsType<Arrival.Refused>(arrivals.Current);
    }

    private List<Arrival> Read() => [.. CaptureReader.Read([folder.Path])];

    private List<Capture> Captures() => [.. Read().OfType<Arrival.Got>().Select(a => a.Capture)];

    private List<Rejection> Rejections() => [.. Read().OfType<Arrival.Refused>().Select(a => a.Rejection)];
}
