using System.Globalization;
using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>
/// Writes one story as JSON-LD: schema.org NewsArticle, Quotation, Question and Claim; for each quote a W3C Web Annotation target (TextQuoteSelector and TextPositionSelector in code points of the
/// article's text, which stands with it); PROV-O for what was derived from what; the steps of a track in the relations of docs/vocabulary.md.
/// </summary>
public static class StoryJsonLd
{
    /// <summary>Where the relations of ours are named.</summary>
    public const string Vocabulary = "urn:dateline:vocabulary:";

    private const int ContextLength = 32; // characters before and after a quote, as the Web Annotation model advises to give some

    /// <param name="story">A ledger that holds one story, as <see cref="Ledger.Only"/> gives it.</param>
    /// <param name="articles">Those of the story, in place of the ones that its ledger holds; gone through twice, and none is kept.</param>
    public static void Write(Utf8JsonWriter json, Ledger story, IEnumerable<AnnotatedArticle>? articles = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(story);
        articles ??= story.Articles;
        json.WriteStartObject();
        WriteContext(json);
        json.WriteStartArray("@graph");
        WritePipeline(json, story.Stamp);
        foreach (var one in story.Stories) WriteStory(json, one);
        var storyOf = story.Stories.SelectMany(s => s.Articles.Select(a => (a, s.Id))).GroupBy(p => p.a).ToDictionary(g => g.Key, g => g.First().Id);
        var carried = story.Copies.ToLookup(c => c.B, c => c.A);
        foreach (var (article, _) in articles) WriteArticle(json, article, storyOf.TryGetValue(article.Id, out var of) ? of : null, carried[article.Id]);
        var entries = story.Tracks.SelectMany(t => t.Entries).ToLookup(e => e.Article);
        var claimed = new Dictionary<(ArticleId, TextSpan), Target>();
        var outlets = new Dictionary<ArticleId, string?>();
        var quoted = new HashSet<StatementId>();
        foreach (var annotated in articles)
        {
            var passages = new Passages(annotated.Article);
            outlets[annotated.Article.Id] = passages.Outlet;
            foreach (var statement in annotated.Sayings.Where(s => s.Content.Length > 0))
            {
                quoted.Add(statement.Id);
                WriteQuotation(json, statement, passages);
            }

            foreach (var entry in entries[annotated.Article.Id]) claimed[(entry.Article, entry.Span)] = passages.Target(entry.Span);
        }

        foreach (var track in story.Tracks) WriteTrack(json, track, claimed, outlets, quoted);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Urn(string kind, string id) => $"urn:dateline:{kind}:{id}";

    private static string EntryUrn(Track track, int index) => Urn("entry", string.Create(CultureInfo.InvariantCulture, $"{track.Id}:{index + 1}"));

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("@vocab", "https://schema.org/");
        json.WriteString("oa", "http://www.w3.org/ns/oa#");
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteString("dateline", Vocabulary);
        foreach (var link in (ReadOnlySpan<string>)["about", "isPartOf", "appearance", "spokenIn", "prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:wasAttributedTo", "prov:hadPrimarySource", "oa:hasSource"])
        {
            json.WriteStartObject(link);
            json.WriteString("@type", "@id");
            if (!link.Contains(':', StringComparison.Ordinal)) json.WriteString("@id", "https://schema.org/" + link);
            json.WriteEndObject();
        }

        foreach (var relation in Enum.GetValues<ChangeKind>())
        {
            json.WriteStartObject("dateline:" + Relation(relation));
            json.WriteString("@type", "@id");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>What the later claim does to the earlier one.</summary>
    public static string Relation(ChangeKind kind) => kind switch
    {
        ChangeKind.Refine => "refines",
        ChangeKind.Update => "updates",
        ChangeKind.Contradiction => "contradicts",
        ChangeKind.Denial => "denies",
        ChangeKind.Correction => "corrects",
        ChangeKind.Confirmation => "confirms",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void Node(Utf8JsonWriter json, string id, params ReadOnlySpan<string> types)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteStartArray("@type");
        foreach (var type in types) json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static void WritePipeline(Utf8JsonWriter json, string stamp)
    {
        Node(json, Urn("pipeline", stamp), "SoftwareApplication", "prov:SoftwareAgent");
        json.WriteString("name", "Dateline");
        json.WriteString("softwareVersion", stamp);
        json.WriteEndObject();
    }

    private static void WriteStory(Utf8JsonWriter json, Story story)
    {
        Node(json, Urn("story", story.Id.ToString()), "Event");
        json.WriteString("name", story.Title);
        if (story.First.FromIso is { } first) json.WriteString("startDate", first);
        if (story.Last.ToIso is { } last) json.WriteString("endDate", last);
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, StoryId? story, IEnumerable<ArticleId> carried)
    {
        Node(json, Urn("article", article.Id.Value), "NewsArticle", "prov:Entity");
        json.WriteString("headline", article.Title?.Value ?? article.Page);
        if (article.Url is { } url) json.WriteString("url", url);
        if (article.Published.IsKnown) json.WriteString("datePublished", article.Published.IsDay ? article.Published.FromIso : $"{article.Published.FromIso ?? ".."}/{article.Published.ToIso ?? ".."}");
        if (article.Modified is { IsDay: true } modified) json.WriteString("dateModified", modified.FromIso);
        if (article.Language is { } language) json.WriteString("inLanguage", language);
        if (article.Outlet is { } outlet) Named(json, "publisher", "NewsMediaOrganization", [outlet.Value]);
        if (article.Authors.Length > 0) Named(json, "author", "Person", article.Authors);
        if (article.Agencies.Length > 0) Named(json, "sourceOrganization", "NewsMediaOrganization", article.Agencies);
        if (article.Dateline is { } dateline) json.WriteString("dateline:dateline", dateline);
        json.WriteString("sha256", article.Capture.Value);
        json.WriteString("articleBody", article.Text);
        if (story is { } of) json.WriteString("about", Urn("story", of.ToString()));
        if (carried.Any()) Json.Strings(json, "prov:wasDerivedFrom", carried.Select(a => Urn("article", a.Value)));
        json.WriteEndObject();
        json.Spill();
    }

    private static void Named(Utf8JsonWriter json, string property, string type, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("@type", type);
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteQuotation(Utf8JsonWriter json, Statement statement, Passages article)
    {
        Node(json, Urn("statement", statement.Id.Value), "Quotation", "prov:Entity");
        json.WriteString("text", statement.ContentCover.Slice(article.Text));
        var speaker = statement.OutletVoice ? article.Outlet : statement.Source.Entity ?? (statement.Source.Text.Length > 0 ? statement.Source.Text : null);
        if (speaker is not null) Named(json, "creator", "Thing", [speaker]);
        json.WriteString("isPartOf", article.Urn);
        json.WriteString("prov:wasQuotedFrom", article.Urn);
        json.WriteString("dateline:manner", Json.Name(statement.Manner));
        if (statement.Said is { IsKnown: true } said) json.WriteString("dateCreated", said.ToString());
        if (statement.Channel is { } channel) json.WriteString("dateline:channel", channel);
        if (statement.Relay.Length > 0) Json.Strings(json, "dateline:relay", statement.Relay);
        WriteTarget(json, article.Target(statement.ContentCover));
        json.WriteEndObject();
        json.Spill();
    }

    private static void WriteTrack(Utf8JsonWriter json, Track track, Dictionary<(ArticleId, TextSpan), Target> claimed, Dictionary<ArticleId, string?> outlets, HashSet<StatementId> quoted)
    {
        Node(json, Urn("track", track.Id.Value), "Question");
        json.WriteString("name", track.Question);
        json.WriteString("about", Urn("story", track.Story.ToString()));
        json.WriteNumber("dateline:originsAtLeast", track.AtLeast);
        json.WriteNumber("dateline:originsAtMost", track.AtMost);
        json.WriteEndObject();
        for (var i = 0; i < track.Entries.Length; i++) WriteClaim(json, track, i, claimed[(track.Entries[i].Article, track.Entries[i].Span)], outlets[track.Entries[i].Article], quoted);
    }

    private static void WriteClaim(Utf8JsonWriter json, Track track, int index, Target target, string? outlet, HashSet<StatementId> quoted)
    {
        var entry = track.Entries[index];
        Node(json, EntryUrn(track, index), "Claim", "prov:Entity");
        json.WriteString("text", entry.Quote);
        json.WriteString("about", Urn("track", track.Id.Value));
        json.WriteString("dateline:value", entry.Value);
        Named(json, "claimInterpreter", "SoftwareApplication", ["Dateline"]);
        if ((entry.Holder == "outlet" ? outlet : entry.Holder) is { } holder) Named(json, "author", "Thing", [holder]);
        json.WriteString("appearance", target.Source);
        if (entry.Statement is { } statement && quoted.Contains(statement)) json.WriteString("prov:hadPrimarySource", Urn("statement", statement.Value));
        if (entry.Time.IsKnown) json.WriteString("temporalCoverage", entry.Time.ToString());
        if (entry.Published.IsKnown) json.WriteString("datePublished", entry.Published.ToString());
        foreach (var group in track.Changes.Where(c => c.After == index).GroupBy(c => c.Kind)) Json.Strings(json, "dateline:" + Relation(group.Key), group.Select(c => EntryUrn(track, c.Before)));
        WriteTarget(json, target);
        json.WriteEndObject();
        json.Spill();
    }

    /// <summary>A Web Annotation specific resource: the words with what stands around them, and where they stand.</summary>
    private static void WriteTarget(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject("oa:hasTarget");
        json.WriteString("@type", "oa:SpecificResource");
        json.WriteString("oa:hasSource", target.Source);
        json.WriteStartArray("oa:hasSelector");
        json.WriteStartObject();
        json.WriteString("@type", "oa:TextQuoteSelector");
        json.WriteString("oa:exact", target.Exact);
        json.WriteString("oa:prefix", target.Prefix);
        json.WriteString("oa:suffix", target.Suffix);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("@type", "oa:TextPositionSelector");
        json.WriteNumber("oa:start", target.Start);
        json.WriteNumber("oa:end", target.End);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Words with what stands around them and where they stand.</summary>
    private sealed record Target(string Source, string Exact, string Prefix, string Suffix, int Start, int End);

    /// <summary>An article's text with what quotes from it need.</summary>
    private sealed class Passages(Article article)
    {
        private readonly CodePoints points = new(article.Text);

        public string Text => article.Text;

        public string Urn { get; } = StoryJsonLd.Urn("article", article.Id.Value);

        public string? Outlet => article.Outlet?.Value;

        public Target Target(TextSpan span) => new(Urn, span.Slice(Text), Text[Whole(span.Start - ContextLength)..span.Start], Text[span.End..Whole(span.End + ContextLength)], points.Of(span.Start), points.Of(span.End));

        /// <summary>The offset within the text, and not within a surrogate pair.</summary>
        private int Whole(int offset)
        {
            var at = Math.Clamp(offset, 0, Text.Length);
            return at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) && char.IsHighSurrogate(Text[at - 1]) ? at - 1 : at;
        }
    }
}
