namespace Dateline.Cli;

/// <summary>Plain aligned columns; the last is not padded and not cut.</summary>
internal static class Table
{
    private const int WidestCell = 60;

    public static void Write(TextWriter output, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = header.Select((h, i) => Math.Min(WidestCell, rows.Select(r => r[i].Length).Append(h.Length).Max())).ToArray();
        foreach (var row in rows.Prepend(header))
            output.WriteLine(string.Join("  ", row.Select((cell, i) => i == row.Count - 1 ? cell.ReplaceLineEndings(" ") : Cut(cell.ReplaceLineEndings(" "), widths[i]))).TrimEnd());
    }

    private static string Cut(string text, int width) => text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + "…";
}
