using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Dateline.Storage;

namespace Dateline.Server.Feeds;

/// <summary>Changes as an Atom feed (RFC 4287). Ids and times are those of the changes themselves, never of the clock: the same ledger gives the same bytes.</summary>
internal static class ChangeFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Where a feed has no change with a day: it was updated never.</summary>
    private const string Never = "1970-01-01T00:00:00Z";

    /// <param name="name">"changes", "story:story-1", "track:story-1-t1a": what the feed's id is made of.</param>
    /// <param name="self">Its own address.</param>
    /// <param name="page">The page of the site that shows the same.</param>
    /// <param name="link">The address of a change's newer words.</param>
    public static byte[] Write(string name, string title, Uri self, Uri page, ChangeList list, Func<ListedChange, Uri> link)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", "urn:dateline:" + name);
            Element(xml, "title", title);
            Element(xml, "updated", list.Changes.Select(Updated).Where(u => u is not null).Max(StringComparer.Ordinal) ?? Never);
            Link(xml, "self", self, "application/atom+xml");
            Link(xml, "alternate", page, "text/html");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Dateline");
            xml.WriteEndElement();
            foreach (var change in list.Changes) Entry(xml, change, link(change));
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    /// <summary>The same for the same change, in whatever order pages came: question, kind, and the words of both sides at their places.</summary>
    public static string Id(ListedChange change)
    {
        var parts = string.Join('\n', change.Track, change.Kind, Side(change.Before), Side(change.After));
        return "urn:dateline:change:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..32];

        static string Side(ChangeSide side) => string.Create(CultureInfo.InvariantCulture, $"{side.Article} {side.Span.Start} {side.Span.End}");
    }

    private static void Entry(XmlWriter xml, ListedChange change, Uri link)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", Id(change));
        Element(xml, "title", $"{Wording.Kind(change.Kind)}: {change.Question} {Wording.Value(change.Before.Value)} → {Wording.Value(change.After.Value)}");
        Element(xml, "updated", Updated(change) ?? Never);
        Link(xml, "alternate", link, "text/html");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", Exchange.Json.Name(change.Kind));
        xml.WriteEndElement();
        Element(xml, "content", $"{change.Reason}\n\n“{change.Before.Quote}” ({change.Before.Holder})\n“{change.After.Quote}” ({change.After.Holder})");
        xml.WriteEndElement();
    }

    /// <summary>The beginning of the day of the change; where that is not known, of the newer words' page; else null.</summary>
    private static string? Updated(ListedChange change) =>
        (change.At ?? change.After.Published.To ?? change.After.Published.From)?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static void Link(XmlWriter xml, string relation, Uri address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    /// <summary>Without the characters that no XML document may hold: pages are data, and they hold anything.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a pair comes as U+FFFD
            clean.Append(rune.Value is 0x9 or 0xA or 0xD or >= 0x20 and not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }
}
