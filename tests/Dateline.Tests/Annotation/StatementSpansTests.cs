using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Annotation;

public class StatementSpansTests
{
    private static readonly string[] Pieces =
    [
        "Ada Lune", "the minister", "said", "told", "AFP", "that", "“", "”", "\"", "'", ",", ".", ":", "—", "on Friday", "the port was closed", "he", "according to", "adding", "\n", "reports", "Seoul", "(", ")", "is quoted as saying", "to", "and", "who", "not", "in a statement", "🙂",
    ];

    [Fact]
    public void Spans_lie_in_the_text_and_statements_are_sorted_and_numbered() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).Select(p => string.Join(' ', p)).ToArbitrary(), text =>
        {
            var statements = Pipeline.Annotate(ArticleText.Of("a", text)).Annotations.Statements;
            for (var i = 0; i < statements.Length; i++)
            {
                var statement = statements[i];
                Assert.Equal(StatementId.Of(new ArticleId("a"), i), statement.Id);
                foreach (var span in statement.Content.Concat(statement.Cue).Concat(statement.Source.Spans))
                {
                    Assert.InRange(span.End, span.Start + 1, text.Length);
                    Assert.Equal(span, span.Trim(text));
                }

                if (!statement.Source.Spans.IsEmpty) Assert.Equal(statement.Source.Text, statement.Source.Spans.Aggregate((a, b) => a.Cover(b)).Slice(text));
                if (i > 0) Assert.True(First(statements[i - 1]) <= First(statement));
            }
        }).QuickCheckThrowOnFailure();

    private static int First(Statement statement) => statement.Content.Concat(statement.Cue).Concat(statement.Source.Spans).Min(s => s.Start);
}
