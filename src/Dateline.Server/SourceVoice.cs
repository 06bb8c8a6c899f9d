using System.Collections.Immutable;

namespace Dateline.Server;

/// <summary>What one source says in a story, each wording once with all the places that carry it.</summary>
public sealed record SourceVoice(string Name, ImmutableArray<Saying> Sayings)
{
    /// <summary>The sources of a story, the most quoted first. The outlets' own voices are left out.</summary>
    public static ImmutableArray<SourceVoice> Of(LedgerIndex index, Story story)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(story);
        return
        [
            .. story.Articles.SelectMany(a => index.Annotated(a).Annotations.Statements)
                .Where(s => !s.OutletVoice && s.Content.Length > 0)
                .GroupBy(NameOf, StringComparer.OrdinalIgnoreCase)
                .Select(g => new SourceVoice(g.Key,
                [
                    .. g.GroupBy(s => Plain(s.ContentCover.Slice(index.Article(s.Article).Text)), StringComparer.Ordinal).Select(same => new Saying([.. same])),
                ]))
                .OrderByDescending(v => v.Sayings.Sum(s => s.Places.Length)).ThenBy(v => v.Name, StringComparer.Ordinal),
        ];
    }

    public static string NameOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Source.Entity is { Length: > 0 } entity ? entity : statement.Source.Text.Length > 0 ? statement.Source.Text : "Source not named";
    }

    /// <summary>Letters and digits alone: quotation marks and white space differ between copies of one text.</summary>
    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>One wording with the statements that carry it, at least one.</summary>
public sealed record Saying(ImmutableArray<Statement> Places)
{
    public Statement First => Places[0];
}
