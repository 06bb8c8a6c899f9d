using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>The authors in a by-line: persons and desks; no dates, job titles, agencies or addresses.</summary>
internal static partial class Bylines
{
    private const int Milliseconds = 500;
    private const int MostWords = 6;

    public static void Authors(string byline, List<string> found)
    {
        try
        {
            var text = byline;
            while (DateStamp.Find(text) is { } stamp) text = text.Remove(stamp.Span.Start, stamp.Span.Length).Insert(stamp.Span.Start, "|");
            if (InnerPattern().Match(text) is { Success: true, Index: > 0 } inner) text = text[inner.Index..].TrimStart(); // "Published 3 March by Ann Lee"
            foreach (var piece in SeparatorPattern().Split(text))
            {
                var name = Clean(piece);
                if (found.Count > 0 && Outlets.Named(name) is not null) break; // "Ann Lee, BBC News, Cairo": what follows the outlet is a place
                if (IsAuthor(name, piece) && !found.Contains(name, StringComparer.OrdinalIgnoreCase)) found.Add(name);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // no author
        }
    }

    /// <summary>One name without "by", titles of office, trailing addresses.</summary>
    public static string Clean(string name)
    {
        var text = LeadPattern().Replace(name.Trim(' ', '\t', ',', '.', '-', '–', ':', '(', ')', '*', '\u00a0'), "");
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
        if (name.Length is < 2 or > 60 || name.AsSpan().ContainsAny(':', '：') || Agencies.NameOf(name) is not null || Outlets.Named(name) is not null) return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1 && LeadPattern().IsMatch(piece.Trim()) && name.Length > 3) return true; // "by jdoe1"
        return words.Length <= MostWords && !NotNamePattern().IsMatch(name) && char.IsLetter(name[0]) && !char.IsLower(name[0]);
    }

    [GeneratedRegex(@"(?:^|[\s|])(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor)\s+(?=\p{Lu})", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex InnerPattern();

    [GeneratedRegex(@"\s*[|•·;]\s*|\s+(?:and|und|et|y|og|och|&)\s+|,\s+|\s+[-–—]\s+|\s*/\s*", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex(@"^(?:(?:written|posted|story|reported|words|text|analysis|opinion|published|article|edited)\s+)?(?:by|von|par|por|di|av|af|door|przez|oleh|author|autor|autore|auteur|text|tekst|texto)\s?:?\s+|^By(?=[A-Z][a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex LeadPattern();

    [GeneratedRegex(@"\s*[(\[][^)\]]*[)\]]?\s*$", RegexOptions.CultureInvariant, Milliseconds)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"\s+(?:updated|published|created|modified|posted|last)\b.*$|\s*@\w+$|\s*\S+@\S+$|\s+(?:am|기자.*|記者)$|\s+in\s+\p{Lu}\p{L}+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex TailPattern();

    [GeneratedRegex(@"\d|https?:|www\.|@|^(?:created|modified|first|edited|reported|filed|in|on|at|the|updates?|comments?|share|print|photos?|min|read|am|pm)\b|^(?:ist|est|edt|gmt|utc|stand|von|by|par|por|ms|md|phd|rdn|ld|rd|le|am|aktualisiert|veröffentlicht|publiziert|erstellt|zuletzt|publié|mis à jour|publicado|actualizado|pubblicato|opublikowano|oppdatert|publisert|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|home|news|admin|editor|staff|redaktion|team)\b\.?$|^(?:updated|published|posted|last|aktualisiert|veröffentlicht)\b|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|thứ|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)\b|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|reporter|correspondent|editor|contributor|journalist|author|writer|redakteur|autor|korrespondent(?:in)?|uhr)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex NotNamePattern();
}
