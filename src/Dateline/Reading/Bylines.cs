using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>The authors in a by-line: persons and desks; no dates, job titles, agencies or addresses.</summary>
internal static partial class Bylines
{
    private const int Longest = 1000; // characters of a by-line that are looked through
    private const int MostWords = 6;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—|•·");

    private static readonly Lazy<FrozenSet<string>> FirstNames = new(() =>
        Resources.Rows("lexicon/first-names.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    public static void Authors(string byline, List<string> found)
    {
        var text = byline.Length > Longest ? byline[..Longest] : byline;
        while (DateStamp.Find(text) is { } stamp) text = text.Remove(stamp.Span.Start, stamp.Span.Length).Insert(stamp.Span.Start, "|");
        if (InnerPattern().Match(text) is { Success: true } inner && inner.Groups["by"].Index > 0) text = text[inner.Groups["by"].Index..]; // "Published 3 March by Ann Lee"
        foreach (var piece in SeparatorPattern().Split(text))
        {
            var name = Clean(piece);
            if (found.Count > 0 && Outlets.Named(name) is not null) break; // "Ann Lee, BBC News, Cairo": what follows the outlet is a place
            if (IsAuthor(name, piece) && !found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
        }
    }

    /// <summary>A first name of the lexicon and one to three words more.</summary>
    public static bool IsPersonal(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4 && (FirstNames.Value.Contains(words[0]) || (words[0].Contains('-', StringComparison.Ordinal) && FirstNames.Value.Contains(words[0][..words[0].IndexOf('-', StringComparison.Ordinal)])) || (words[0] is "Dr." or "Prof." && words.Length > 2)) && words.All(w => !w.Any(char.IsDigit));
    }

    /// <summary>The outlet's staff, where no person is named: "Courier Editorial Board", "Redaktion Courier".</summary>
    public static bool IsDesk(string name)
    {
        return DeskPattern().IsMatch(name);
    }

    /// <summary>The line begins with "by", or has it within: "Posted 3 March by Ann Lee".</summary>
    public static bool IsSigned(string line)
    {
        return LeadPattern().IsMatch(line.TrimStart()) || (InnerPattern().Match(line) is { Success: true } inner && inner.Groups["by"].Index > 0);
    }

    /// <summary>A sign parts the name from a date: "Ann Lee - 3 March 2031".</summary>
    public static bool StandsByDate(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        if (at < 0 || DateStamp.Find(line) is not { } stamp) return false;
        var between = at < stamp.Span.Start ? line.AsSpan(Math.Min(at + name.Length, stamp.Span.Start)..stamp.Span.Start) : line.AsSpan(stamp.Span.End..Math.Max(at, stamp.Span.End));
        return between.Length < 8 && between.IndexOfAny(Dashes) >= 0;
    }

    /// <summary>"By", "Von", "Written by": the name stands in the next line.</summary>
    public static bool IsLead(string line)
    {
        return LeadAlonePattern().IsMatch(line);
    }

    /// <summary>One name without "by", titles of office, trailing addresses.</summary>
    public static string Clean(string name)
    {
        var text = LeadPattern().Replace(name.Trim(' ', '\t', ',', '.', '-', '–', ':', '(', ')', '*', '→', '»', '›', '\u00a0'), "");
        text = LeadPattern().Replace(text, ""); // "by reporter Ann Lee"
        return WithoutOutlet(TailPattern().Replace(BracketPattern().Replace(text, ""), "")).Trim(' ', ',', '.', '-', '–', ':', '|');
    }

    /// <summary>"Ann Lee USA TODAY" without the outlet behind the name.</summary>
    private static string WithoutOutlet(string name)
    {
        for (var at = name.IndexOf(' ', StringComparison.Ordinal); at > 0; at = name.IndexOf(' ', at + 1))
        {
            if (name.IndexOf(' ', StringComparison.Ordinal) < at && Outlets.Named(name[(at + 1)..]) is not null) return name[..at];
        }

        return name;
    }

    private static bool IsAuthor(string name, string piece)
    {
        if (name.Length is < 2 or > 60 || DateLabels.IsLabel(name) || name.AsSpan().ContainsAny(':', '：') || Agencies.NameOf(name) is not null || Outlets.Named(name) is not null) return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (LeadAlonePattern().IsMatch(name)) return false;
        if (words.Length == 1 && LeadPattern().IsMatch(piece.Trim())) return !NotNamePattern().IsMatch(DigitPattern().Replace(name, "")); // "by jdoe1"
        if (NotNamePattern().IsMatch(name)) return DeskPattern().IsMatch(name);
        return words.Length <= MostWords && char.IsLetter(name[0]) && !char.IsLower(name[0]);
    }

    // "von" stands in names too, so more than a blank must stand before it
    [GeneratedRegex(@"(?:^|[\s|])(?<by>[Bb]y\s+(?=\p{Lu}))|(?:^|\|\s*|\d\s+|\b(?i:veröffentlicht|geschrieben|gepostet|erstellt|eingetragen|gespeichert|verfasst|beiträge|artikel|publié|rédigé|écrit|publicado|escrito|pubblicato|scritto|geplaatst|posted|written|published|submitted)\s+(?:am\s+|on\s+|le\s+)?[ |]*)(?<by>(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]a|[Dd]oor)\s+(?=\p{Lu}|[a-z][\w.]{2,24}\s*(?:$|\||→|\s(?:on|am)\s))|(?:[Bb]y|[Vv]on)(?=\p{Lu}\p{Ll}+\s\p{Lu}))|\s(?<by>by\s+(?=[\w.]{2,24}\s+on\s*\|))", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex InnerPattern();

    [GeneratedRegex(@"^\W*(?:(?:written|posted|story|words|text|published|report)\s+)?(?:by|von|par|por|di|av|af|door|przez|author|autore?|auteur|autor(?:in)?)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex LeadAlonePattern();

    [GeneratedRegex(@"\s*[|•·;]\s*|\s+(?:and|und|et|y|og|och|&)\s+|,\s+|\s+[-–—]\s+|\s*/\s*", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"^(?:(?:written|posted|story|reported|words|text|analysis|opinion|published|article|edited|geschrieben|veröffentlicht|gespeichert|verfasst|eingetragen|beitrag|publicado|escrito|pubblicato|scritto)\s+)?(?:by|von|par|por|di|av|af|door|przez|oleh|author|autor|autore|auteur|text|tekst|texto)\s?:?\s+|^\S*(?:experte|expertin|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?)\s+(?=\p{L}+\s)|^(?-i:(?:By|[Vv]on)(?=\p{Lu}\p{Ll}))|^(?:social links for|about|meet|über|post author)\s+(?:by\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex LeadPattern();

    [GeneratedRegex(@"^(?:\S+ ){1,3}(?:Redaktion|Staff|Team|Editorial(?: Board| Team)?|Newsroom|Desk)$|^(?:Redaktion|Redacción|Rédaction|Redazione|Redação)(?: \S+){1,3}$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DeskPattern();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DigitPattern();

    [GeneratedRegex(@"\s*[(\[][^)\]]*[)\]]?\s*$", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"\s+(?:updated|published|created|modified|posted|last|erstellt|veröffentlicht|aktualisiert|geschrieben|publié|publicado|pubblicato|stand|under)\b.*$|\s+(?:on|am|vom|le|el|il|em|op|den|um|at)(?:\s\p{L}{2,3}\.?)?$|\s+(?-i:\p{Lu})\p{L}{2,9}\.?\s\d{1,2}\b.*$|\s+for(?:\s+\S+\.\w{2,4})?$|(?<=^(?-i:\p{Lu})\S+\s(?-i:\p{Lu})\S+)\s+for\s+(?:the\s)?(?-i:\p{Lu}).*$|(?:,?\s+(?:MS|MD|M\.D\.|PhD|Ph\.D\.?|RDN|RD|LD|MPH|MBA|MSc|BSc|DDS|RN|CPA|Esq\.?|JD))+$|\s*@\w+$|\s*\S+@\S+$|\s+(?:am|기자.*|記者)$|\s+in\s+\p{Lu}\p{L}+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex TailPattern();

    [GeneratedRegex(@"\d|https?:|www\.|@|\w\.(?:com|org|net|info|de|at|ch|fr|es|it|nl|pl|uk|eu|tv|io)\b|\b(?:GmbH|AG|Inc|Ltd|LLC|e\.?\s?V)\b\.?$|^(?:created|modified|first|edited|reported|filed|insights|contributions?|sponsored|fact[- ]checked|reviewed|researched|presented|photos?|foto|bild|in|on|at|the|updates?|comments?|share|print|photos?|min|read|am|pm)\b|^(?:ist|est|edt|gmt|utc|stand|von|by|par|por|ms|md|phd|rdn|ld|rd|le|am|aktualisiert|veröffentlicht|publiziert|erstellt|zuletzt|publié|mis à jour|publicado|actualizado|pubblicato|opublikowano|oppdatert|publisert|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|home|news|newsroom|admin|super user|administrator|webmaster|wordpressadmin|no author|online|link|presse|pressemitteilung(?:en)?|pressemeldung|artikel|article|artículo|aktuelles|aktuelle meldung|meldung|editor|staff|redaktion|team|agencies|agenturen|agencias)\b\.?$|^(?:updated|published|posted|last|aktualisiert|veröffentlicht)\b|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|thứ|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|reporter|correspondent|editor|contributor|journalist|author|writer|redakteur|autor|korrespondent(?:in)?|uhr)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex NotNamePattern();
}
