using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dateline.Language;

/// <summary>Cuts an article into sentences and tokens.</summary>
internal static partial class Analyzer
{
    public static Analysis Analyze(Article article)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var i = 0; i < article.Blocks.Length; i++)
        {
            var block = article.Blocks[i];
            if (!block.IsStory && block.Role != BlockRole.Caption) continue;
            var first = tokens.Count;
            foreach (var match in Word().EnumerateMatches(article.Text.AsSpan(block.Span.Start, block.Span.Length)))
            {
                var span = new TextSpan(block.Span.Start + match.Index, block.Span.Start + match.Index + match.Length);
                tokens.Add(new Token(span, span.Slice(article.Text).ToLowerInvariant()));
            }

            sentences.Add(new Sentence(block.Span, first, tokens.Count - first, i));
        }

        return new Analysis(article, sentences.ToImmutable(), tokens.ToImmutable());
    }

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();
}
