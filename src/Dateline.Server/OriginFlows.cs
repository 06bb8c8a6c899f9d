using Dateline.Server.Charts;

namespace Dateline.Server;

/// <summary>From which root each statement of a story reached its outlet, counted.</summary>
public static class OriginFlows
{
    public static IReadOnlyList<Flow> Of(LedgerIndex index, Story story)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        return [.. story.Articles.SelectMany(a => Flows(index, a)).GroupBy(f => f).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => g.Key with { Statements = g.Count() })];
    }

    private static IEnumerable<Flow> Flows(LedgerIndex index, ArticleId article)
    {
        var outlet = index.OutletOf(article);
        var rests = index.OriginsOf(article).Select(o => o.Name).FirstOrDefault() ?? outlet;
        foreach (var statement in index.Annotated(article).Annotations.Statements)
        {
            if (!statement.IsSaying) continue;
            var chain = statement.Relay.Select(Plain).Where(n => n.Length > 0 && n != outlet).ToList();
            if (rests != outlet && !chain.Contains(rests, StringComparer.OrdinalIgnoreCase)) chain.Insert(0, rests);
            yield return chain.Count == 0 ? new Flow(outlet, null, outlet, 1) : new Flow(chain[^1], chain.Count > 1 ? chain[0] : null, outlet, 1);
        }
    }

    private static string Plain(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
