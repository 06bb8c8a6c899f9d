using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Tests.Language;

public class SyntaxTests
{
    // word/lemma/tag/fine tag/head/relation, heads counted from 1, 0 for the root
    private const string Denial = "Rebels/rebel/NOUN/NNS/2/nsubj denied/deny/VERB/VBD/0/root that/that/SCONJ/IN/6/mark they/they/PRON/PRP/6/nsubj would/will/AUX/MD/6/aux leave/leave/VERB/VB/2/ccomp Marnby/Marnby/PROPN/NNP/6/obj";
    private const string Passive = "The/the/DET/DT/2/det port/port/NOUN/NN/5/nsubj:pass was/be/AUX/VBD/5/aux:pass not/not/PART/RB/5/advmod seized/seize/VERB/VBN/0/root by/by/ADP/IN/7/case rebels/rebel/NOUN/NNS/5/obl:agent";
    private const string Joined = "Olt/Olt/PROPN/NNP/2/nsubj came/come/VERB/VBD/0/root ,/,/PUNCT/,/4/punct saw/see/VERB/VBD/2/conj and/and/CCONJ/CC/6/cc wants/want/VERB/VBZ/2/conj to/to/PART/TO/8/mark win/win/VERB/VB/6/xcomp";

    [Fact]
    public void A_verb_has_its_subject_object_and_complement()
    {
        var (analysis, syntax) = Parsed(Denial);
        var verb = syntax.HeadVerbOf(analysis.Sentences[0]);
        Assert.Equal("denied", analysis.Word(verb));
        Assert.Equal(0, syntax.SubjectOf(verb));
        Assert.Equal(5, syntax.ComplementOf(verb));
        Assert.Equal(6, syntax.ObjectOf(5));
        Assert.Equal("that they would leave Marnby", syntax.SpanOf(5).Slice(analysis.Text));
        Assert.Equal([2, 3, 4, 6], syntax.ChildrenOf(5).ToArray());
    }

    [Fact]
    public void A_passive_has_an_agent_and_may_be_negated()
    {
        var (_, syntax) = Parsed(Passive);
        Assert.True(syntax.IsPassive(4));
        Assert.Equal(6, syntax.AgentOf(4));
        Assert.Equal(1, syntax.SubjectOf(4));
        Assert.True(syntax.IsNegated(4));
        Assert.Equal("by", syntax.PrepositionOf(6));
        Assert.False(Parsed(Denial).Syntax.IsPassive(1));
    }

    [Fact]
    public void Joined_verbs_share_the_subject_of_the_first()
    {
        var (_, syntax) = Parsed(Joined);
        Assert.Equal(0, syntax.SubjectOf(3));
        Assert.Equal(0, syntax.SubjectOf(7));
        Assert.Equal(-1, syntax.OwnSubjectOf(3));
        Assert.Equal([1, 3, 5], syntax.ConjunctsOf(5).ToArray());
    }

    [Fact]
    public void The_first_form_of_the_verb_group_tells_the_tense()
    {
        Assert.Equal(Tense.Past, Parsed(Denial).Syntax.TenseOf(1));
        Assert.Equal(Tense.Future, Parsed(Denial).Syntax.TenseOf(5));
        Assert.Equal(Tense.Past, Parsed(Passive).Syntax.TenseOf(4));
        Assert.Equal(Tense.Present, Parsed(Joined).Syntax.TenseOf(5));
    }

    [Fact]
    public void Without_a_parse_every_answer_is_none()
    {
        var (analysis, _) = Parsed(Denial);
        var syntax = new Syntax(analysis with { Tokens = [.. analysis.Tokens.Select(t => t with { Head = -1, Relation = null, Tag = null })], FineTags = [.. analysis.FineTags.Select(_ => "")] });
        Assert.Equal(-1, syntax.SubjectOf(1));
        Assert.Equal(-1, syntax.HeadVerbOf(analysis.Sentences[0]));
        Assert.Equal(Tense.Unknown, syntax.TenseOf(1));
    }

    private static (Analysis Analysis, Syntax Syntax) Parsed(string tree)
    {
        var rows = tree.Split(' ').Select(w => w.Split('/')).ToArray();
        var text = string.Join(' ', rows.Select(r => r[0]));
        var at = 0;
        var tokens = rows.Select(r =>
        {
            var span = new TextSpan(at, at + r[0].Length);
            at += r[0].Length + 1;
            return new Token(span, r[1], r[2], int.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture) - 1, r[5]);
        }).ToImmutableArray();
        var analysis = new Analysis(ArticleText.Of("a", text), [new Sentence(new TextSpan(0, text.Length), 0, tokens.Length, 0)], tokens) { FineTags = [.. rows.Select(r => r[3])] };
        return (analysis, new Syntax(analysis));
    }
}
