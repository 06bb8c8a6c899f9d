using Dateline.Annotation;

namespace Dateline.Tests.Annotation;

public class CuesTests
{
    [Theory]
    [InlineData("claim", "claims claimed claiming")]
    [InlineData("deny", "denies denied denying")]
    [InlineData("admit", "admits admitted admitting")]
    [InlineData("argue", "argues argued arguing")]
    [InlineData("agree", "agrees agreed agreeing")]
    [InlineData("stress", "stresses stressed stressing")]
    [InlineData("convey", "conveys conveyed conveying")]
    public void Regular_verbs_are_inflected_by_the_rules_of_spelling(string verb, string forms) =>
        Assert.Equal(forms.Split(' ').Order(), Cues.Inflect(verb, "").Select(f => f.Form).Where(f => f != verb).Order());

    [Fact]
    public void A_cue_with_its_particle_comes_before_the_bare_one() => Assert.NotEqual("", Cues.Of("called")[0].Particle);
}
