using System.Security.Cryptography;
using System.Text;

namespace Dateline.Tracks;

/// <summary>The question that a group of claims answers, in plain English.</summary>
internal static class Question
{
    public static string Of(IReadOnlyList<Claim> claims)
    {
        var numbers = claims[0].Amount is not null;
        var aspect = Leading(claims);
        var theme = ThemeLabel(claims, numbers);
        var place = Place(claims, theme, aspect);
        var template = numbers ? aspect.Many : aspect.Question;
        return template.Replace("{theme}", theme, StringComparison.Ordinal).Replace("{place}", place, StringComparison.Ordinal);
    }

    /// <summary>Hash of what the question asks, not of its words: it stays when a new page brings a commoner name for the theme.</summary>
    public static TrackId IdOf(StoryId story, IReadOnlyList<Claim> claims)
    {
        var first = claims.OrderBy(c => c.In.Article.Id.Value, StringComparer.Ordinal).ThenBy(c => c.Quote).First();
        var key = $"{Leading(claims).Name}|{first.In.Article.Id}|{first.Predicate.Start}";
        return new TrackId($"{story}-t{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}");
    }

    /// <summary>The commonest aspect; a bare count only where there is nothing else.</summary>
    public static Aspect Leading(IReadOnlyList<Claim> claims) =>
        claims.GroupBy(c => c.Aspect.Name, StringComparer.Ordinal).OrderBy(g => g.Key == "count").ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().First().Aspect;

    private static string ThemeLabel(IReadOnlyList<Claim> claims, bool plural)
    {
        var named = claims.Where(c => !c.Theme.IsUnknown).ToList();
        if (named.Count == 0) return plural ? "people" : "this";
        var labels = named.Where(c => c.Theme.Label.Length is > 0 and <= 40).GroupBy(c => c.Theme.Label, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Any(char.IsUpper)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First().Theme.Label).ToList();
        if (plural && named.Select(c => c.Theme.Head).OfType<HeadClass>().FirstOrDefault() is { } head && !labels.Any(l => l.Length > 0 && char.IsUpper(l[0]))) return head.Plural;
        return labels.Count > 0 ? labels[0] : named.SelectMany(c => c.Theme.Entities).FirstOrDefault() ?? "this";
    }

    private static string Place(IReadOnlyList<Claim> claims, string theme, Aspect aspect)
    {
        if (aspect.Needs == "place") return "";
        var place = claims.SelectMany(c => c.Places).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() * 2 >= claims.Count && g.Count() > 1 && !theme.Contains(g.Key, StringComparison.Ordinal))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return place is null ? "" : " in " + place;
    }
}
