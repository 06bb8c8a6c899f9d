using System.Collections.Immutable;

namespace Dateline.Language;

/// <summary>Cuts an article into sentences and tokens.</summary>
internal static class Analyzer
{
    public static Analysis Analyze(Article article)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var spans = new List<TextSpan>();
        var ends = new List<int>();
        for (var i = 0; i < article.Blocks.Length; i++)
        {
            var block = article.Blocks[i];
            if (!block.IsStory && block.Role != BlockRole.Caption) continue;
            spans.Clear();
            ends.Clear();
            Tokenizer.Tokenize(article.Text, block.Span, spans);
            SentenceSplitter.Split(article.Text, spans, ends);
            var first = tokens.Count;
            var start = 0;
            foreach (var span in spans) tokens.Add(new Token(span, span.Slice(article.Text).ToLowerInvariant()));
            foreach (var end in ends)
            {
                sentences.Add(new Sentence(new TextSpan(spans[start].Start, spans[end - 1].End), first + start, end - start, i));
                start = end;
            }
        }

        return new Analysis(article, sentences.ToImmutable(), tokens.ToImmutable());
    }
}
