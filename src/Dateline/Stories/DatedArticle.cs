using System.Collections.Frozen;
using Dateline.Language;
using Dateline.Time;
using Dateline.Tracing;

namespace Dateline.Stories;

/// <summary>A day that a sentence names.</summary>
/// <param name="Sentence">Its number in the article, from 0.</param>
/// <param name="Told">True where it is the day of speaking: "said on Tuesday".</param>
internal readonly record struct NamedDay(DateOnly Day, int Sentence, bool Told);

/// <summary>What an article of a story says of days, by words and rules alone.</summary>
/// <param name="Published">The day on which it came out, where known.</param>
/// <param name="Sentences">The stems of each sentence's words, each once, stop words and numbers left out.</param>
internal sealed record DatedArticle(DateOnly? Published, IReadOnlyList<uint[]> Sentences, IReadOnlyList<NamedDay> Days)
{
    /// <summary>Sentences beyond this are left alone: transcripts and lists run to thousands.</summary>
    private const int Most = 400;

    /// <summary>Sentences among which a page's own time stamp may stand.</summary>
    private const int Head = 3;

    /// <summary>How far before a time the word may stand that tells of speaking.</summary>
    private const int Reach = 5;

    private static readonly Lazy<FrozenSet<uint>> TellingWords = new(() => Resources.Rows("lexicon/telling-words.tsv").Select(r => Words.Hash(r[0])).ToFrozenSet());

    public static DatedArticle Of(Article article)
    {
        var sentences = Split(article);
        return Of(article, sentences, TimexFinder.Find(article.Text, sentences, article.Published));
    }

    /// <summary>The same of an article whose sentences and time expressions are found already.</summary>
    public static DatedArticle Of(AnnotatedArticle annotated)
    {
        var (article, notes) = annotated;
        return Of(article, [.. notes.Sentences.Where(s => article.Blocks[s.Block].IsStory).Take(Most).Select(s => s.Span)], notes.Timexes);
    }

    private static DatedArticle Of(Article article, List<TextSpan> sentences, IEnumerable<Timex> timexes)
    {
        var published = article.Published.IsDay ? article.Published.From : null;
        var days = new List<NamedDay>();
        var at = 0;
        foreach (var timex in timexes)
        {
            if (timex.Type == TimexType.Duration || timex.When is not { IsDay: true, From: { } day }) continue;
            while (at < sentences.Count && sentences[at].End <= timex.Span.Start) at++;
            if (at == sentences.Count || !sentences[at].Contains(timex.Span.Start)) continue;
            if (at < Head && day == published && timex.When.Anchor == DateAnchor.Absolute) continue; // the stamp of the page, no event
            days.Add(new NamedDay(day, at, IsTold(article.Text, new TextSpan(sentences[at].Start, timex.Span.Start))));
        }

        return new DatedArticle(published, [.. sentences.Select(s => Terms(article.Text, s))], days);
    }

    private static bool IsTold(string text, TextSpan before)
    {
        var words = Words.Of(text, before);
        for (var i = Math.Max(0, words.Count - Reach); i < words.Count; i++)
            if (TellingWords.Value.Contains(words.Hashes[i])) return true;
        return false;
    }

    private static List<TextSpan> Split(Article article)
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
            if ((words.Marks[i] & (WordMarks.Stop | WordMarks.Number)) == 0 && words.Spans[i].Length > 2) terms.Add(Stem.Hash(words.Spans[i].Slice(text)));
        return [.. terms.Order()];
    }
}
