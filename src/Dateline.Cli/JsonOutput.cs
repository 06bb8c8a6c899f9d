using System.Text.Json;
using Dateline.Exchange;

namespace Dateline.Cli;

/// <summary>JSON on stdout.</summary>
internal static class JsonOutput
{
    /// <summary>One indented value.</summary>
    public static void Document(Action<Utf8JsonWriter> write)
    {
        using var stdout = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stdout, Json.Indented)) write(json);
        stdout.WriteByte((byte)'\n');
    }

    /// <summary>One value a line.</summary>
    public static void Line(Stream stdout, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(stdout, Json.Compact)) write(json);
        stdout.WriteByte((byte)'\n');
    }
}
