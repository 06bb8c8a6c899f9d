namespace Dateline.Tests.Annotation;

/// <summary>Every line of the lexicons of cues that has an example finds what it marks: &lt;source&gt;, [cue] and {content}.</summary>
public class CueExamplesTests
{
    public static IEnumerable<object[]> Examples() =>
        from file in new[] { "cue-adjectives", "cue-carriers", "cue-leads", "cue-nouns", "cue-stances" }
        from row in Resources.Rows($"lexicon/{file}.tsv")
        where row[^1].Length > 0
        select new object[] { file, row[0], row[^1] };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_line_of_the_cue_lexicons_finds_what_its_example_marks(string file, string line, string example)
    {
        var text = string.Concat(example.Where(c => !"<>[]{}".Contains(c, StringComparison.Ordinal)));
        var found = Pipeline.Annotate(ArticleText.Of("a", text, "2025-03-07")).Annotations.Statements.Where(s => !s.OutletVoice).Select(s => $"<{s.Source.Text}> [{string.Join(' ', s.Cue.Select(c => c.Slice(text)))}] {{{s.ContentCover.Slice(text)}}}").ToList();
        Assert.True(found.Contains($"<{Marked(example, '<', '>')}> [{Marked(example, '[', ']')}] {{{Marked(example, '{', '}')}}}"), $"{file}, {line}: {string.Join("; ", found)}");
    }

    private static string Marked(string example, char open, char close) => example[(example.IndexOf(open, StringComparison.Ordinal) + 1)..example.IndexOf(close, StringComparison.Ordinal)];
}
