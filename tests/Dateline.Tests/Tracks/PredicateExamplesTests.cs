using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

/// <summary>The sentences of <c>lexicon/predicate-examples.tsv</c>: each gives the aspect and the answer of its line, by the words of that line and no others.</summary>
public class PredicateExamplesTests
{
    private const string Conduct = "conduct: "; // before an answer to what a force does

    private static readonly Lazy<Dictionary<(string, string, string), Predicate>> Lines = new(() =>
        PredicateLexicon.All.ToDictionary(p => (string.Join(' ', p.Pattern), p.Alone ? "i" : p.Tag[..1].ToLowerInvariant(), p.Aspect.Name)));

    private static readonly Lazy<Dictionary<string, Read>> Examples = new(() => Resources.Rows("lexicon/predicate-examples.tsv").Select(r => r[4]).Distinct()
        .AsParallel().Select(e => (Text: e, Read: new Read(Pipeline.Annotate(ArticleText.Of("a", e, "2026-03-10"))))).ToDictionary(r => r.Text, r => r.Read));

    public static TheoryData<string, string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var row in Resources.Rows("lexicon/predicate-examples.tsv")) data.Add(row[0], row[1], row[2], row[3], row[4]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_example_gives_the_aspect_and_the_answer_of_its_line(string pattern, string pos, string aspect, string answer, string example)
    {
        Assert.True(Lines.Value.TryGetValue((pattern, pos, aspect), out var line), "no such line of predicates.tsv");
        var (asked, wanted) = answer.StartsWith(Conduct, StringComparison.Ordinal) ? ("conduct", answer[Conduct.Length..]) : (aspect, answer.Length > 0 ? answer : line!.Value);
        var read = Examples.Value[example];
        Assert.True(read.Words.Contains(line), "the words of the line are not found");
        var claims = read.Claims.Where(c => read.Words[line].Contains(c.Predicate)).ToList();
        Assert.True(claims.Exists(c => c.Aspect.Name == asked && c.Bare.Equals(wanted, StringComparison.OrdinalIgnoreCase)), string.Join("; ", claims.Select(c => c.Aspect.Name + ": " + c.Bare)));
    }

    [Fact]
    public void Every_line_of_the_lexicon_has_an_example()
    {
        var shown = Resources.Rows("lexicon/predicate-examples.tsv").Select(r => (r[0], r[1], r[2])).ToHashSet();
        Assert.DoesNotContain(Lines.Value.Keys, k => !shown.Contains(k));
    }

    /// <summary>The claims of an example, and where the words of each line stand in it.</summary>
    private sealed class Read(AnnotatedArticle article)
    {
        public List<Claim> Claims { get; } = [.. ClaimFinder.Find(article)];

        public ILookup<Predicate, TextSpan> Words { get; } = article.Annotations.Sentences
            .SelectMany(s => PredicateMatcher.Find(article.Annotations, article.Article.Text, s.FirstToken, s.FirstToken + s.TokenCount))
            .ToLookup(h => h.Predicate, h => new TextSpan(article.Annotations.Tokens[h.First].Span.Start, article.Annotations.Tokens[h.Last].Span.End));
    }
}
