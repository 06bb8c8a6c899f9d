namespace Dateline.Intake;

/// <summary>Files and folders to captures, in the order named and in ordinal order within a folder. One page is held at a time.</summary>
public sealed class CaptureReader
{
    private static readonly HashSet<string> Companions = new(["README", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG"], StringComparer.OrdinalIgnoreCase);

    private readonly Manifests manifests = new();

    private CaptureReader()
    {
    }

    /// <summary>.txt, .html and .htm are a page each, .jsonl a page a line; all of them also as .gz. What cannot be taken in comes as a rejection or a remark, in its place.</summary>
    public static IEnumerable<Arrival> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var reader = new CaptureReader();
        return paths.SelectMany(reader.ReadPath);
    }

    private static Arrival.Refused Refuse(string code, string detail, string where, ReadOnlyMemory<byte>? bytes = null) => new(new Rejection(code, detail, where), bytes);

    private IEnumerable<Arrival> ReadPath(string path)
    {
        if (!Directory.Exists(path))
        {
            if (!File.Exists(path)) return [new Arrival.Missing(path)];
            return ReadFile(path, named: true);
        }

        return FileWalk.Files(path).SelectMany(found => found.Rejection is { } rejection ? [new Arrival.Refused(rejection)] : ReadFile(found.File, named: false));
    }

    private IEnumerable<Arrival> ReadFile(string file, bool named)
    {
        var name = Path.GetFileName(file);
        var page = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (page == Manifests.FileName && !named) return [];
        return Path.GetExtension(page).ToLowerInvariant() switch
        {
            ".txt" => ReadPage(file, page, PageFormat.Text),
            ".html" or ".htm" => ReadPage(file, page, PageFormat.Html),
            ".jsonl" => ReadLines(file, page),
            _ when named => [Refuse(Codes.UnknownFormat, "Pages are .txt, .html, .htm or .jsonl, also with .gz; rename the file if it is one of these.", file)],
            _ when Companions.Contains(Path.GetFileNameWithoutExtension(name)) => [new Arrival.Noted(new Remark(Codes.Companion, "Left out: it tells about the pages.", file))],
            _ => [new Arrival.Noted(new Remark(Codes.UnknownFormat, "Left out: pages are .txt, .html, .htm or .jsonl, also with .gz.", file))],
        };
    }

    private IEnumerable<Arrival> ReadPage(string file, string page, PageFormat format)
    {
        var manifest = manifests.Find(file, page);
        foreach (var remark in manifests.TakeRemarks()) yield return new Arrival.Noted(remark);
        var (bytes, rejection) = PageFile.ReadAll(file, IntakeBounds.PageBytes);
        if (rejection is not null) yield return new Arrival.Refused(rejection);
        else if (bytes!.AsSpan().Trim(" \t\r\n"u8).IsEmpty) yield return Refuse(Codes.Empty, "The file holds nothing; get the page again.", file, bytes);
        else if (BinarySniff.Name(bytes) is { } kind) yield return Refuse(Codes.Binary, $"The file is {kind}, not a page of text; save the page as HTML or text.", file, bytes);
        else yield return new Arrival.Got(Capture.Of(bytes, format, page, manifest?.Metadata, manifest?.CapturedAt));
    }

    private IEnumerable<Arrival> ReadLines(string file, string page)
    {
        var (stream, refused) = Open(file);
        if (stream is null)
        {
            yield return refused!;
            yield break;
        }

        using (stream)
        {
            using var lines = LineReader.Lines(stream, IntakeBounds.PageBytes).GetEnumerator();
            var number = 0;
            while (true)
            {
                Arrival.Refused? broken = null;
                try
                {
                    if (!lines.MoveNext()) break;
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    broken = new Arrival.Refused(PageFile.Unreadable($"{file}:{number + 1}", error));
                }

                if (broken is not null)
                {
                    yield return broken;
                    yield break;
                }

                number = lines.Current.Number;
                if (number > IntakeBounds.LinesPerFile)
                {
                    yield return Refuse(Codes.TooLarge, $"The file has more than {IntakeBounds.LinesPerFile} lines; the rest is not read. Cut it into smaller files.", $"{file}:{number}");
                    yield break;
                }

                foreach (var arrival in ReadLine(file, page, lines.Current)) yield return arrival;
            }

            if (number == 0) yield return Refuse(Codes.Empty, "The file holds no lines; get it again.", file, Array.Empty<byte>());
        }
    }

    private IEnumerable<Arrival> ReadLine(string file, string page, FileLine line)
    {
        var where = $"{file}:{line.Number}";
        if (line.TooLong)
        {
            yield return Refuse(Codes.TooLarge, $"The line has more than {IntakeBounds.PageBytes / (1024 * 1024)} MiB; cut it into single pages.", where);
            yield break;
        }

        if (line.Bytes.AsSpan().Trim(" \t"u8).IsEmpty) yield break; // a blank line is no page
        var (id, capturedAt, fault) = JsonPage.Look(line.Bytes);
        if (fault is not null)
        {
            yield return Refuse(Codes.BrokenLine, $"The line is no page: {fault}.", where, line.Bytes);
            yield break;
        }

        var name = id ?? $"{page}:{line.Number}";
        var manifest = manifests.Find(file, name);
        foreach (var remark in manifests.TakeRemarks()) yield return new Arrival.Noted(remark);
        yield return new Arrival.Got(Capture.Of(line.Bytes, PageFormat.JsonLine, name, manifest?.Metadata, manifest?.CapturedAt ?? capturedAt));
    }

    private static (Stream? Stream, Arrival.Refused? Refused) Open(string file)
    {
        try
        {
            return (PageFile.Open(file), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new Arrival.Refused(PageFile.Unreadable(file, error)));
        }
    }
}
