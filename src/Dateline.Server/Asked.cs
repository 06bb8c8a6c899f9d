using System.Globalization;
using Dateline.Storage.Extracts;

namespace Dateline.Server;

/// <summary>What is asked for in an address, and how it is written there. Words that mean nothing are as good as none.</summary>
internal static class Asked
{
    private const int MostPages = 1_000_000;

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Clock? Clock(string? text) => Enum.GetValues<Clock>().Where(c => Exchange.Json.Name(c) == text).Select(c => (Clock?)c).FirstOrDefault();

    public static StoryId? Story(string? text) => StoryId.TryParse(text, out var story) ? story : null;

    /// <summary>From 1.</summary>
    public static int Page(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1;

    /// <summary>A whole number from 0.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Written(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The path with what is asked for; parts without a value are left out.</summary>
    public static string Address(string path, params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var set = new List<string>();
        foreach (var (name, value) in parts)
            if (value is not null) set.Add($"{name}={Uri.EscapeDataString(value)}");
        return set.Count > 0 ? $"{path}?{string.Join('&', set)}" : path;
    }
}
