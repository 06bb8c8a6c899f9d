using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>How a report opens: "SEOUL:", "LONDON, March 3 (Reuters) -", "Cairo, Egypt (CNN) --".</summary>
internal static partial class Opening
{

    /// <summary>The place as written, or null.</summary>
    public static string? Place(string paragraph)
    {
        var match = CreditPattern().Match(paragraph);
        if (!match.Success) match = CapitalsPattern().Match(paragraph);
        var place = match.Success ? DatePattern().Replace(match.Groups["p"].Value, "").Trim(' ', ',') : "";
        return place.Length > 1 && Agencies.NameOf(place) is null ? place : null;
    }

    /// <summary>How many characters of the paragraph come before its first word: "OSTMARK, April 12 (Reuters) - " and the like; 0 for most.</summary>
    public static int Length(string paragraph)
    {
        var match = CreditPattern().Match(paragraph);
        if (!match.Success) match = CapitalsPattern().Match(paragraph);
        return match.Success ? match.Length : 0;
    }

    /// <summary>A line that is only place and time: "AMMAN | Fri Jun 10, 2011".</summary>
    public static string PlaceOfLine(string line) => line[..line.IndexOf('|', StringComparison.Ordinal)].Trim();

    [GeneratedRegex(@"^(?<p>\p{Lu}[\p{L}.'’ -]{1,30}(?:,\s\p{Lu}[\p{L}.'’ -]{1,25})?(?:,\s[^()]{3,18})?)\s?(?:\((?:[A-Z][\w/ &.-]{1,30}|dpa[\w/-]*|ots)\)|/[A-Z][\w .]{1,20}/)\s?(?:--?|[–—―:])\s?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CreditPattern();

    [GeneratedRegex(@"^(?<p>\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,3}(?:,\s\p{Lu}[\p{L}.]{1,20}(?:\s\p{Lu}[\p{L}.]{1,20})?)?(?:,\s[^:–—―]{3,18})?)\s?(?:[:—–―]|--|\s-)\s", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CapitalsPattern();

    [GeneratedRegex(@",\s(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)[a-z]*,?\s)?(?:\p{Lu}\p{L}{2,9}\.?\s\d{1,2}|\d{1,2}\.?\s\p{Lu}\p{L}{2,9}\.?)(?:,?\s(?:19|20)\d\d)?$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DatePattern();
}
