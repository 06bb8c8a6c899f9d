using System.Globalization;
using System.Text;

namespace Dateline.Server.Charts;

/// <summary>Writes SVG text. Every value and every word goes through <see cref="Escape"/>: nothing of a captured page becomes markup. No style attribute and no script, as the policy demands.</summary>
public sealed class Svg
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    /// <summary>The picture with its name for those who do not see it; close it with <see cref="ToString"/>.</summary>
    /// <param name="id">Unique on the page; the title has it with "-t" behind.</param>
    /// <param name="role">"img" where nothing inside can be followed, else "group".</param>
    public static Svg Picture(string id, string css, Frame frame, double height, string title, string role)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new Svg()
            .Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", css + " " + frame.Css), ("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {frame.Width:0.#} {height:0.#}")), ("role", role), ("aria-labelledby", id + "-t"))
            .Text("title", title, ("id", id + "-t"));
    }

    public Svg Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append('>');
        open.Push(name);
        return this;
    }

    public Svg Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Svg Draw(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append("/>");
        return this;
    }

    /// <summary>An element with nothing but words in it.</summary>
    public Svg Text(string name, string words, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(name, attributes);
        text.Append('>').Append(Escape(words)).Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>Words in a box as <see cref="BoxOf"/> measures it.</summary>
    public Svg Label(string words, Box box, double size, string css) =>
        Text("text", words, ("x", box.X), ("y", box.Y + size * 0.97), ("font-size", size), ("class", css));

    /// <summary>The box of a text whose upper left corner is given.</summary>
    public static Box BoxOf(string words, double x, double y, double size, bool bold = false) =>
        new(x, y, GlyphWidths.Of(words, size, bold), size * GlyphWidths.Line);

    public override string ToString()
    {
        while (open.Count > 0) Close();
        return text.ToString();
    }

    private void Begin(string name, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            var words = value is double number ? number.ToString("0.#", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
            text.Append(' ').Append(key).Append("=\"").Append(Escape(words == "-0" ? "0" : words)).Append('"');
        }
    }

    /// <summary>Also leaves out what XML cannot hold and what turns the direction of writing.</summary>
    private static string Escape(string words)
    {
        var safe = new StringBuilder(words.Length + 8);
        foreach (var rune in words.EnumerateRunes())
        {
            if (rune.Value is < 0x20 or (>= 0x7F and < 0xA0) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF)
            {
                if (rune.Value is '\n' or '\t') safe.Append(' ');
                continue;
            }

            safe.Append(rune.Value switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", '\'' => "&#39;", _ => rune.ToString() });
        }

        return safe.ToString();
    }
}
