namespace Dateline.Intake;

/// <summary>The manifests beside and above the pages, each read once. The nearest that names a page speaks for it.</summary>
internal sealed class Manifests
{
    public const string FileName = "manifest.jsonl";

    private readonly Dictionary<string, Dictionary<string, ManifestLine>> read = new(StringComparer.Ordinal); // by folder; empty where there is none
    private readonly List<Remark> remarks = [];

    /// <summary>What a manifest says of the page: by its path below the manifest, its file name, or its file name without .gz.</summary>
    /// <param name="page">The file's name without .gz, or a JSON line's id.</param>
    public ManifestLine? Find(string file, string page)
    {
        var full = Path.GetFullPath(file);
        var folder = Path.GetDirectoryName(full);
        for (var level = 0; folder is not null && level <= IntakeBounds.ManifestLevels; level++, folder = Path.GetDirectoryName(folder))
        {
            var lines = Of(folder);
            if (lines.Count == 0) continue;
            if (lines.TryGetValue(page, out var line)) return line;
            var relative = Path.GetRelativePath(folder, full).Replace('\\', '/');
            if (lines.TryGetValue(relative, out line) || lines.TryGetValue(Path.GetFileName(file), out line)) return line;
        }

        return null;
    }

    /// <summary>What was wrong with the manifests read since the last call.</summary>
    public IReadOnlyList<Remark> TakeRemarks()
    {
        if (remarks.Count == 0) return [];
        var taken = remarks.ToList();
        remarks.Clear();
        return taken;
    }

    private Dictionary<string, ManifestLine> Of(string folder)
    {
        if (read.TryGetValue(folder, out var lines)) return lines;
        read[folder] = lines = new Dictionary<string, ManifestLine>(StringComparer.Ordinal);
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return lines;
        try
        {
            using var stream = PageFile.Open(file);
            long bytes = 0;
            foreach (var line in LineReader.Lines(stream, IntakeBounds.PageBytes))
            {
                if ((bytes += line.Bytes.Length) > IntakeBounds.ManifestBytes)
                {
                    remarks.Add(new Remark(Codes.ManifestLine, $"The manifest has more than {IntakeBounds.ManifestBytes / (1024 * 1024)} MiB; the rest of it is not read.", $"{file}:{line.Number}"));
                    break;
                }

                Take(lines, file, line);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            remarks.Add(new Remark(Codes.ManifestLine, $"The manifest cannot be read ({error.Message}); the pages are taken without it.", file));
        }

        return lines;
    }

    private void Take(Dictionary<string, ManifestLine> lines, string file, FileLine line)
    {
        if (!line.TooLong && line.Bytes.AsSpan().Trim(" \t"u8).IsEmpty) return;
        var (parsed, fault) = line.TooLong ? (null, "it is too long") : ManifestLine.Parse(line.Bytes);
        if (parsed is null) remarks.Add(new Remark(Codes.ManifestLine, $"The line is left out: {fault}.", $"{file}:{line.Number}"));
        else if (!lines.TryAdd(parsed.Page, parsed)) remarks.Add(new Remark(Codes.ManifestLine, $"The line is left out: \"{parsed.Page}\" has been named before.", $"{file}:{line.Number}"));
    }
}
