namespace Dateline.Reading;

/// <summary>Cuts the site's and the section's names off a title: "Storm hits coast - The Courier | News".</summary>
internal sealed class TitleParts
{
    private const int LongestSite = 4; // words of a name behind the last sign
    private const int MostParts = 8;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ ", " « ", "--", "｜", "ㅣ", "_", "|", "-"];
    private const int Spaced = 11; // of these stand between words; the others cut only where no words are spaced

    private readonly ILookup<string, bool> headings;
    private readonly List<string> told;
    private readonly List<string> sites = [];

    /// <param name="headings">Folded headings of the page, and whether each is an h1: a part that is one of them is the title.</param>
    /// <param name="told">What the page gives as its title, uncut.</param>
    public TitleParts(HtmlFacts facts, ILookup<string, bool> headings, List<Sourced> told)
    {
        this.headings = headings;
        this.told = told.ConvertAll(t => t.Value);
        foreach (var name in (string?[])[facts.First("og:site_name"), facts.First("application-name"), .. facts.Articles.Select(a => a.Publisher)])
        {
            if (name is not null && Measure.Folded(name) is { Length: > 1 } site) sites.Add(site);
        }
    }

    public string Cut(string title)
    {
        var parts = Parts(title);
        var found = "";
        for (var from = 0; from < parts.Count; from++)
        {
            for (var to = parts.Count - 1; to >= from; to--)
            {
                var part = title[parts[from].Start..parts[to].End].Trim();
                if (Measure.Folded(part) is not { Length: > 0 } fold || !headings.Contains(fold) || sites.Contains(fold) || IsHost(part)) continue;
                if (headings[fold].Contains(true)) return WithoutLabels(part);
                if (part.Length > found.Length) found = part;
            }
        }

        if (found.Length > 0) return WithoutLabels(found);
        // another source gives its beginning alone
        var shorter = told.Find(t => t.Length < title.Length && title.StartsWith(t, StringComparison.Ordinal) && !char.IsLetterOrDigit(title[t.Length]) && Measure.Of(t).Words > LongestSite);
        return WithoutSite((shorter ?? title).TrimEnd(' ', '|'));
    }

    /// <summary>"Opinion | Leave the harbour alone", "Leave the harbour alone | Editorial": a bar parts the headline from labels.</summary>
    public static string WithoutLabels(string title)
    {
        var pieces = title.Split(" | ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2) return title;
        var longest = pieces.MaxBy(p => p.Length)!;
        return Measure.Of(longest).Words > LongestSite && pieces.All(p => ReferenceEquals(p, longest) || Measure.Of(p).Words <= LongestSite) ? longest : title;
    }

    private static List<TextSpan> Parts(string title)
    {
        var parts = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < title.Length && parts.Count < MostParts; i++)
        {
            foreach (var separator in Separators.AsSpan(0, Spaced))
            {
                if (i == 0 || string.CompareOrdinal(title, i, separator, 0, separator.Length) != 0) continue;
                parts.Add(new TextSpan(start, i));
                start = i + separator.Length;
                i = start - 1;
                break;
            }
        }

        if (start < title.Length) parts.Add(new TextSpan(start, title.Length));
        return parts;
    }

    private string WithoutSite(string title)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (head, tail) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (head.Length == 0 || tail.Length == 0) continue;
            var isSpaced = separator[0] == ' ';
            if (!isSpaced)
            {
                if (IsDense(tail) && !title.Contains(' ', StringComparison.Ordinal) && (IsSite(tail) || head.Length > tail.Length * 1.5)) return WithoutSite(head);
                continue;
            }

            if (IsSite(tail) || IsHost(tail)) return WithoutSite(head);
            if (Measure.Of(tail).Words <= LongestSite && head.Length > tail.Length * 1.5 && separator is " | " or " - " or " – " or " — " or " » " or " • ") return WithoutSite(head);
            if (sites.Contains(Measure.Folded(head)) || IsHost(head)) return WithoutSite(tail);
        }

        return title;
    }

    private bool IsSite(string part)
    {
        var fold = Measure.Folded(part);
        return Outlets.Named(part) is not null || sites.Exists(s => fold == s || (s.Length > 3 && $" {fold} ".Contains($" {s} ", StringComparison.Ordinal) && fold.Length < s.Length * 3));
    }

    /// <summary>"courier.example": one word with a dot.</summary>
    private static bool IsHost(string part) =>
        part.LastIndexOf('.') is > 1 and var dot && dot < part.Length - 2 && !part.Contains(' ', StringComparison.Ordinal) && !part.AsSpan(dot + 1).ContainsAnyExceptInRange('A', 'z');

    private static bool IsDense(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\u3040') return true;
        }

        return false;
    }
}
