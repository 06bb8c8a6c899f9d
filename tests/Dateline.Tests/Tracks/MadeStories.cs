using System.Text;

namespace Dateline.Tests.Tracks;

/// <summary>Whole stories of our own making, each of another kind: pages with what pages have around their text.</summary>
internal static class MadeStories
{
    private static readonly string[] Dam =
    [
        """
        Harbour Gazette

        At least 12 dead as dam bursts above Ostmark

        By Ann Vale
        4 March 2024

        A dam burst above the town of Ostmark early on Monday, killing at least 12 people and leaving 30 injured, the interior ministry said.

        About 2,000 people were evacuated, the governor, Hugo Lune, told reporters. "We are doing everything we can," he said.

        The operator, Lostria Power, denied that the dam had been badly maintained. It said heavy rain had caused the collapse.

        The main road to the north was closed. Schools will stay closed until Thursday.
        """,
        """
        Lostria Post

        Dam toll rises to 27, dozens missing

        5 March 2024

        OSTMARK, March 5 - The death toll from a dam collapse in Lostria rose to 27 on Tuesday, with 41 people still missing, rescuers said.

        More than 3,500 people have been evacuated from the valley, and nearly 80 injured, the health ministry said.

        The company's chief executive, Bert Moss, said he would not resign.
        """,
        """
        Harbour Gazette

        Dam firm's chief resigns as toll reaches 34

        By Ann Vale
        8 March 2024

        The head of Lostria Power, Bert Moss, resigned on Friday, four days after a dam collapsed above Ostmark and killed 34 people.

        Moss had previously said he would not step down. Two engineers were arrested on Thursday, police said.

        Some 3,500 people remain in shelters. Nineteen people are still missing, the interior ministry said.
        """,
        """
        Lostria Post

        Report blames operator for dam collapse

        12 April 2024

        OSTMARK, April 12 - An independent report on Friday blamed Lostria Power for the collapse of a dam that killed 36 people last month.

        The road to the north has reopened.

        Correction: An earlier version of this article said 46 people were killed.
        """,
    ];

    private static readonly string[] Court =
    [
        """
        Harbour Gazette

        Bank chief charged over missing pension money

        By Ann Vale
        3 June 2024

        Prosecutors on Monday charged the former head of Vale Savings Bank, Clara Holm, with fraud over 40 million crowns missing from a pension fund.

        Holm, 58, denied the charges. "I never took a single crown," she told reporters outside the court.

        The bank said about 12,000 pensioners were affected. A lawyer for the pensioners, Igor Rast, put the number at 15,000.

        The finance minister, Nils Dahl, said the government would not repay the money. The opposition demanded an inquiry.

        Shares in the bank fell 12 percent.
        """,
        """
        Lostria Post

        Trial of bank chief opens as minister promises help

        10 September 2024

        The trial of Clara Holm, accused of stealing pension money at Vale Savings Bank, began on Tuesday. She pleaded not guilty.

        A prosecutor told the court that 52 million crowns had disappeared between 2019 and 2022. Her lawyer said the money had been lost in bad investments.

        Finance Minister Nils Dahl said the government would repay pensioners in part. In June he had ruled out any payment.

        About 200 pensioners protested outside the court. A witness, the bank's accountant Lena Moss, said Holm had ordered the transfers. Holm denied it.
        """,
        """
        Harbour Gazette

        Accountant takes back testimony against Holm

        By Ann Vale
        2 October 2024

        A key witness in the trial of former bank chief Clara Holm withdrew her testimony on Wednesday, saying she had been pressed by investigators.

        Lena Moss, who had told the court that Holm ordered the transfers, said she had acted alone. Police denied putting pressure on her.

        The judge, Marta Vinge, adjourned the trial until Monday. The bank has closed 14 branches since June.
        """,
        """
        Lostria Post

        Former bank chief acquitted

        22 November 2024

        A court on Friday acquitted Clara Holm, the former head of Vale Savings Bank, of fraud. The judge said there was no evidence that she had taken the money.

        Prosecutors said they would appeal. Lena Moss was arrested after the verdict.

        The government has paid 31 million crowns to 9,000 pensioners, the finance ministry said. Nils Dahl resigned as finance minister last week.
        """,
    ];

    private static readonly string[] Square =
    [
        """
        Harbour Gazette

        Shots fired at protesters in Canal Square

        By Ann Vale
        10 February 2031

        Two people were killed and more than 60 were injured in Canal Square on Monday, the health ministry said.

        The source of the gunfire was not immediately known. Thousands of protesters remained in the square and chanted “Get out!”.

        President Adam Lune said he would not resign. The army announced that it would not use force against the demonstrators.
        """,
        """
        Lostria Post

        Crowd holds Canal Square after a day of shots

        By Mira Hale
        10 February 2031

        The health ministry said 64 people were injured and two were killed in Canal Square on Monday.

        “We asked the army to step in, and the soldiers did nothing,” said Lena Brandt, a teacher. Residents said police officers attacked the protesters.
        """,
        """
        Northern Press

        Ministry blames hired gangs for attack on protesters

        By Otto Kern
        12 February 2031

        Armed gangs attacked the protesters in Canal Square, the interior ministry said on Wednesday. It said three people were killed.

        President Adam Lune agreed on Tuesday to leave office in September, his spokesman said. His resignation is what the protesters are demanding.

        The governor, Hugo Brill, told the protesters to go home.
        """,
        """
        Harbour Gazette

        Lune steps down

        By Ann Vale
        14 February 2031

        President Adam Lune stepped down on Friday and handed over power to a military council. Protesters left the square in the evening.
        """,
    ];

    private static readonly string[] Vote =
    [
        """
        Harbour Gazette

        Home | News | Sport | Weather

        Moller claims victory in Sarvenia vote as count goes on

        By Ann Vale
        3 June 2024

        President Otto Moller claimed victory in Sarvenia's election on Monday with two thirds of the ballots counted, but his rival said the count was not over.

        The electoral commission said 68 percent of ballots had been counted. Moller had 51 percent of the vote, it said.

        "We have won," Moller told supporters in Dorvik. The opposition candidate, Lena Brandt, said she would not concede defeat.

        Polls closed two hours late in the south, where officials said turnout had risen to 71 percent.

        Sign up to our newsletter
        """,
        """
        Sarvenia Post

        Observers report ballot stuffing; opposition calls protest

        4 June 2024

        DORVIK, June 4 - International observers said on Tuesday that ballot boxes had been stuffed in at least 12 polling stations.

        The electoral commission denied the fraud and said the observers had been misled. Brandt accused the government of stealing the election and called for a recount.

        About 3,000 people protested in Dorvik on Tuesday evening. Police fired tear gas at the protesters and arrested 40 people, the interior ministry said. Eight people were injured, a hospital doctor said.

        Read more: What the exit polls said
        """,
        """
        Harbour Gazette

        Two killed as Sarvenia vote protests spread

        By Ann Vale
        6 June 2024

        Two people were killed on Wednesday night when police opened fire on protesters in Dorvik, witnesses said. The interior ministry said armed men had shot them.

        More than 20,000 people marched through the capital on Thursday. At least 31 people have been injured and more than 150 arrested since Tuesday, the opposition said.

        The electoral commission rejected a recount. Its chairman, Emil Dahl, said the result would stand.

        The airport was closed and the internet was cut off in the capital.
        """,
        """
        Sarvenia Post

        Election chief resigns, court orders recount

        11 June 2024

        DORVIK, June 11 - The chairman of Sarvenia's electoral commission, Emil Dahl, resigned on Tuesday and the supreme court ordered a recount of all ballots.

        Dahl, who had said last week that the result would stand, said he could no longer vouch for the count. A polling official who had said she saw boxes being stuffed took back her account, state television reported.

        The death toll from the protests rose to five, the health ministry said. The internet has been restored, and the airport reopened on Monday.

        Talks between the government and the opposition began on Monday, mediators said.
        """,
        """
        Harbour Gazette

        Brandt wins recount in Sarvenia, Moller concedes

        By Ann Vale
        28 June 2024

        Lena Brandt won Sarvenia's election after a recount, the electoral commission said on Friday. President Otto Moller conceded defeat and said he would hand over power to her in July.

        The recount gave Brandt 50.8 percent of the vote. Six people were killed in three weeks of protests, rights groups say; the interior ministry put the toll at five.

        An inquiry blamed police for the deaths of the first two protesters. The interior ministry had said that armed men shot them.

        Correction: An earlier version of this article said Brandt had won 58 percent of the vote.
        """,
    ];

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Lazy<Ledger>> All { get; } = new Dictionary<string, Lazy<Ledger>>(StringComparer.Ordinal)
    {
        ["dam"] = Of("dam", Dam), ["court"] = Of("court", Court), ["vote"] = Of("vote", Vote), ["square"] = Of("square", Square), ["sample"] = new(() => Samples.Ledger),
    };

    private static Lazy<Ledger> Of(string name, string[] pages) => new(() => Pipeline.Follow([.. pages.Select((page, i) =>
    {
        Assert.True(Pipeline.Read(Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, $"{name}-{i}.txt")).TryGet(out var read, out _));
        return Pipeline.Annotate(read.Whole);
    })]));
}
