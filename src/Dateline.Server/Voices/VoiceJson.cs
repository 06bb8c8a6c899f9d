using System.Text.Json;
using Dateline.Exchange;
using Dateline.Server.Api;
using Dateline.Storage;

namespace Dateline.Server.Voices;

/// <summary>Sources and outlets as JSON: what is known of them in all, and one page of their list.</summary>
internal static class VoiceJson
{
    public static (int Total, Action<Utf8JsonWriter> Write) Of(SourceSummary source, SaidList said, IEnumerable<HeldAnswer> answers, ChangeList turns, ChangeList others) => (said.Total, json =>
    {
        json.WriteString("id", source.Id);
        json.WriteString("name", source.Name);
        json.WriteBoolean("named", source.Named);
        json.WriteNumber("statements", source.Statements);
        json.WriteNumber("articles", source.Articles);
        json.WriteNumber("outlets", source.Outlets);
        json.WriteString("first", Asked.Written(source.First));
        json.WriteString("last", Asked.Written(source.Last));
        List(json, "called", source.Called, (w, c) => w.WriteStringValue(c));
        Objects(json, "stories", source.Stories, (w, s) =>
        {
            w.WriteString("id", s.Story.ToString());
            w.WriteString("title", s.Title);
            w.WriteNumber("statements", s.Statements);
        });
        Objects(json, "days", source.Days, (w, d) =>
        {
            w.WriteString("day", Asked.Written(d.Day));
            w.WriteNumber("statements", d.Count);
        });
        Objects(json, "through", source.Flows, (w, f) =>
        {
            w.WriteString("through", f.Through);
            w.WriteString("outlet", f.Outlet);
            w.WriteNumber("statements", f.Statements);
        });
        Objects(json, "answers", answers, (w, a) =>
        {
            w.WriteString("story", a.Story.ToString());
            w.WriteString("track", a.Track.Value);
            w.WriteString("question", a.Question);
            w.WriteString("value", a.Value);
            Place(w, a.Article, a.Quote, a.Points, a.Outlet, a.Published);
        });
        Changes(json, "turns", turns);
        Changes(json, "others", others);
        json.WriteNumber("total", said.Total);
        Objects(json, "said", said.Said, (w, s) =>
        {
            w.WriteString("statement", s.Statement.Value);
            w.WriteString("story", s.Story?.ToString());
            w.WriteString("day", Asked.Written(s.Day));
            w.WriteString("manner", Json.Name(s.How.Manner));
            w.WriteString("channel", s.How.Channel);
            List(w, "relay", s.How.Relay, (r, name) => r.WriteStringValue(name));
            Place(w, s.At.Article, s.Words, s.Points, s.At.Outlet, s.At.Published);
            w.WriteString("capture", s.At.Capture.Value);
            Objects(w, "also", s.Also, (o, place) =>
            {
                o.WriteString("article", place.Article.Value);
                o.WriteString("capture", place.Capture.Value);
                o.WriteNumber("start", place.Points.Start);
                o.WriteNumber("end", place.Points.End);
                o.WriteString("outlet", place.Outlet);
            });
        });
    });

    public static (int Total, Action<Utf8JsonWriter> Write) Of(OutletSummary outlet, OutletList list, ChangeList turns) => (list.Total, json =>
    {
        json.WriteString("name", outlet.Name);
        json.WriteNumber("stories", outlet.Stories);
        json.WriteString("first", Asked.Written(outlet.First));
        json.WriteString("last", Asked.Written(outlet.Last));
        json.WriteNumber("characters", outlet.Characters);
        json.WriteNumber("carried", outlet.Carried);
        Objects(json, "from", outlet.From, Share);
        Objects(json, "by", outlet.By, Share);
        Objects(json, "agencies", outlet.Agencies, (w, a) =>
        {
            w.WriteString("name", a.Name);
            w.WriteNumber("articles", a.Count);
        });
        Objects(json, "periods", outlet.Periods, (w, p) =>
        {
            w.WriteString("first", Asked.Written(p.First));
            w.WriteString("grain", outlet.Monthly ? "month" : "day");
            w.WriteNumber("articles", p.Articles);
            w.WriteNumber("characters", p.Characters);
            w.WriteNumber("carried", p.Carried);
        });
        Changes(json, "turns", turns);
        json.WriteNumber("total", list.Total);
        Objects(json, "articles", list.Articles, (w, a) =>
        {
            w.WriteString("id", a.Article.Value);
            w.WriteString("title", a.Title);
            w.WriteString("story", a.Story?.ToString());
            w.WriteString("published", a.Published.FromIso);
            w.WriteNumber("characters", a.Characters);
            w.WriteNumber("carried", a.Carried);
            Objects(w, "origins", a.Origins, (o, origin) =>
            {
                o.WriteString("name", origin.Name);
                o.WriteNumber("characters", origin.Count);
            });
        });
    });

    private static void Share(Utf8JsonWriter json, OutletShare share)
    {
        json.WriteString("name", share.Origin);
        json.WriteNumber("characters", share.Characters);
        json.WriteNumber("articles", share.Articles);
    }

    private static void Place(Utf8JsonWriter json, ArticleId article, string quote, TextSpan points, string? outlet, UncertainDate published)
    {
        json.WriteString("article", article.Value);
        json.WriteString("quote", quote);
        json.WriteNumber("start", points.Start);
        json.WriteNumber("end", points.End);
        json.WriteString("outlet", outlet);
        json.WriteString("published", published.FromIso);
    }

    private static void Changes(Utf8JsonWriter json, string name, ChangeList list) => List(json, name, list.Changes, ChangeJson.Write);

    private static void Objects<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => List(json, name, items, (w, item) =>
    {
        w.WriteStartObject();
        write(w, item);
        w.WriteEndObject();
    });

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }
}
