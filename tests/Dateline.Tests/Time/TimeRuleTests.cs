using Dateline.Time;
using YamlDotNet.RepresentationModel;

namespace Dateline.Tests.Time;

/// <summary>The examples and counterexamples that stand beside the time rules, as cases.</summary>
public class TimeRuleTests
{
    private static readonly UncertainDate Wednesday = UncertainDate.On(new DateOnly(2024, 5, 15), "test");

    private static IEnumerable<RuleFile.Rule> Rules => Resources.Names("rules/en/time").SelectMany(name => RuleFile.Parse(Resources.Text(name)).Rules);

    public static TheoryData<string, string> Examples()
    {
        var cases = new TheoryData<string, string>();
        foreach (var rule in Rules)
            foreach (var example in rule.Examples) cases.Add(rule.Id, example);
        return cases;
    }

    public static TheoryData<string, string> Counterexamples()
    {
        var cases = new TheoryData<string, string>();
        foreach (var rule in Rules)
            foreach (var example in rule.Counterexamples) cases.Add(rule.Id, example);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_its_span_and_its_value(string id, string example)
    {
        int open = example.IndexOf('<', StringComparison.Ordinal), close = example.IndexOf('>', StringComparison.Ordinal), equals = example.LastIndexOf(" = ", StringComparison.Ordinal);
        var text = example[..open] + example[(open + 1)..close] + example[(close + 1)..equals];
        var found = TimexFinder.Find(text, [new TextSpan(0, text.Length)], Wednesday);
        Assert.True(
            found.Any(t => t.Rule == id && t.Span == new TextSpan(open, close - 1) && Values(t, example) == example[(equals + 3)..]),
            $"{id}: {example}; found: {string.Join("; ", found.Select(t => $"{t.Rule} '{t.Span.Slice(text)}' {t.Value}"))}");
    }

    /// <summary>An example that names a second reading wants it; one that does not, does not ask.</summary>
    private static string Values(Timex timex, string example) => timex.Other is { } other && example.Contains(" or ", StringComparison.Ordinal) && example.EndsWith(other.Value, StringComparison.Ordinal) ? $"{timex.Value} or {other.Value}" : timex.Value;

    [Theory]
    [MemberData(nameof(Counterexamples))]
    public void No_counterexample_is_matched_by_its_rule(string id, string text) =>
        Assert.DoesNotContain(TimexFinder.Find(text, [new TextSpan(0, text.Length)], Wednesday), t => t.Rule == id);

    [Fact]
    public void Every_rule_has_an_example_and_an_id_of_its_own()
    {
        Assert.All(Rules, rule => Assert.NotEmpty(rule.Examples));
        Assert.Equal(Rules.Count(), Rules.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void The_rule_files_say_the_same_to_a_yaml_library()
    {
        foreach (var name in Resources.Names("rules/en/time"))
        {
            var ours = RuleFile.Parse(Resources.Text(name));
            var stream = new YamlStream();
            stream.Load(new StringReader(Resources.Text(name)));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            var fragments = root.Children.TryGetValue("fragments", out var f) ? ((YamlMappingNode)f).ToDictionary(p => p.Key.ToString(), p => p.Value.ToString()) : [];
            Assert.Equal(fragments, ours.Fragments);
            var theirs = ((YamlSequenceNode)root["rules"]).Cast<YamlMappingNode>().ToList();
            Assert.Equal(theirs.Count, ours.Rules.Count);
            foreach (var (a, b) in theirs.Zip(ours.Rules))
            {
                foreach (var (key, value) in a)
                    if (value is YamlScalarNode scalar) Assert.Equal(scalar.Value, b.Fields[key.ToString()]);
                Assert.Equal(List(a, "examples"), b.Examples);
                Assert.Equal(List(a, "counterexamples"), b.Counterexamples);
            }
        }

        static IEnumerable<string> List(YamlMappingNode rule, string key) => rule.Children.TryGetValue(key, out var list) ? ((YamlSequenceNode)list).Select(n => n.ToString()) : [];
    }

    [Theory]
    [InlineData("(a | b")]
    [InlineData("<name:a")]
    [InlineData("{no-such-name}")]
    [InlineData("{loop}")]
    public void A_pattern_that_is_not_well_formed_is_refused(string pattern)
    {
        var fragments = new Dictionary<string, string> { ["loop"] = "x {loop}" };
        Assert.Throws<FormatException>(() => PatternReader.Compile(pattern, fragments));
    }

    [Theory]
    [InlineData("a?", false)]
    [InlineData("(a | b?)", false)]
    [InlineData("a? b", true)]
    public void A_pattern_that_may_match_nothing_says_so(string pattern, bool something) =>
        Assert.Equal(something, PatternReader.Compile(pattern, new Dictionary<string, string>()).Start.AddFirst(new HashSet<string>()));
}
