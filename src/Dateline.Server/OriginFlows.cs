using Dateline.Server.Charts;
using Dateline.Storage.Extracts;

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
        return StoryFacts.Chains(index.Annotated(article), outlet, rests).Select(c => new Flow(c.Root, c.Through, outlet, 1));
    }
}
