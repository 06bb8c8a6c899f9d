using System.Collections.Immutable;

namespace Dateline.Server;

/// <summary>What a code means, in the words of docs/rejections.md.</summary>
/// <param name="Group">"Rejections", "Remarks" ...</param>
/// <param name="Meaning">In pieces; true for what is written as code.</param>
public sealed record CodeMeaning(string Group, string Code, ImmutableArray<(string Text, bool IsCode)> Meaning)
{
    public static ImmutableArray<CodeMeaning> All { get; } = Read(Embedded.Rejections);

    public string Anchor => AnchorOf(Code);

    public static CodeMeaning? Of(string code) => All.FirstOrDefault(m => m.Code == code);

    public static string AnchorOf(string code) => (code ?? throw new ArgumentNullException(nameof(code))).Replace('.', '-');

    private static ImmutableArray<CodeMeaning> Read(string text)
    {
        var meanings = ImmutableArray.CreateBuilder<CodeMeaning>();
        var group = "";
        string? code = null;
        var words = new List<string>();
        foreach (var line in text.Split('\n').Append("# "))
        {
            if (!line.StartsWith('#'))
            {
                if (code is not null && line.Length > 0) words.Add(line.Trim());
                continue;
            }

            if (code is not null) meanings.Add(new CodeMeaning(group, code, [.. string.Join(' ', words).Split('`').Select((w, i) => (w, i % 2 == 1)).Where(w => w.w.Length > 0)]));
            words.Clear();
            code = line.StartsWith("### ", StringComparison.Ordinal) ? line[4..].Trim() : null;
            if (line.StartsWith("## ", StringComparison.Ordinal)) group = line[3..].Trim();
        }

        return meanings.ToImmutable();
    }
}
