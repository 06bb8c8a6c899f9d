using System.Buffers;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Marks one line by its own words: phrases of the lexicon, signs of captions, by-lines, datelines, stamps.</summary>
internal static partial class LineMarker
{
    private const int LongLine = 45;     // words; no notice or plea is longer, a body paragraph that quotes one is
    private const int StampWords = 14;   // words beside the date in a by-line
    private const int ProseWords = 8;

    private const LineMarks OfShortLines = LineMarks.Boilerplate | LineMarks.ReadMore | LineMarks.ListHead | LineMarks.Plea | LineMarks.Notice | LineMarks.Caption;

    // what every way through a pattern holds: a line without any of them need not be asked
    private static readonly SearchValues<string> CaptionWords = SearchValues.Create(
        ["FILE", "via", "Photo", "Foto", "Image", "Bild", "Picture", "Handout", "Pool", "Courtesy", "Source", "Credit", "AP", "AFP", "Reuters", "REUTERS", "Getty", "EPA", "dpa", "PTI", "ANI", "From left", "Clockwise", "Left to right", "(L-R)"], StringComparison.Ordinal);

    private static readonly SearchValues<char> CaptionSigns = SearchValues.Create("()/:");

    private static readonly SearchValues<string> DeskWords = SearchValues.Create(["Desk", "Staff", "Team", "Bureau", "Service", "Correspondent", "Reporter", "Agencies", "Newsroom", "Agency Report"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> FootSigns = SearchValues.Create("©@");

    // the first words of ByPattern, small letters
    private static readonly Lazy<WordSet> ByWords = new(() => new WordSet(
    [
        .. "written posted story reported words text analysis opinion published article by von par por di av af door przez oleh author autor authore autore auteur tekt tekst text texst tekto teksto texto texsto"
            .Split(' ').Select(word => (Measure.KeyOf(word), 0)),
    ]));

    /// <param name="phrase">The lexicon's phrase that marked it, for the reason.</param>
    public static LineMarks Of(string text, Measure measure, out string? phrase)
    {
        var marks = Phrases.Find(text, measure, out phrase);
        if (measure.Words > LongLine) marks &= ~OfShortLines;
        marks |= Signs(text, measure);
        // a date beside the page's own words is the page's date, unless "by" says whose line it is
        if ((marks & LineMarks.Byline) != 0 && (marks & (LineMarks.Boilerplate | LineMarks.ListHead)) != 0 && !ByPattern().IsMatch(text)) marks &= ~LineMarks.Byline;

        return marks;
    }

    private static LineMarks Signs(string text, Measure measure)
    {
        var marks = LineMarks.None;
        var words = measure.Words;
        var prose = words >= ProseWords && (measure.EndsSentence || measure.Stops >= 2) && measure.Bars < 4 && measure.Digits < text.Length / 3;
        if (prose) marks |= LineMarks.Prose;
        else if (words is >= 3 and <= 30) marks |= LineMarks.Headlike;
        if (text[0] is '“' or '"' or '„' or '«' or '‘' or '»' or '「') marks |= LineMarks.Quote;
        if (words <= LongLine * 4 && MayBeCaption(text) && CaptionPattern().IsMatch(text)) marks |= LineMarks.Caption;
        if (words <= 3 && measure.Keys.Length > 0 && measure.Digits > 0 && measure.Digits >= text.Length - 3) marks |= LineMarks.Boilerplate; // a counter
        if (measure.Keys.Length == 0) marks |= LineMarks.Boilerplate;
        if (words <= 40 && MayBeFoot(text) && FootPattern().IsMatch(text)) marks |= LineMarks.Boilerplate;
        if (words <= 40 && text.EndsWith("...", StringComparison.Ordinal) && words < ProseWords) marks |= LineMarks.ReadMore;
        if (words <= StampWords + 12 && !prose && IsByline(text, measure)) marks |= LineMarks.Byline;
        if (words <= 14 && text.Contains('|', StringComparison.Ordinal) && DatelinePattern().IsMatch(text)) marks |= LineMarks.Dateline;
        if (words <= 10 && measure.Commas is 1 or 2 && measure.Capitals >= words - 2 && text.Split(',').Skip(1).Any(part => Outlets.Named(part) is not null)) marks |= LineMarks.Byline | LineMarks.Outlet; // "Ann Lee, BBC News, Cairo"
        if (words <= 5 && Outlets.Named(text) is not null) marks |= LineMarks.Outlet;
        return marks;
    }

    /// <summary>A sign of <see cref="CaptionPattern"/> stands in the line, or a word that needs none, and one of its words.</summary>
    private static bool MayBeCaption(string text)
    {
        var line = text.AsSpan();
        if (line.Contains('©')) return true; // not among the words: a single sign beyond ASCII would make the search for all of them slow
        return (line.ContainsAny(CaptionSigns) || line[0] is 'P' or 'F' or 'C' or 'L' || line.Contains("FILE", StringComparison.Ordinal)) && line.ContainsAny(CaptionWords);
    }

    /// <summary>A sign of <see cref="FootPattern"/> stands in the line, or one of its words may begin it.</summary>
    private static bool MayBeFoot(string text)
    {
        var line = text.AsSpan();
        if (char.IsDigit(text[0]) || line.ContainsAny(FootSigns) || line.Contains("://", StringComparison.Ordinal)) return true;
        var first = 0;
        while (first < line.Length && !char.IsLetterOrDigit(line[first])) first++;
        if (first + 1 >= line.Length) return false;
        var second = line[first + 1] | 0x20;
        return (line[first] | 0x20) switch
        {
            'c' => second is 'o' or ')',
            'e' => second is 'm' or '-',
            'p' => second == 'h',
            't' => second == 'e',
            'f' => second == 'a',
            'a' => second == 'd',
            _ => false,
        };
    }

    private static bool IsByline(string text, Measure measure)
    {
        if (measure.Words <= 16 && measure.Keys.Length > 0 && (ByWords.Value.Find(measure.Keys[0]) >= 0 || text.StartsWith("By", StringComparison.Ordinal)) && ByPattern().IsMatch(text)) return true;
        if (measure.Words <= 8 && text.AsSpan().ContainsAny(DeskWords) && DeskPattern().IsMatch(text)) return true;
        if (measure.Digits < 3 || DateStamp.Find(text) is not { } stamp) return false;
        return measure.Words - Measure.Of(stamp.Span.Slice(text)).Words <= StampWords;
    }

    [GeneratedRegex(@"\bFILE\s?(?:[-–—]|PHOTO)|\((?:[^()]{0,60}\b(?:via|Photo|Foto|Image|Bild|Picture|Handout|Pool|Courtesy|Source)\b[^()]{0,60}|(?:AP|AFP|Reuters|REUTERS|Getty|EPA|dpa)(?:/[^()]{2,60})?)\)\s*$|\((?:AP Photo|[^()]{2,60} via (?:AP|AFP|Reuters|REUTERS|Getty))[^()]{0,60}\)|\b(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images|dpa|PTI|ANI)\s?/\s?[A-Z][\w.' -]{2,40}$|\b(?:Source|Photo|Image|Credit|Foto|Bild|Picture)s?\s?:\s[^.]{2,80}$|©\s?(?!\d{4}|Copyright)\p{L}[^.]{2,60}$|^(?:Pictured|From left|Clockwise|Left to right|\(L-R\))\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex CaptionPattern();

    [GeneratedRegex(@"^\W*(?:©|\(c\)|Copyright\b)|©.{0,20}\b(?:19|20)\d\d|^\W*(?:E-?mail|Phone|Tel|Telefon|Fax|Contact|Address)\s?:|\S@\S+\.\w{2,}|https?://\S+$|^\d+\s*(?:comments?|shares?|views?|likes?|Kommentare|commentaires|comentarios|min(?:utes)? read|Min\.)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex FootPattern();

    [GeneratedRegex(@"^(?:(?:[Ww]ritten|[Pp]osted|[Ss]tory|[Rr]eported|[Ww]ords|[Tt]ext|[Aa]nalysis|[Oo]pinion|[Pp]ublished|[Aa]rticle)\s+)?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Aa]f|[Dd]oor|[Pp]rzez|[Oo]leh|[Aa]utho?re?|[Aa]uteur|[Tt]e[kx]s?to?)\s?:?\s+(?:\p{Lu}|@?[a-z][\w.]{2,24}\b\s*(?:$|\||\d))|^By[A-Z][a-z]+\s\p{Lu}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ByPattern();

    [GeneratedRegex(@"\b(?:News|Web|Online|Sports?|Digital|Foreign|World|National|City|Business|Entertainment|Trending|Global|International|Express|India|Politics)\s+(?:Desk|Staff|Team|Bureau|Service)\b|^(?:Our |Staff |Special |Chief |Foreign )?(?:Staff|Correspondent|Reporter|Bureau|Agencies|Newsroom|Agency Report|Staff Report|Web Desk)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex DeskPattern();

    // AMMAN | Fri Jun 10, 2011 11:21 pm BST
    [GeneratedRegex(@"^[\p{Lu}][\p{Lu}.' -]{2,30}(?:,\s\p{Lu}[\p{L}. ]{1,20})?\s*\|\s.{6,40}\d", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DatelinePattern();
}
