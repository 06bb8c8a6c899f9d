namespace Dateline.Tests.Annotation;

public class StatementFinderTests
{
    [Theory]
    [InlineData("Mayor Ada Lune said the bridge would reopen.", "Ada Lune|said|the bridge would reopen")]
    [InlineData("Mayor Ada Lune said on Friday that the bridge would reopen.", "Ada Lune|said|the bridge would reopen")]
    [InlineData("The bridge would reopen, Mayor Ada Lune said.", "Ada Lune|said|The bridge would reopen")]
    [InlineData("The bridge would reopen, said Ada Lune, the mayor.", "Ada Lune|said|The bridge would reopen")]
    [InlineData("The bridge, Mayor Ada Lune said, would reopen within a week.", "Ada Lune|said|The bridge … would reopen within a week")]
    [InlineData("According to the Lostria Institute, the bridge is safe.", "Lostria Institute|According to|the bridge is safe")]
    [InlineData("The bridge is safe, according to two engineers.", "two engineers|according to|The bridge is safe")]
    [InlineData("Ada Lune, a farmer from Ostmark, denied that she sold the land.", "Ada Lune|denied|she sold the land")]
    [InlineData("A farmer who asked not to be named said the land was sold.", "farmer who asked not to be named|said|the land was sold")]
    [InlineData("Ada Lune claimed to have seen the ship.", "Ada Lune|claimed|to have seen the ship")]
    [InlineData("Ada Lune condemned the attack on the harbour.", "Ada Lune|condemned|the attack on the harbour")]
    [InlineData("Documents seen by the Gazette show that the firm knew of the leak.", "Documents seen by the Gazette|show|the firm knew of the leak")]
    [InlineData("Three officials briefed on the talks said the deal was close.", "Three officials briefed on the talks|said|the deal was close")]
    [InlineData("According to two people familiar with the talks, who asked not to be named, the deal is dead.", "two people familiar with the talks|According to|the deal is dead")]
    [InlineData("The Lostria Front claimed responsibility for the blast.", "Lostria Front|claimed|responsibility for the blast")]
    [InlineData("Hospital officials put the toll at 41.", "Hospital officials|put|the toll at 41")]
    public void Indirect_speech_has_its_source_cue_and_clause(string text, string expected) => Assert.Equal([expected], Sayings(text));

    [Theory]
    [InlineData("“We will stay,” Ada Lune said.", "Ada Lune|said|We will stay,")]
    [InlineData("\"We will stay,\" said Ada Lune.", "Ada Lune|said|We will stay,")]
    [InlineData("Ada Lune said: “We will stay.”", "Ada Lune|said|We will stay.")]
    [InlineData("“We came by sea. We will stay,” Ada Lune said.", "Ada Lune|said|We came by sea. We will stay,")]
    [InlineData("Said one man: “We heard three shots.”", "one man|Said|We heard three shots.")]
    [InlineData("“There is no danger,” the statement read.", "statement|read|There is no danger,")]
    public void A_quotation_is_direct_speech_without_its_marks(string text, string expected)
    {
        Assert.Equal([expected], Sayings(text));
        Assert.All(Find(text).Where(s => !s.OutletVoice), s => Assert.Equal(Manner.Direct, s.Manner));
    }

    [Fact]
    public void What_stands_in_a_relative_clause_ends_with_it() =>
        Assert.Equal(["mayor|had called|the plan madness", "mayor|welcomed|the vote"], Sayings("The mayor, who had called the plan madness, welcomed the vote."));

    [Fact]
    public void A_speaker_s_second_saying_is_no_part_of_his_name() =>
        Assert.Equal(["Holt|said|We are ready,", "Holt|added|the boats were waiting"], Sayings("“We are ready,” said Mr Holt, who added that the boats were waiting."));

    [Theory]
    [InlineData("Citing two sources, Reuters reported that the bank would cut 900 jobs.", "two sources", "Reuters")]
    [InlineData("Ada Lune was quoted by the Tass agency as saying the fire was out.", "Ada Lune", "the Tass agency")]
    public void A_medium_that_passes_words_on_is_the_relay_and_not_the_source(string text, string source, string relay)
    {
        var statement = Assert.Single(Find(text), s => !s.OutletVoice);
        Assert.Equal(source, statement.Source.Text);
        Assert.Equal(relay, Assert.Single(statement.Relay));
    }

    [Fact]
    public void A_report_is_no_nation_that_spoke_before() =>
        Assert.DoesNotContain(Find("Kyiv confirmed the strike. The report found that the dam had cracked."), s => s.ContentCover.Start > 30 && s.Source.Entity == "Ukraine");

    [Theory]
    [InlineData("A minister said the port was closed. The prime minister said it was open.")]
    [InlineData("“I saw it,” Ada Lune said. The president said it was over.")]
    public void A_description_that_does_not_fit_is_somebody_else(string text)
    {
        var sources = Find(text).Where(s => s is { OutletVoice: false, IsSaying: true }).Select(s => s.Source.Entity).ToList();
        Assert.Equal(2, sources.Distinct().Count());
    }

    [Theory]
    [InlineData("The minister said in a statement that the port was closed.", "said in a statement")]
    [InlineData("“The port is closed,” the minister wrote on Twitter.", "wrote on Twitter")]
    [InlineData("The minister said repeatedly that the port was closed.", "said repeatedly")]
    [InlineData("The minister said in an interview that the port was closed.", "said")]
    [InlineData("The minister said on Friday that the port was closed.", "said")]
    [InlineData("The minister described himself as a friend of the port.", "described")]
    [InlineData("The minister did not mention the port.", "did not mention")]
    public void Manner_and_writing_right_behind_the_verb_go_with_it(string text, string cue) =>
        Assert.Equal(cue, Assert.Single(Find(text), s => !s.OutletVoice).Cue[0].Slice(text));

    [Theory]
    [InlineData("The minister made no mention of the port.", "made no mention of", "stance.negated")]
    [InlineData("The minister gave an account of what happened in the port.", "gave an account of", "stance.noun")]
    [InlineData("The minister's promise that the port would open came late.", "promise", "cue.noun")]
    public void A_noun_of_saying_takes_its_verb_and_tells_whether_it_was_said(string text, string cue, string rule) =>
        Assert.Equal((cue, rule), Find(text).Where(s => !s.OutletVoice).Select(s => (s.Cue[0].Slice(text), s.Rule)).First());

    [Theory]
    [InlineData("The minister issued a statement on Friday about the port.")]
    [InlineData("The minister issued a statement on Friday saying the port would close.")]
    public void A_day_behind_a_noun_of_saying_is_not_what_is_said(string text) =>
        Assert.DoesNotContain(Find(text), s => !s.OutletVoice && s.ContentCover.Slice(text).StartsWith("Friday", StringComparison.Ordinal));

    [Fact]
    public void A_quotation_that_its_cue_splits_is_two_statements_of_one_speaker() =>
        Assert.Equal(["Ada Lune|said|We will stay,", "Ada Lune||as long as we can work here."], Sayings("“We will stay,” Ada Lune said, “as long as we can work here.”"));

    [Fact]
    public void A_quotation_that_follows_in_the_paragraph_goes_on_with_its_speaker() =>
        Assert.Equal(["Ada Lune|said|We will stay,", "Ada Lune||Nobody asked us before."], Sayings("“We will stay,” Ada Lune said. “Nobody asked us before.”"));

    [Fact]
    public void A_paragraph_that_is_one_quotation_goes_on_with_the_speaker_before_it() =>
        Assert.Equal(["Ada Lune|said|We will stay,", "Ada Lune||Nobody asked us before."], Sayings("“We will stay,” Ada Lune said.\n“Nobody asked us before.”"));

    [Fact]
    public void Quoted_words_among_reported_ones_are_mixed_speech()
    {
        var statement = Assert.Single(Find("The minister said the plan was “dead” and would not return."), s => !s.OutletVoice);
        Assert.Equal(Manner.Mixed, statement.Manner);
    }

    [Theory]
    [InlineData("The minister told AFP that the port was closed.", "AFP")]
    [InlineData("The minister told reporters the port was closed.", "reporters")]
    [InlineData("“The port is closed,” the minister said in a statement.", "a statement")]
    [InlineData("The minister said in his evening address that the port was closed.", "his evening address")]
    [InlineData("In a letter, the minister denounced the closure of the port.", "a letter")]
    public void The_channel_is_whom_or_where_it_was_said(string text, string channel) =>
        Assert.Equal(channel, Assert.Single(Find(text), s => !s.OutletVoice).Channel);

    [Fact]
    public void The_channel_goes_on_with_the_same_speaker() =>
        Assert.Equal(["AFP", "AFP"], Find("Ada Lune told AFP that the port was closed. She said it would open soon.").Where(s => !s.OutletVoice).Select(s => s.Channel));

    [Theory]
    [InlineData("Ada Lune said the port was closed. She added that it would open soon.", "Ada Lune")]
    [InlineData("Spokesman Bert Moss met Ada Lune. He said the port was closed.", "Bert Moss")]
    [InlineData("South Korea's spy agency said the port was closed. It added that it would open soon.", "National Intelligence Service")]
    [InlineData("An official from the harbour said the port was closed. The official added that it would open soon.", "official from the harbour")]
    [InlineData("Lostrian President Ada Lune met workers. The Lostrian president said the port was closed.", "Ada Lune")]
    public void Pronouns_and_descriptions_are_resolved_within_the_page(string text, string speaker) =>
        Assert.Equal(speaker, Find(text).Last(s => !s.OutletVoice).Source.Entity);

    [Fact]
    public void A_capital_that_speaks_is_its_government() =>
        Assert.Equal("South Korea|said|the talks had failed", Assert.Single(Sayings("Seoul said the talks had failed.")));

    [Fact]
    public void Verbs_that_share_a_subject_are_a_statement_each() =>
        Assert.Equal(["Ada Lune|condemned|the attack", "Ada Lune|called for|calm"], Sayings("Ada Lune condemned the attack and called for calm."));

    [Fact]
    public void A_participle_takes_the_subject_of_the_sentence() =>
        Assert.Equal("Ada Lune|adding|it was never safe", Sayings("Ada Lune said the bridge would close, adding that it was never safe.").Last());

    [Fact]
    public void Reports_speak_for_themselves() =>
        Assert.Equal("reports|reports|Lostria had left the town", Assert.Single(Sayings("The vote came after reports that Lostria had left the town.")));

    [Fact]
    public void An_agency_that_quotes_somebody_is_the_relay()
    {
        var statement = Assert.Single(Find("The news agency AFP quoted him as saying that the port was closed."), s => s is { OutletVoice: false, IsSaying: true });
        Assert.Equal("him", statement.Source.Text);
        Assert.Equal("The news agency AFP", Assert.Single(statement.Relay));
    }

    [Theory]
    [InlineData("The minister did not say that the port was closed.")]
    [InlineData("Neither Lostria nor Ostmark has confirmed the deal.")]
    [InlineData("Ada Lune believes that the port is closed.")]
    [InlineData("Ada Lune plans to close the port.")]
    public void What_nobody_said_is_a_stance_and_stays_out_of_the_ledger(string text)
    {
        Assert.Contains(Find(text), s => s is { OutletVoice: false, IsSaying: false });
        Assert.DoesNotContain(Find(text), s => s is { OutletVoice: false, IsSaying: true });
        Assert.Contains(Find(text), s => s.OutletVoice);
    }

    [Fact]
    public void What_no_source_says_is_the_outlet_s_own_voice()
    {
        var own = Find("The harbour lies in the north. Ada Lune said it was closed.").Where(s => s.OutletVoice).ToList();
        Assert.Equal(["The harbour lies in the north"], own.Select(s => s.ContentCover.Slice("The harbour lies in the north. Ada Lune said it was closed.")));
    }

    [Fact]
    public void Headlines_name_their_speaker_before_or_behind_a_colon()
    {
        var article = ArticleText.Of("a", "The harbour lies in the north.", title: "Harbour will close on Monday: officials");
        var statement = Assert.Single(Pipeline.Annotate(article).Annotations.Statements, s => !s.OutletVoice);
        Assert.Equal("officials", statement.Source.Text);
        Assert.Equal("Harbour will close on Monday", statement.ContentCover.Slice(article.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("”“”\"")]
    [InlineData("said said said, said: “said")]
    [InlineData("“\n“\n“ he said , “")]
    [InlineData("According to")]
    [InlineData(": : said X. “ — Ada Lune")]
    public void Broken_text_is_no_reason_to_fail(string text) => Assert.All(Find(text), s => Assert.NotEmpty(s.Content));

    private static List<Statement> Find(string text) => [.. Pipeline.Annotate(ArticleText.Of("a", text, "2025-03-07")).Annotations.Statements];

    private static IEnumerable<string> Sayings(string text) => Find(text).Where(s => s is { OutletVoice: false, IsSaying: true }).Select(s =>
        $"{s.Source.Entity}|{string.Join(' ', s.Cue.Select(c => c.Slice(text)))}|{string.Join(" … ", s.Content.Select(c => c.Slice(text)))}");
}
