using System.Collections.Immutable;
using Dateline.Storage.Extracts;

namespace Dateline.Server;

/// <summary>What one source says in a story, each wording once with all the places that carry it.</summary>
/// <param name="Wordings">How many there are in all.</param>
public sealed record SourceVoice(string Name, ImmutableArray<Saying> Sayings, int Wordings)
{
    /// <summary>The sources of a story, the most quoted first. The outlets' own voices are left out.</summary>
    public static ImmutableArray<SourceVoice> Of(LedgerIndex index, Story story)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        return
        [
            .. story.Articles.SelectMany(a => StoryFacts.Said(index.Annotated(a)))
                .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
                .Select(g => (g.Key, Sayings: g.GroupBy(s => StoryFacts.Wording(s.ContentCover.Slice(index.Article(s.Article).Text)), StringComparer.Ordinal).Select(same => new Saying([.. same])).ToImmutableArray()))
                .Select(g => new SourceVoice(g.Key, g.Sayings, g.Sayings.Length))
                .OrderByDescending(v => v.Sayings.Sum(s => s.Places.Length)).ThenBy(v => v.Name, StringComparer.Ordinal),
        ];
    }

    public static string NameOf(Statement statement) => StoryFacts.Speaker(statement);
}

/// <summary>One wording with the statements that carry it, at least one.</summary>
public sealed record Saying(ImmutableArray<Statement> Places)
{
    public Statement First => Places[0];
}
