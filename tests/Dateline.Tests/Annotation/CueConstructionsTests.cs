namespace Dateline.Tests.Annotation;

/// <summary>Ways of telling that somebody said something, beyond a subject and its verb.</summary>
public class CueConstructionsTests
{
    [Theory]
    [InlineData("The merger was announced on Friday.", "|was announced|The merger")]
    [InlineData("Her name is widely known.", "|is widely known|Her name")]
    [InlineData("The plan, a document disputed by the unions, was dropped.", "the unions|disputed|a document")]
    [InlineData("As reported by the Ostend Gazette, the dam is unsafe.", "the Ostend Gazette|reported|the dam is unsafe")]
    public void Passives_tell_what_was_said_and_by_whom_if_they_know(string text, string expected) => Assert.Contains(expected, All(text));

    [Theory]
    [InlineData("Holt has since denounced the plan.", "Holt|has since denounced|the plan")]
    [InlineData("The report angered Holt, who's called for an inquiry.", "Holt|'s called for|an inquiry")]
    [InlineData("Three villages - two of them in the north - criticized the dam.", "Three villages - two of them in the north|criticized|the dam")]
    [InlineData("Holt promised on Sunday at a rally in Ostend to end the fees.", "Holt|promised|to end the fees")]
    [InlineData("Holt vowed to “end the fees” this year.", "Holt|vowed|to “end the fees” this year")]
    [InlineData("As Ada Lune points out, the dam is old.", "Ada Lune|points out|the dam is old")]
    [InlineData("“The dam is old,” Holt notes.", "Holt|notes|The dam is old,")]
    [InlineData("“The dam is old,“ said Ada Lune, a farmer.", "Ada Lune, a farmer|said|The dam is old,")]
    public void A_cue_is_found_whatever_stands_within_or_beside_it(string text, string expected) => Assert.Contains(expected, All(text));

    [Theory]
    [InlineData("Holt released a statement on Friday calling the plan madness.", "Holt|released a statement on Friday calling|the plan madness")]
    [InlineData("The council sent out a letter urging farmers to stay.", "The council|sent out a letter urging|farmers to stay")]
    [InlineData("The mayor began by blaming the weather.", "The mayor|began by blaming|the weather")]
    [InlineData("The mayor went out of his way to praise the captain.", "The mayor|went out of his way to praise|the captain")]
    public void The_verb_that_leads_to_a_saying_belongs_to_its_cue(string text, string expected) => Assert.Contains(expected, All(text));

    [Theory]
    [InlineData("Holt took the stage to defend the plan.", "Holt|to defend|the plan")]
    [InlineData("The law has support among the farmers.", "the farmers|has support|The law")]
    [InlineData("The fund has reportedly looked at the mine.", "|reportedly|The fund has … looked at the mine")]
    [InlineData("That is according to the exit polls.", "the exit polls|is according to|That")]
    [InlineData("According to the “Green Roof” plan, owners must pay.", "the “Green Roof” plan|According to|owners must pay")]
    [InlineData("The hope is that the rain will stop.", "|The hope is|the rain will stop")]
    public void Attributions_need_no_verb_of_saying(string text, string expected) => Assert.Contains(expected, All(text));

    [Theory]
    [InlineData("The mayor found a dam that was old.")]
    [InlineData("The envoys met in talks convened to discuss a draft, diplomats said.")]
    [InlineData("The farmers brought the bodies to alleged graves.")]
    public void What_nobody_says_is_no_attribution(string text) => Assert.DoesNotContain(All(text), s => !s.StartsWith("diplomats", StringComparison.Ordinal));

    private static IEnumerable<string> All(string text) =>
        Pipeline.Annotate(ArticleText.Of("a", text, "2025-03-07")).Annotations.Statements.Where(s => !s.OutletVoice).Select(s => $"{s.Source.Text}|{string.Join(" … ", s.Cue.Select(c => c.Slice(text)))}|{string.Join(" … ", s.Content.Select(c => c.Slice(text)))}");
}
