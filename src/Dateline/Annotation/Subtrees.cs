using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>The stretch of words that hang on each token by the dependency parse; where no parser ran, each token alone.</summary>
internal sealed class Subtrees
{
    private const int DeepestChain = 100; // bounds the climb in a broken parse

    private readonly ImmutableArray<Token> tokens;
    private readonly int[] first;
    private readonly int[] end;

    public Subtrees(ImmutableArray<Token> tokens)
    {
        this.tokens = tokens;
        first = new int[tokens.Length];
        end = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++) (first[i], end[i]) = (i, i + 1);
        for (var i = 0; i < tokens.Length; i++)
        {
            for (int at = tokens[i].Head, steps = 0; at >= 0 && at < tokens.Length && steps < DeepestChain; at = tokens[at].Head, steps++)
            {
                first[at] = Math.Min(first[at], i);
                end[at] = Math.Max(end[at], i + 1);
            }
        }
    }

    public TokenRange Of(int token) => new(first[token], end[token]);

    public int Head(int token) => tokens[token].Head;

    public string Relation(int token) => tokens[token].Relation ?? "";

    /// <summary>The token of a range that hangs on none of its others.</summary>
    public int Top(TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
            if (!range.Contains(tokens[i].Head)) return i;
        return range.First;
    }
}
