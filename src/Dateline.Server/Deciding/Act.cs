using Microsoft.AspNetCore.WebUtilities;

namespace Dateline.Server.Deciding;

/// <summary>A whole ruling as the value of one button, so that one click decides and a page needs one form alone.</summary>
internal static class Act
{
    /// <summary>The name of such buttons.</summary>
    public const string Field = "act";

    /// <summary>The one form of a page to which they belong.</summary>
    public const string Form = "fix";

    public static string Of(string ruling, params ReadOnlySpan<(string Name, string? Value)> parts) => Asked.Address("", [("ruling", ruling), .. parts])[1..];

    public static Dictionary<string, string> Read(string? act) =>
        string.IsNullOrEmpty(act) ? [] : QueryHelpers.ParseQuery(act).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
}
