using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Dateline.Training;

/// <summary>A word of a treebank sentence.</summary>
/// <param name="Start">UTF-16 offset into <see cref="TreeSentence.Text"/>.</param>
/// <param name="Tag">Universal tag.</param>
/// <param name="FineTag">Penn Treebank tag.</param>
/// <param name="Head">Index of the head in the sentence; -1 for the root.</param>
internal readonly record struct TreeWord(string Form, int Start, int End, string Tag, string FineTag, string Lemma, int Head, string Relation);

/// <param name="OpensParagraph">True for the first sentence of a paragraph.</param>
internal sealed record TreeSentence(string Text, TreeWord[] Words, bool OpensParagraph);

/// <summary>Reads sentences with their trees from CoNLL-U files and from the JSON Lines of the GUM data.</summary>
internal static class Treebank
{
    public static List<TreeSentence> ReadConllu(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
        var sentences = new List<TreeSentence>();
        var rows = new List<string[]>();
        var text = "";
        var opens = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0) sentences.Add(Sentence(text, rows, opens));
                rows.Clear();
                opens = false;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal)) opens = true;
            else if (line[0] != '#') rows.Add(line.Split('\t'));
        }

        return sentences;
    }

    /// <summary>The words' places are found again in the text, in order. Words of one written form whose letters differ from it share its place by length.</summary>
    private static TreeSentence Sentence(string text, List<string[]> rows, bool opens)
    {
        var words = new List<TreeWord>();
        var at = 0;
        foreach (var row in rows)
        {
            if (row[0].Contains('-', StringComparison.Ordinal) || row[0].Contains('.', StringComparison.Ordinal)) continue;
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var end = Math.Min(text.Length, at + row[1].Length);
            words.Add(new TreeWord(row[1], at, end, row[3], row[4], row[2], int.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture) - 1, row[7]));
            at = end;
        }

        return new TreeSentence(text, [.. words], opens);
    }

    /// <param name="split">"train" or "dev".</param>
    /// <param name="genre">null for all genres.</param>
    public static List<TreeSentence> ReadGum(string path, string split, string? genre = null)
    {
        var sentences = new List<TreeSentence>();
        foreach (var line in File.ReadLines(path))
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            if (root.GetProperty("split").GetString() != split || (genre is not null && root.GetProperty("genre").GetString() != genre)) continue;
            AddGum(root, sentences);
        }

        return sentences;
    }

    private static void AddGum(JsonElement document, List<TreeSentence> sentences)
    {
        var text = document.GetProperty("text").GetString()!;
        var points = PointOffsets(text);
        var tokens = document.GetProperty("tokens").EnumerateArray().Select(t => t.EnumerateArray().ToArray()).ToArray();
        var next = 0;
        var before = 0;
        foreach (var pair in document.GetProperty("sentences").EnumerateArray())
        {
            var ends = pair.EnumerateArray().ToArray();
            int start = points[ends[0].GetInt32()], end = points[ends[1].GetInt32()];
            var first = next;
            while (next < tokens.Length && points[tokens[next][0].GetInt32()] < end) next++;
            var words = new TreeWord[next - first];
            for (var i = first; i < next; i++)
            {
                var t = tokens[i];
                int from = points[t[0].GetInt32()], to = points[t[1].GetInt32()];
                var head = t[5].GetInt32();
                words[i - first] = new TreeWord(text[from..to], from - start, to - start, t[2].GetString()!, t[3].GetString()!, t[4].GetString()!, head < 0 ? -1 : head - first, t[6].GetString()!);
            }

            if (words.Length > 0) sentences.Add(new TreeSentence(text[start..end], words, text[before..start].Contains("\n\n", StringComparison.Ordinal) || before == 0));
            before = end;
        }
    }

    /// <summary>UTF-16 offset of each code point.</summary>
    private static int[] PointOffsets(string text)
    {
        var offsets = new List<int>();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
