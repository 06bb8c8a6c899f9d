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
        var (theme, plural) = ThemeLabel(claims, numbers);
        if (aspect.Name == "cause" && claims.Count(c => c.Theme.Head?.Class == "violence") * 2 > claims.Count) aspect = PredicateLexicon.Aspects["blame"];
        // nobody is to blame for a person, but for what was done to him
        if (aspect.Name == "blame" && claims.Select(c => c.Theme.Head).FirstOrDefault(h => h is not null && h.Parent != "event" && h.Class != "victim") is { Parent: "person" or "force" }) aspect = claims.Select(c => c.Aspect).FirstOrDefault(a => a.Name is "killers" or "attack") ?? PredicateLexicon.Aspects["attack"];
        var place = Place(claims, theme, aspect);
        if (aspect.Name == "protest" && !numbers && claims.All(c => c.Theme.Head is null or { Class: "protester" })) return $"Are there protests{place}?";
        return (numbers ? aspect.Many : aspect.Question)
            .Replace("{theme}", theme, StringComparison.Ordinal).Replace("{place}", place, StringComparison.Ordinal)
            .Replace("{is}", plural ? "are" : "is", StringComparison.Ordinal).Replace("{Is}", plural ? "Are" : "Is", StringComparison.Ordinal).Replace("{Was}", plural ? "Were" : "Was", StringComparison.Ordinal)
            .Replace("{Has}", plural ? "Have" : "Has", StringComparison.Ordinal).Replace("{has}", plural ? "have" : "has", StringComparison.Ordinal);
    }

    /// <summary>Hash of the claim that opened the question: the first, in the order in which the pages came. New pages come later, so it stays. What names no theme may join another question and opens none.</summary>
    /// <param name="arrival">The place of each article in the order in which they came.</param>
    public static TrackId IdOf(StoryId story, IReadOnlyList<Claim> claims, IReadOnlyDictionary<ArticleId, int> arrival)
    {
        var first = claims.OrderBy(c => c.Theme.IsUnknown || c.Theme.Head?.Parent is "event" or "place").ThenBy(c => arrival[c.In.Article.Id]).ThenBy(c => c.Predicate).ThenBy(c => c.Value, StringComparer.Ordinal).First();
        var key = $"{first.Aspect.Family}|{first.In.Article.Id}|{first.Predicate.Start}|{(first.Amount is null ? "" : first.Value)}";
        return new TrackId($"{story}-t{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}");
    }

    /// <summary>The commonest aspect; a bare count only where there is nothing else.</summary>
    public static Aspect Leading(IReadOnlyList<Claim> claims) =>
        claims.GroupBy(c => c.Aspect.Name, StringComparer.Ordinal).OrderBy(g => g.Key == "count").ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().First().Aspect;

    /// <summary>The commonest name of the theme; an article before a single common noun.</summary>
    private static (string Label, bool Plural) ThemeLabel(IReadOnlyList<Claim> claims, bool counted)
    {
        var named = claims.Select(c => c.Theme).Where(t => t.Label.Length is > 0 and <= 40 && (!counted || t.Plural)).ToList();
        var head = claims.Select(c => c.Theme.Head).OfType<HeadClass>().FirstOrDefault();
        // a name for those counted only where it is theirs: of many dead five Romanians
        if (counted) named.RemoveAll(t => char.IsUpper(t.Label[0]) && claims.Count(c => c.Theme.Label.Equals(t.Label, StringComparison.OrdinalIgnoreCase)) * 3 < claims.Count);
        if (counted && !named.Any(t => char.IsUpper(t.Label[0]))) return (head?.Plural ?? named.FirstOrDefault()?.Label ?? "people", true);
        if (named.Count == 0) return claims.SelectMany(c => c.Theme.Entities).FirstOrDefault() is { } entity ? (entity, false) : (head?.Plural ?? "it", head is not null);
        var theme = named.GroupBy(t => t.Label, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Any(char.IsUpper)).ThenBy(g => g.Key, StringComparer.Ordinal).First().First();
        if (head is not null && !theme.Proper && !theme.Plural && head.Parent is "person" or "force") return (head.Plural, true); // "the force", "the man": whoever of that kind
        if (head is { Class: "farmland" } && named.Count(t => t.Label.Equals(theme.Label, StringComparison.OrdinalIgnoreCase)) * 2 < named.Count) return (head.Plural, true); // cows, fields and wheat
        return (theme.Plural || theme.Proper ? theme.Label : "the " + theme.Label, theme.Plural);
    }

    private static string Place(IReadOnlyList<Claim> claims, string theme, Aspect aspect)
    {
        if (aspect.Needs == "place") return "";
        var place = claims.SelectMany(c => c.Places).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() * 2 >= claims.Count && g.Count() > 1 && !theme.Contains(g.Key, StringComparison.Ordinal))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return place is null ? "" : " in " + place;
    }
}
