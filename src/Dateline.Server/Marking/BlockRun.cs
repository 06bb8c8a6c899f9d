using System.Collections.Immutable;

namespace Dateline.Server.Marking;

/// <summary>Blocks that follow each other and are all kept or all dropped, for pages that show both in page order.</summary>
/// <param name="First">Index of the first one in <see cref="Article.Blocks"/>.</param>
public sealed record BlockRun(bool Kept, int First, ImmutableArray<Block> Blocks)
{
    public static ImmutableArray<BlockRun> Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var runs = ImmutableArray.CreateBuilder<BlockRun>();
        for (var i = 0; i < article.Blocks.Length;)
        {
            var end = i + 1;
            while (end < article.Blocks.Length && article.Blocks[end].IsStory == article.Blocks[i].IsStory) end++;
            runs.Add(new BlockRun(article.Blocks[i].IsStory, i, article.Blocks[i..end]));
            i = end;
        }

        return runs.ToImmutable();
    }
}
