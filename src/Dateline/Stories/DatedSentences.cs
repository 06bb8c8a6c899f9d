using Dateline.Language;
using Dateline.Time;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>A sentence that names a day.</summary>
/// <param name="Published">The day of its article, where known.</param>
/// <param name="Position">Its number in the article, from 0.</param>
/// <param name="Terms">The stems of its words, stop words left out.</param>
internal sealed record DatedSentence(int Article, DateOnly Day, DateOnly? Published, int Position, uint[] Terms);

/// <summary>Finds the sentences of a story's articles that name a day, by words and rules alone.</summary>
internal static class DatedSentences
{
    /// <summary>Sentences beyond this are left alone: transcripts and lists run to thousands.</summary>
    private const int Most = 400;

    /// <param name="article">Its number in the story.</param>
    /// <param name="frequency">Counts the sentences in which each term stands.</param>
    public static IEnumerable<DatedSentence> Of(Article text, int article, Dictionary<uint, int> frequency)
    {
        var sentences = Sentences(text);
        return Of(text, sentences, TimexFinder.Find(text.Text, sentences, text.Published), article, frequency);
    }

    /// <summary>The same of an article whose sentences and time expressions are found already.</summary>
    public static IEnumerable<DatedSentence> Of(AnnotatedArticle annotated, int article, Dictionary<uint, int> frequency)
    {
        var (text, notes) = annotated;
        return Of(text, [.. notes.Sentences.Where(s => text.Blocks[s.Block].IsStory).Take(Most).Select(s => s.Span)], notes.Timexes, article, frequency);
    }

    private static List<DatedSentence> Of(Article text, List<TextSpan> sentences, IEnumerable<Timex> timexes, int article, Dictionary<uint, int> frequency)
    {
        var published = text.Published.IsDay ? text.Published.From : null;
        var terms = sentences.Select(s => Terms(text.Text, s)).ToList();
        foreach (var list in terms)
            foreach (var term in list) frequency[term] = frequency.GetValueOrDefault(term) + 1;
        var found = new List<DatedSentence>();
        var at = 0;
        foreach (var timex in timexes)
        {
            if (timex.Type == TimexType.Duration || timex.When is not { IsDay: true, From: { } day }) continue;
            while (at < sentences.Count && sentences[at].End <= timex.Span.Start) at++;
            if (at < sentences.Count && sentences[at].Contains(timex.Span.Start)) found.Add(new DatedSentence(article, day, published, at, terms[at]));
        }

        return found;
    }

    private static List<TextSpan> Sentences(Article article)
    {
        var sentences = new List<TextSpan>();
        var tokens = new List<TextSpan>();
        var ends = new List<int>();
        foreach (var block in article.Blocks)
        {
            if (!block.IsStory || sentences.Count >= Most) continue;
            tokens.Clear();
            ends.Clear();
            Tokenizer.Tokenize(article.Text, block.Span, tokens);
            SentenceSplitter.Split(article.Text, tokens, ends);
            var first = 0;
            foreach (var end in ends)
            {
                sentences.Add(new TextSpan(tokens[first].Start, tokens[end - 1].End));
                first = end;
            }
        }

        return sentences;
    }

    private static uint[] Terms(string text, TextSpan sentence)
    {
        var words = Words.Of(text, sentence);
        var terms = new HashSet<uint>();
        for (var i = 0; i < words.Count; i++)
            if ((words.Marks[i] & WordMarks.Stop) == 0) terms.Add(Stem.Hash(words.Spans[i].Slice(text)));
        return [.. terms.Order()];
    }
}
