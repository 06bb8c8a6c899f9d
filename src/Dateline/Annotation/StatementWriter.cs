using System.Collections.Immutable;

namespace Dateline.Annotation;

/// <summary>Drafts to statements: token ranges to spans, sources to entities, manner, hedge, and the outlet's own voice for what is left.</summary>
internal static class StatementWriter
{
    private static readonly HashSet<string> Hedges = new(StringComparer.Ordinal) { "reportedly", "allegedly", "apparently", "appears", "appear", "appeared", "seems", "seem", "seemed", "may", "might", "could", "likely", "possibly", "probably", "perhaps", "suspected", "alleged", "believed", "purportedly", "supposedly" };

    public static ImmutableArray<Statement> Write(Words words, NounPhrases phrases, List<Draft> drafts)
    {
        var article = words.Analysis.Article;
        var speakers = new Speakers(words, phrases);
        var entities = new Dictionary<Draft, string?>();
        var written = new List<(TextSpan Key, Statement Statement)>();
        foreach (var draft in drafts)
        {
            var enclosing = drafts.FindLast(d => d != draft && d.IsQuotation && d.Holds(draft.CueToken) && entities.ContainsKey(d));
            var entity = draft.Source.IsEmpty && draft.Continues is not null ? null : speakers.Resolve(draft, enclosing is null ? null : entities[enclosing]);
            entities[draft] = entity;
        }

        var occasions = new Occasions(words, phrases);
        foreach (var draft in drafts)
        {
            if (draft.Source.IsEmpty && draft.Continues is { } from) entities[draft] = entities.GetValueOrDefault(from);
            occasions.Settle(draft, entities[draft]);
            var statement = Of(words, draft, entities[draft], article);
            written.Add((Cover(statement), statement));
        }

        var attributed = OutletVoice.Union(written.Where(w => w.Statement.IsSaying).Select(w => w.Key));
        foreach (var own in OutletVoice.Find(words, attributed))
        {
            var statement = new Statement(default, article.Id, true, new Source([], "", article.Outlet?.Value), [], [own], MannerOf(words, own, false), null, [], null, HedgeIn(words, own), false, "outlet.voice");
            written.Add((own, statement));
        }

        return [.. written.OrderBy(w => w.Key.Start).ThenBy(w => w.Statement.ContentCover.Start).ThenByDescending(w => w.Key.End).Select((w, i) => w.Statement with { Id = StatementId.Of(article.Id, i) })];
    }

    private static Statement Of(Words words, Draft draft, string? entity, Article article)
    {
        var content = draft.Content.Where(c => !c.IsEmpty).Select(c => Trim(words, c)).ToImmutableArray();
        var cover = content.Aggregate((a, b) => a.Cover(b));
        var source = draft.Source.IsEmpty ? new Source([], "", entity) : new Source([words.Cover(draft.Source.First, draft.Source.End)], words.Cover(draft.Source.First, draft.Source.End).Slice(words.Text), entity);
        var channel = draft.Channel.IsEmpty ? null : Slice(words, draft.Channel);
        var said = draft.Said?.When;
        return new Statement(default, article.Id, false, source, [.. draft.Cue.Select(c => words.Cover(c.First, c.End))], content, MannerOf(words, cover, draft.IsQuotation), channel, [.. draft.Relay.Select(r => Slice(words, r))], said, HedgeIn(words, cover), draft.Negated, draft.Rule);
    }

    private static TextSpan Trim(Words words, TokenRange range) => words.Cover(range.First, range.End);

    private static string Slice(Words words, TokenRange range) => words.Cover(range.First, range.End).Slice(words.Text);

    private static TextSpan Cover(Statement statement)
    {
        var cover = statement.ContentCover;
        foreach (var cue in statement.Cue) cover = cover.Cover(cue);
        foreach (var source in statement.Source.Spans) cover = cover.Cover(source);
        return cover;
    }

    private static Manner MannerOf(Words words, TextSpan content, bool quotation)
    {
        if (quotation) return Manner.Direct;
        return words.Text.AsSpan(content.Start, content.Length).IndexOfAny('"', '“', '”') >= 0 ? Manner.Mixed : Manner.Indirect;
    }

    private static string? HedgeIn(Words words, TextSpan content)
    {
        foreach (var range in words.Text[content.Start..content.End].Split(' ', '\n'))
        {
            var word = range.Trim('.', ',', '“', '”', '"').ToLowerInvariant();
            if (Hedges.Contains(word)) return word;
        }

        return null;
    }
}
