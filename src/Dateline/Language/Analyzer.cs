using System.Collections.Immutable;

namespace Dateline.Language;

/// <summary>Cuts an article into sentences and tokens, and finds each token's part of speech, lemma and syntactic head.</summary>
internal static class Analyzer
{
    private const int LongestSentence = 400; // tokens that are looked at together; a longer sentence is a table or a list, and is taken in pieces

    public static Analysis Analyze(Article article)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var spans = new List<TextSpan>();
        var ends = new List<int>();
        for (var i = 0; i < article.Blocks.Length; i++)
        {
            var block = article.Blocks[i];
            if (!block.IsStory && block.Role != BlockRole.Caption) continue;
            var start = spans.Count;
            var line = new List<TextSpan>();
            ends.Clear();
            Tokenizer.Tokenize(article.Text, block.Span, line);
            SentenceSplitter.Split(article.Text, line, ends);
            var first = 0;
            foreach (var end in ends)
            {
                sentences.Add(new Sentence(new TextSpan(line[first].Start, line[end - 1].End), start + first, end - first, i));
                first = end;
            }

            spans.AddRange(line);
        }

        var fine = ImmutableArray.CreateBuilder<string>(spans.Count);
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.TokenCount; at += LongestSentence)
            {
                AddTokens(article.Text, spans.GetRange(sentence.FirstToken + at, Math.Min(LongestSentence, sentence.TokenCount - at)), tokens, fine);
            }

            if (sentence.TokenCount > LongestSentence) JoinRoots(sentence, tokens);
        }

        return new Analysis(article, sentences.ToImmutable(), tokens.ToImmutable()) { FineTags = fine.ToImmutable() };
    }

    /// <summary>The roots of the further pieces hang on the root of the first: a sentence has one root.</summary>
    private static void JoinRoots(Sentence sentence, ImmutableArray<Token>.Builder tokens)
    {
        var root = -1;
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (tokens[i].Head >= 0) continue;
            if (root < 0) root = i;
            else tokens[i] = tokens[i] with { Head = root, Relation = "parataxis" };
        }
    }

    private static void AddTokens(string text, List<TextSpan> spans, ImmutableArray<Token>.Builder tokens, ImmutableArray<string>.Builder fine)
    {
        var tagger = Tagger.Default;
        var words = new WordTraits[spans.Count];
        var only = new string?[spans.Count];
        for (var i = 0; i < words.Length; i++)
        {
            var word = text.AsSpan(spans[i].Start, spans[i].Length);
            (words[i], only[i]) = (WordTraits.Of(word), OneClassWords.Of(word));
        }

        var tags = new byte[words.Length];
        tagger.Tag(words, only, tags);
        var found = (byte[])tags.Clone();
        var parser = Parser.Default;
        var (heads, labels) = parser.Parse(words, tags);
        for (var i = 0; i < words.Length; i++)
            if (only[i] is { } tag && tagger.Universal[found[i]] == tag && tagger.Universal[tags[i]] != tag) tags[i] = found[i]; // what can be nothing else is not corrected
        var first = tokens.Count;
        for (var i = 0; i < words.Length; i++)
        {
            var (universal, penn) = (tagger.Universal[tags[i]], tagger.Fine[tags[i]]);
            var head = heads[i];
            fine.Add(penn);
            tokens.Add(new Token(spans[i], Lemmatizer.Lemma(text.AsSpan(spans[i].Start, spans[i].Length), universal, penn), universal, head == words.Length ? -1 : first + head, parser.Relations[labels[i]]));
        }
    }
}
