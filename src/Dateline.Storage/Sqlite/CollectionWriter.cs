using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>Writes the collection's stages, all of them, in the caller's transaction.</summary>
internal sealed class CollectionWriter(SqliteConnection connection, SqliteTransaction transaction, string stamp)
{
    public static void Clear(SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        StoryTables.Clear + "DELETE FROM moves; DELETE FROM episode_articles; DELETE FROM episodes; DELETE FROM changes; DELETE FROM entries; DELETE FROM tracks; DELETE FROM origin_articles; DELETE FROM origins; DELETE FROM copies; DELETE FROM placements; DELETE FROM redirects; DELETE FROM story_outlets; DELETE FROM story_entities; DELETE FROM story_articles; DELETE FROM stories; DELETE FROM statements;" + SearchIndex.Clear + SourceIndex.Clear + OutletIndex.Clear,
        transaction: transaction);

    public void Write(Ledger ledger)
    {
        Clear(connection, transaction);
        using var payloads = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var annotated in ledger.Articles) payloads.AppendData(WriteArticle(annotated));
        var listing = new Listing(ledger);
        for (var i = 0; i < ledger.Stories.Length; i++) WriteStory(ledger.Stories[i], i, listing);
        for (var i = 0; i < ledger.Moves.Length; i++) WriteMove(ledger.Moves[i], i);
        for (var i = 0; i < ledger.Placements.Length; i++) WritePlacement(ledger.Placements[i], i);
        foreach (var redirect in ledger.Redirects) Run("INSERT INTO redirects (story, leads, stamp) VALUES (@from, @to, @stamp)", new { from = StoryKey.Of(redirect.From), to = StoryKey.Of(redirect.To), stamp });
        for (var i = 0; i < ledger.Copies.Length; i++) WriteCopy(ledger.Copies[i], i);
        for (var i = 0; i < ledger.Origins.Length; i++) WriteOrigin(ledger.Origins[i], i);
        var sources = new SourceIndex(connection, transaction, ledger);
        for (var i = 0; i < ledger.Tracks.Length; i++) WriteTrack(ledger.Tracks[i], i, sources);
        sources.Write();
        new OutletIndex(connection, transaction, ledger).Write();
        using (var tables = new StoryTables(connection, transaction, ledger)) tables.Write();
        using (var search = new SearchIndex(connection, transaction, ledger)) search.Write();
        Run("UPDATE fold SET due = 0, stamp = @stamp, digest = @digest", new { stamp, digest = LedgerDigest.Of(payloads, ledger) });
    }

    /// <returns>The article's payload.</returns>
    private byte[] WriteArticle(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        var json = Payload.Json(annotated);
        var (own, length) = connection.QuerySingle<(byte[], long)>("SELECT own, own_length FROM articles WHERE id = @id", new { id = article.Id.Value }, transaction);
        var same = length == json.Length && Payload.Decompress(own, length).AsSpan().SequenceEqual(json);
        Run(
            "UPDATE articles SET title = @title, outlet = @outlet, url = @url, dated = @dated, dated_length = @datedLength WHERE id = @id",
            new { id = article.Id.Value, title = article.Title?.Value, outlet = article.Outlet?.Value, url = article.Url, dated = same ? null : Payload.Compress(json), datedLength = same ? (int?)null : json.Length });
        var statements = annotated.Annotations.Statements;
        for (var i = 0; i < statements.Length; i++)
        {
            var s = statements[i];
            if (!s.IsSaying) continue; // as Ledger.Statements has it
            var cover = s.ContentCover;
            Run(
                "INSERT INTO statements (id, article, position, outlet_voice, source, entity, span_start, span_end, content, stamp) VALUES (@id, @article, @position, @voice, @source, @entity, @start, @end, @content, @stamp)",
                new { id = s.Id.Value, article = article.Id.Value, position = i, voice = s.OutletVoice, source = s.Source.Text, entity = s.Source.Entity, start = cover.Start, end = cover.End, content = cover.Slice(article.Text), stamp });
        }

        return json;
    }

    private void WriteStory(Story story, int position, Listing listing)
    {
        Run(
            "INSERT INTO stories (id, position, title, first_date, last_date, stamp) VALUES (@id, @position, @title, @first, @last, @stamp)",
            new { id = StoryKey.Of(story.Id), position, title = story.Title, first = Payload.Date(story.First), last = Payload.Date(story.Last), stamp });
        for (var i = 0; i < story.Articles.Length; i++)
            Run("INSERT INTO story_articles (story, position, article) VALUES (@story, @i, @article)", new { story = StoryKey.Of(story.Id), i, article = story.Articles[i].Value });
        listing.Write(connection, transaction, story);
        for (var i = 0; i < story.Episodes.Length; i++) WriteEpisode(story.Episodes[i], story.Id, i);
    }

    private void WriteEpisode(Episode episode, StoryId story, int position)
    {
        Run(
            "INSERT INTO episodes (id, story, position, title, first_date, last_date, stamp) VALUES (@id, @story, @position, @title, @first, @last, @stamp)",
            new { id = StoryKey.Of(episode.Id), story = StoryKey.Of(story), position, title = episode.Title, first = Payload.Date(episode.First), last = Payload.Date(episode.Last), stamp });
        for (var i = 0; i < episode.Articles.Length; i++)
            Run("INSERT INTO episode_articles (story, episode, position, article) VALUES (@story, @episode, @i, @article)", new { story = StoryKey.Of(story), episode = StoryKey.Of(episode.Id), i, article = episode.Articles[i].Value });
    }

    private void WriteMove(StoryMove move, int position) => Run(
        "INSERT INTO moves (position, kind, from_story, to_story, article, why, stamp) VALUES (@position, @kind, @from, @to, @article, @why, @stamp)",
        new { position, kind = move.Kind.ToString(), from = StoryKey.Of(move.From), to = StoryKey.Of(move.To), article = move.By.Value, why = move.Why, stamp });

    private void WritePlacement(Placement placement, int position) => Run(
        "INSERT INTO placements (position, article, story, score, why, stamp) VALUES (@position, @article, @story, @score, @why, @stamp)",
        new { position, article = placement.Article.Value, story = StoryKey.Of(placement.Story), score = placement.Score, why = placement.Why, stamp });

    private void WriteCopy(Copy copy, int position) => Run(
        "INSERT INTO copies (position, a, b, kind, share, passages, why, stamp) VALUES (@position, @a, @b, @kind, @share, @passages, @why, @stamp)",
        new { position, a = copy.A.Value, b = copy.B.Value, kind = copy.Kind.ToString(), share = copy.Share, passages = Payload.Passages(copy), why = copy.Why, stamp });

    private void WriteOrigin(Origin origin, int position)
    {
        Run("INSERT INTO origins (id, position, name, reason, stamp) VALUES (@id, @position, @name, @reason, @stamp)", new { id = origin.Id.Value, position, name = origin.Name, reason = origin.Reason, stamp });
        for (var i = 0; i < origin.Articles.Length; i++)
            Run("INSERT INTO origin_articles (origin, position, article) VALUES (@origin, @i, @article)", new { origin = origin.Id.Value, i, article = origin.Articles[i].Value });
    }

    private void WriteTrack(Track track, int position, SourceIndex sources)
    {
        Run(
            "INSERT INTO tracks (id, position, story, question, kind, at_least, at_most, stamp) VALUES (@id, @position, @story, @question, @kind, @atLeast, @atMost, @stamp)",
            new { id = track.Id.Value, position, story = StoryKey.Of(track.Story), question = track.Question, kind = track.Kind.ToString(), atLeast = track.AtLeast, atMost = track.AtMost, stamp });
        for (var i = 0; i < track.Entries.Length; i++)
        {
            var e = track.Entries[i];
            var points = sources.Points(e.Article, e.Span);
            Run(
                "INSERT INTO entries (track, position, article, span_start, span_end, quote, holder, value, time, said, published, statement, origin, source, point_start, point_end, stamp) VALUES (@track, @i, @article, @start, @end, @quote, @holder, @value, @time, @said, @published, @statement, @origin, @source, @pointStart, @pointEnd, @stamp)",
                new
                {
                    track = track.Id.Value,
                    i,
                    article = e.Article.Value,
                    start = e.Span.Start,
                    end = e.Span.End,
                    quote = e.Quote,
                    holder = e.Holder,
                    value = e.Value,
                    time = Payload.Date(e.Time),
                    said = Payload.DateOrNull(e.Said),
                    published = Payload.Date(e.Published),
                    statement = e.Statement?.Value,
                    origin = e.Origin?.Value,
                    source = sources.Of(track.Story, e),
                    pointStart = points.Start,
                    pointEnd = points.End,
                    stamp,
                });
        }

        for (var i = 0; i < track.Changes.Length; i++)
        {
            var c = track.Changes[i];
            Run(
                "INSERT INTO changes (track, position, kind, before, after, at, reason, id, stamp) VALUES (@track, @i, @kind, @before, @after, @at, @reason, @id, @stamp)",
                new { track = track.Id.Value, i, kind = c.Kind.ToString(), before = c.Before, after = c.After, at = Payload.Day(c.At), reason = c.Reason, id = ChangeKey.Of(track, c), stamp });
        }
    }

    private void Run(string sql, object? values = null) => connection.Execute(sql, values, transaction);
}
