using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Decisions;

/// <summary>Lays what was decided about names and statements over what was found in the articles.</summary>
internal static class DecidedArticles
{
    private const string Rule = "decided";

    public static ImmutableArray<AnnotatedArticle> Amend(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Decision> standing)
    {
        var rulings = standing.Select(d => d.Ruling).Where(r => r is Ruling.NameEntity or Ruling.NameSpeaker or Ruling.DropStatement).ToList();
        return rulings.Count == 0 ? history : [.. history.Select(a => rulings.Aggregate(a, Amend))];
    }

    /// <summary>The same of one article that is annotated anew.</summary>
    public static AnnotatedArticle Annotate(Article article, ImmutableArray<Decision> standing) => Amend([new AnnotatedArticle(article, Annotator.Annotate(article))], standing)[0];

    private static AnnotatedArticle Amend(AnnotatedArticle annotated, Ruling ruling) => ruling switch
    {
        Ruling.NameEntity name when name.Within.IsEmpty || name.Within.Contains(annotated.Article.Id) => Rename(annotated, name),
        Ruling.NameSpeaker speaker => Replace(annotated, speaker.Statement, s => s with { OutletVoice = false, Source = s.Source with { Entity = speaker.Speaker }, Rule = Rule }),
        Ruling.DropStatement drop => Replace(annotated, drop.Statement, s => s with { OutletVoice = true, Source = new Source([], "", null), Cue = [], Channel = null, Relay = [], Rule = Rule }),
        _ => annotated,
    };

    private static AnnotatedArticle Rename(AnnotatedArticle annotated, Ruling.NameEntity name)
    {
        var notes = annotated.Annotations;
        if (!notes.Mentions.Any(m => m.Entity == name.Name) && !notes.Statements.Any(s => s.Source.Entity == name.Name)) return annotated;
        return annotated with
        {
            Annotations = notes with
            {
                Mentions = [.. notes.Mentions.Select(m => m.Entity == name.Name ? m with { Entity = name.Entity } : m)],
                Statements = [.. notes.Statements.Select(s => s.Source.Entity == name.Name ? s with { Source = s.Source with { Entity = name.Entity } } : s)],
            },
        };
    }

    private static AnnotatedArticle Replace(AnnotatedArticle annotated, Evidence evidence, Func<Statement, Statement> replace)
    {
        if (evidence.Article != annotated.Article.Id) return annotated;
        var statements = annotated.Annotations.Statements;
        var found = Standing.Best(evidence, statements.Where(s => s.Content.Length > 0), s => (s.Article, s.ContentCover, s.ContentCover.Slice(annotated.Article.Text)));
        return found is null ? annotated : annotated with { Annotations = annotated.Annotations with { Statements = statements.Replace(found, replace(found)) } };
    }
}
