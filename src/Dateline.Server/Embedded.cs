using System.Reflection;
using System.Text;

namespace Dateline.Server;

/// <summary>The style sheet, the script and the icon, embedded: the server reads no file.</summary>
internal static class Embedded
{
    public static byte[] Css { get; } = Read("style.css");

    public static byte[] Script { get; } = Read("script.js");

    public static byte[] Icon { get; } = Read("icon.svg");

    public static byte[] OpenApi { get; } = Read("openapi.json");

    public static string Rejections => Encoding.UTF8.GetString(Read("rejections.md"));

    public static string Style => Encoding.UTF8.GetString(Css);

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No embedded resource '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
