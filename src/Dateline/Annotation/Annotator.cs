using Dateline.Language;
using Dateline.Quantities;
using Dateline.Reading;
using Dateline.Time;

namespace Dateline.Annotation;

/// <summary>Everything that is found in one article on its own.</summary>
internal static class Annotator
{
    public static Annotations Annotate(Article article)
    {
        var analysis = Analyzer.Analyze(article);
        var mentions = MentionFinder.Find(analysis);
        var timexes = TimexFinder.Find(analysis, article.Published, Outlets.WritesDayFirst(article));
        var quantities = QuantityFinder.Find(analysis, timexes);
        var statements = StatementFinder.Find(analysis, mentions, timexes);
        return new Annotations(article.Id, analysis.Sentences, analysis.Tokens, mentions, timexes, quantities, statements);
    }
}
