using System.Text;

namespace Dateline.Tests.Reading;

public class AgencyFormsTests
{
    [Fact]
    public void An_agency_that_no_lexicon_knows_is_told_by_its_credit()
    {
        var article = Read("""
            Bridge over the Orlu reopens

            Norland Press Agency

            TAMSIN, Sarvenia (NPA) - The bridge over the Orlu reopened on Monday after three weeks of repairs, the governor said.

            The repairs cost four million crowns, she told NPA, and the road on the eastern bank will follow in the autumn.
            """);
        Assert.Equal("Norland Press Agency", Assert.Single(article.Agencies));
        Assert.DoesNotContain("Norland Press Agency", article.Authors);
    }

    [Fact]
    public void Capitals_in_the_middle_of_a_report_credit_nobody()
    {
        var article = Read("""
            Bridge over the Orlu reopens

            The bridge over the Orlu reopened on Monday after three weeks of repairs, the governor said in Tamsin.

            The road office (RTO) - which runs the bridge - said that the road on the eastern bank will follow in the autumn.
            """);
        Assert.Empty(article.Agencies);
    }

    private static Article Read(string text)
    {
        Assert.True(Pipeline.Read(Capture.Of(Encoding.UTF8.GetBytes(text), PageFormat.Text, "a.txt")).TryGet(out var page, out _));
        return Assert.Single(page.Articles);
    }
}
