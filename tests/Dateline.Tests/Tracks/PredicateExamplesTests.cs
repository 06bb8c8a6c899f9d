using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

/// <summary>The sentences of <c>lexicon/predicate-examples.tsv</c>: each gives the aspect and the answer of its line.</summary>
public class PredicateExamplesTests
{
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
        var line = Assert.Single(PredicateLexicon.All, p => string.Join(' ', p.Pattern) == pattern && p.Aspect.Name == aspect && p.Alone == (pos == "i") && p.Tag[0] == (pos == "i" ? 'V' : char.ToUpperInvariant(pos[0])));
        var claims = ClaimFinder.Find(Pipeline.Annotate(ArticleText.Of("a", example, "2026-03-10")));
        Assert.Contains(claims, c => c.Aspect.Name == aspect && c.Bare.Equals(answer.Length > 0 ? answer : line.Value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_answer_of_every_aspect_has_an_example()
    {
        var shown = Resources.Rows("lexicon/predicate-examples.tsv").Select(r => (r[0], r[2])).ToHashSet();
        Assert.All(PredicateLexicon.All.GroupBy(p => (p.Aspect.Name, p.Value)), g => Assert.True(g.Any(p => shown.Contains((string.Join(' ', p.Pattern), p.Aspect.Name))), $"{g.Key.Name}: {g.Key.Value}"));
    }
}
