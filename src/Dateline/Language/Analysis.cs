using System.Collections.Immutable;

namespace Dateline.Language;

/// <summary>An article with its sentences and tokens: what every annotating stage starts from. Sentences are made of story blocks and captions.</summary>
internal sealed record Analysis(Article Article, ImmutableArray<Sentence> Sentences, ImmutableArray<Token> Tokens)
{
    /// <summary>The Penn Treebank tag of each token ("VBD"): tense and number, which the universal tag leaves out.</summary>
    public ImmutableArray<string> FineTags { get; init; } = [];

    public string Text => Article.Text;

    public string Word(int token) => Tokens[token].Span.Slice(Article.Text);

    public Block BlockOf(Sentence sentence) => Article.Blocks[sentence.Block];
}
