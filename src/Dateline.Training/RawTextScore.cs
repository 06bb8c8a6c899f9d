using Dateline.Language;

namespace Dateline.Training;

/// <summary>Tokens and sentences found in raw paragraphs, against the treebank's.</summary>
internal sealed class RawTextScore
{
    private int goldTokens, foundTokens, rightTokens, goldSentences, foundSentences, rightSentences;

    public static double F1(int gold, int found, int right) => gold + found == 0 ? 0 : 2.0 * right / (gold + found);

    public double Tokens => F1(goldTokens, foundTokens, rightTokens);

    public double Sentences => F1(goldSentences, foundSentences, rightSentences);

    public static RawTextScore Of(IReadOnlyList<TreeSentence> sentences, Action<string>? differs = null)
    {
        var score = new RawTextScore();
        for (var i = 0; i < sentences.Count;)
        {
            var to = i + 1;
            while (to < sentences.Count && !sentences[to].OpensParagraph) to++;
            score.Add(sentences.Skip(i).Take(to - i).ToList(), differs);
            i = to;
        }

        return score;
    }

    public override string ToString() => FormattableString.Invariant($"tokens F1 {Tokens:0.0000}  sentences F1 {Sentences:0.0000}");

    private void Add(List<TreeSentence> paragraph, Action<string>? differs)
    {
        var text = string.Join(' ', paragraph.Select(s => s.Text.Replace('\n', ' ')));
        var analysis = Analyzer.Analyze(ArticleText.Of("p", text));
        HashSet<TextSpan> tokens = [], sentences = [];
        var start = 0;
        foreach (var sentence in paragraph)
        {
            sentences.Add(new TextSpan(start, start + sentence.Text.Length));
            foreach (var word in sentence.Words) tokens.Add(new TextSpan(start + word.Start, start + word.End));
            start += sentence.Text.Length + 1;
        }

        goldTokens += tokens.Count;
        goldSentences += sentences.Count;
        foundTokens += analysis.Tokens.Length;
        foundSentences += analysis.Sentences.Length;
        rightTokens += analysis.Tokens.Count(t => tokens.Contains(t.Span));
        rightSentences += analysis.Sentences.Count(s => sentences.Contains(s.Span));
        if (differs is null) return;
        foreach (var found in analysis.Sentences.Where(s => !sentences.Contains(s.Span))) differs("found    " + found.Span.Slice(text));
        foreach (var gold in sentences.Where(g => !analysis.Sentences.Any(s => s.Span == g))) differs("expected " + gold.Slice(text));
        foreach (var found in analysis.Tokens.Where(t => !tokens.Contains(t.Span))) differs("token    " + found.Span.Slice(text) + "   in " + text[Math.Max(0, found.Span.Start - 10)..Math.Min(text.Length, found.Span.End + 10)]);
    }
}
