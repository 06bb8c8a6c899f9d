using System.Globalization;

namespace Dateline.Stories;

/// <summary>Puts articles into stories, one pass in stream order: each into the episode that it resembles most, or a new one. What later pages show is mended by a second look at a bounded number of articles; ids are never used again.</summary>
public sealed class StoryStream
{
    private const string Format = "dateline-stories/2";

    private readonly Vocabulary vocabulary = new();
    private readonly StoryPass pass;
    private readonly SecondLook second;
    private readonly List<ArticleId> ids = [];
    private readonly List<PlacedArticle> articles = [];
    private readonly List<StoryMove> moves = [];

    public StoryStream()
        : this(StoryWeights.Trained)
    {
    }

    internal StoryStream(StoryWeights weights)
    {
        pass = new StoryPass(vocabulary, weights, articles);
        second = new SecondLook(pass, vocabulary, weights, articles, ids);
    }

    /// <summary>What was regrouped, in the order in which it happened.</summary>
    public IReadOnlyList<StoryMove> Moves => moves;

    internal IReadOnlyList<EpisodeProfile> Episodes => pass.Episodes;

    internal (int Vocabulary, int Index) Terms => (vocabulary.Count, pass.Terms);

    /// <summary>The placement names the episode in which the article stands then, before redirects.</summary>
    public Placement Add(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Add(article.Id, ArticleTerms.Of(article), DaySpan.Of(article.Published));
    }

    /// <summary>As <see cref="Add(Article)"/>, from what was told of the article before.</summary>
    internal Placement Add(ArticleId id, ArticleTerms terms, DaySpan days)
    {
        vocabulary.Add(terms.Terms);
        var number = articles.Count;
        var put = pass.Add(number, terms, days);
        ids.Add(id);
        articles.Add(new PlacedArticle(terms, days, put.Episode));
        foreach (var (from, to) in put.Merged) moves.Add(new StoryMove(StoryMoveKind.Merge, from, to, id, $"{id} belongs to both"));
        moves.AddRange(second.At(number));
        var episode = articles[number].Episode;
        return new Placement(id, episode.Id, put.Score, episode == put.Episode ? Why(put) : $"{Why(put)}; a second look puts it to {episode.Id}");
    }

    /// <summary>Each article with the story in which it stands by now, in order of arrival.</summary>
    public IEnumerable<(ArticleId Article, StoryId Story)> Standing() => articles.Select((a, at) => (ids[at], a.Episode.Standing));

    /// <summary>Each article with its episode by now, in order of arrival.</summary>
    public IEnumerable<(ArticleId Article, StoryId Episode)> InEpisodes() => articles.Select((a, at) => (ids[at], a.Episode.Id));

    /// <summary>Where the ids lead under which no story stands: to the story of the episode that has the id, or of that which has most of its articles now.</summary>
    public IEnumerable<Redirect> Redirects() =>
        pass.Episodes.Where(e => e.Standing != e.Id).Select(e => new Redirect(e.Id, e.Standing)).Where(r => r.From != r.To);

    /// <summary>Writes all that it knows, so that <see cref="Read"/> goes on as if it had never ended.</summary>
    public void Write(Stream into)
    {
        using var writer = new BinaryWriter(into, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Format);
        writer.Write(Resources.Hash);
        vocabulary.Write(writer);
        pass.Write(writer);
        writer.Write(articles.Count);
        for (var at = 0; at < articles.Count; at++)
        {
            writer.Write(ids[at].Value);
            articles[at].Terms.Write(writer);
            articles[at].Days.Write(writer);
            writer.Write(articles[at].Episode.Id.Value);
        }

        writer.Write(moves.Count);
        foreach (var move in moves)
        {
            writer.Write((byte)move.Kind);
            writer.Write(move.From.Value);
            writer.Write(move.To.Value);
            writer.Write(move.By.Value);
            writer.Write(move.Why);
        }
    }

    /// <exception cref="InvalidDataException">it is no index, or damaged, or of other rules</exception>
    public static StoryStream Read(Stream from)
    {
        using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            var stream = new StoryStream();
            if (reader.ReadString() != Format) throw new InvalidDataException("It is no index of stories.");
            if (reader.ReadString() != Resources.Hash) throw new InvalidDataException("Another version of Dateline made it; place the articles again.");
            stream.vocabulary.Read(reader);
            stream.pass.Read(reader);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                stream.ids.Add(new ArticleId(reader.ReadString()));
                stream.articles.Add(new PlacedArticle(ArticleTerms.Read(reader), DaySpan.Read(reader), stream.pass.Episodes[reader.ReadInt32() - 1]));
            }

            for (var left = reader.ReadInt32(); left > 0; left--)
                stream.moves.Add(new StoryMove((StoryMoveKind)reader.ReadByte(), new StoryId(reader.ReadInt32()), new StoryId(reader.ReadInt32()), new ArticleId(reader.ReadString()), reader.ReadString()));
            return stream;
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("The index is damaged; place the articles again.", error);
        }
    }

    private static string Why(Put put)
    {
        if (!put.IsNew) return string.Create(CultureInfo.InvariantCulture, $"the event of {put.Episode.Id}, {put.Score:0.00}");
        var nearest = put.Nearest is null ? "no story shares its words" : string.Create(CultureInfo.InvariantCulture, $"nearest event is {put.Nearest.Id}, {put.Score:0.00}");
        return put.TurnScore is { } turn ? string.Create(CultureInfo.InvariantCulture, $"a new event, {nearest}; a turn of {put.Episode.Standing}, {turn:0.00}") : $"a new event, {nearest}";
    }
}

/// <summary>What a stream keeps of an article.</summary>
internal readonly record struct PlacedArticle(ArticleTerms Terms, DaySpan Days, EpisodeProfile Episode);
