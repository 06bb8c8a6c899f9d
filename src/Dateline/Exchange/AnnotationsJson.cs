using System.Text.Json;

namespace Dateline.Exchange;

/// <summary>Writes one article's annotations as <c>dateline annotate</c> prints them. Offsets are code points.</summary>
public static class AnnotationsJson
{
    /// <param name="syntax">Adds tokens with lemma, tag, head and relation.</param>
    public static void Write(Utf8JsonWriter json, AnnotatedArticle annotated, string id, bool syntax = false)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(annotated);
        var (article, notes) = annotated;
        var text = article.Text;
        var points = new CodePoints(text);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteStartArray("sentences");
        foreach (var sentence in notes.Sentences) Pair(json, points, sentence.Span);
        json.WriteEndArray();
        if (syntax) WriteTokens(json, notes, text, points);
        json.WriteStartArray("timex");
        foreach (var timex in notes.Timexes)
        {
            json.WriteStartObject();
            Ends(json, points, timex.Span);
            json.WriteString("type", timex.Type.ToString().ToUpperInvariant());
            json.WriteString("value", timex.Value);
            json.WriteString("from", timex.When?.FromIso);
            json.WriteString("to", timex.When?.ToIso);
            if (timex.Other is { } other)
            {
                json.WriteStartObject("other");
                json.WriteString("value", other.Value);
                json.WriteString("from", other.When.FromIso);
                json.WriteString("to", other.When.ToIso);
                json.WriteEndObject();
            }

            json.WriteString("rule", timex.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("entities");
        foreach (var mention in notes.Mentions)
        {
            json.WriteStartObject();
            Ends(json, points, mention.Span);
            json.WriteString("type", TypeName(mention.Kind));
            json.WriteString("kind", Json.Name(mention.Kind));
            json.WriteString("name", mention.Entity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("quantities");
        foreach (var quantity in notes.Quantities)
        {
            json.WriteStartObject();
            Ends(json, points, quantity.Span);
            json.WriteString("amount", quantity.Amount.Canonical);
            json.WriteString("unit", quantity.Unit);
            json.WriteString("head", quantity.Head);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("attributions");
        foreach (var (statement, content) in Attributions.Of(notes.Statements, text))
        {
            json.WriteStartObject();
            Pairs(json, points, "source", statement.Source.Spans);
            Pairs(json, points, "cue", statement.Cue);
            Pairs(json, points, "content", content);
            json.WriteString("manner", Json.Name(statement.Manner));
            json.WriteString("channel", statement.Channel);
            json.WriteString("speaker", statement.Source.Entity);
            json.WriteString("rule", statement.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>PER, ORG, LOC and the rest: the classes that the public test sets use.</summary>
    public static string TypeName(EntityKind kind) => kind switch
    {
        EntityKind.Person => "PER",
        EntityKind.Organisation or EntityKind.Agency or EntityKind.Outlet or EntityKind.ArmedForce or EntityKind.GovernmentBody => "ORG",
        EntityKind.Place => "LOC",
        EntityKind.Facility => "FAC",
        EntityKind.Demonym => "NORP",
        EntityKind.Event => "EVENT",
        _ => "MISC",
    };

    private static void WriteTokens(Utf8JsonWriter json, Annotations notes, string text, CodePoints points)
    {
        json.WriteStartArray("tokens");
        foreach (var token in notes.Tokens)
        {
            json.WriteStartObject();
            Ends(json, points, token.Span);
            json.WriteString("text", token.Span.Slice(text));
            json.WriteString("lemma", token.Lemma);
            json.WriteString("tag", token.Tag);
            json.WriteNumber("head", token.Head);
            json.WriteString("relation", token.Relation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Ends(Utf8JsonWriter json, CodePoints points, TextSpan span)
    {
        json.WriteNumber("start", points.Of(span.Start));
        json.WriteNumber("end", points.Of(span.End));
    }

    private static void Pairs(Utf8JsonWriter json, CodePoints points, string name, IEnumerable<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans) Pair(json, points, span);
        json.WriteEndArray();
    }

    private static void Pair(Utf8JsonWriter json, CodePoints points, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(points.Of(span.Start));
        json.WriteNumberValue(points.Of(span.End));
        json.WriteEndArray();
    }
}
