using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

public class PredicateLexiconTests
{
    [Fact]
    public void Every_predicate_has_two_values_that_differ() =>
        Assert.All(PredicateLexicon.All, p => Assert.True(p.Value.Length > 0 && p.Negated.Length > 0 && p.Value != p.Negated, p.Id));

    [Fact]
    public void Every_question_asks_about_its_theme_or_place() =>
        Assert.All(PredicateLexicon.Aspects.Values, a =>
        {
            Assert.EndsWith("?", a.Question, StringComparison.Ordinal);
            Assert.True(!a.IsCounted || a.Many.EndsWith('?'), a.Name);
            Assert.Contains(a.Needs, new[] { "any", "place", "force", "person", "official", "anyone", "crowd", "target", "event", "spreading", "leak", "resolution", "measure" });
        });

    [Fact]
    public void Soldiers_and_troops_answer_one_question() => Assert.True(HeadLexicon.Agree(HeadLexicon.Of("soldier")!, HeadLexicon.Of("troop")!));

    [Fact]
    public void Prisoners_and_children_do_not() => Assert.False(HeadLexicon.Agree(HeadLexicon.Of("prisoner")!, HeadLexicon.Of("child")!));
}
