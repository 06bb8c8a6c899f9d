using System.Text.RegularExpressions;

namespace Dateline.Tracing;

/// <summary>The media through which a page's statements reached it, by name.</summary>
internal static partial class MediumReader
{
    /// <summary>What a state's medium is called where the page does not say whose: "state television", else "Syria state television".</summary>
    public const string Unplaced = " state ";

    /// <summary>Each medium that a statement of the article names as its source, channel or relay, with the words that name it.</summary>
    public static IEnumerable<(string Medium, string Words)> Read(AnnotatedArticle annotated)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in annotated.Annotations.Statements)
        {
            if (statement.OutletVoice) continue;
            foreach (var words in statement.Relay.Append(statement.Channel).Append(statement.Source.Text))
            {
                if (words is null || Name(words, annotated) is not { } medium || !seen.Add(medium)) continue;
                yield return (medium, words);
            }
        }
    }

    private static string? Name(string words, AnnotatedArticle annotated)
    {
        foreach (var mention in annotated.Annotations.Mentions)
            if (mention.Kind is EntityKind.Outlet or EntityKind.Agency && words.Contains(mention.Span.Slice(annotated.Article.Text), StringComparison.Ordinal)) return WithoutDay(mention, annotated);
        var match = StateMedium().Match(words);
        if (match.Success) return $"{Country(match.Groups["of"].Value, annotated)}{Unplaced}{Kind(match.Groups["kind"].Value)}".TrimStart();
        match = NamedMedium().Match(words);
        return match.Success && Country(match.Groups["name"].Value, annotated).Length == 0 ? match.Groups["name"].Value : null;
    }

    /// <summary>"AFP Tuesday" of "told AFP Tuesday" is AFP.</summary>
    private static string WithoutDay(Mention mention, AnnotatedArticle annotated)
    {
        foreach (var timex in annotated.Annotations.Timexes)
            if (timex.Span.Start > mention.Span.Start && timex.Span.Start < mention.Span.End && timex.Span.End >= mention.Span.End)
                return new TextSpan(mention.Span.Start, timex.Span.Start).Slice(annotated.Article.Text).Trim();
        return mention.Entity;
    }

    /// <summary>The country that the word names or belongs to, in its usual name; empty where it is none.</summary>
    private static string Country(string word, AnnotatedArticle annotated)
    {
        foreach (var mention in annotated.Annotations.Mentions)
            if (mention.Kind is EntityKind.Place or EntityKind.Demonym && mention.Span.Slice(annotated.Article.Text) == word) return mention.Entity;
        return "";
    }

    private static string Kind(string kind) => kind.ToUpperInvariant() switch
    {
        "TV" or "TELEVISION" or "BROADCASTER" => "television",
        "NEWS AGENCY" or "AGENCY" => "news agency",
        _ => kind.ToLowerInvariant(),
    };

    [GeneratedRegex(@"\b(?:(?<of>\p{Lu}\p{L}+)(?:['’]s)? )?(?:official )?(?:[Ss]tate|state-run|state-owned|state-controlled)(?: (?<kind>television|TV|broadcaster|news agency|agency|radio|media|newspaper))\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex StateMedium();

    [GeneratedRegex(@"\b(?:news channel|television channel|channel|broadcaster|newspaper|daily|magazine|news agency|news website|radio station) (?<name>\p{Lu}[\p{L}\p{N}-]{0,40}(?: \p{Lu}[\p{L}\p{N}-]{0,40}){0,2})|\b(?<name>(?!The\b|A\b|An\b|State\b)\p{Lu}[\p{L}\p{N}-]{1,40}(?: \p{Lu}[\p{L}\p{N}-]{0,40}){0,2}) (?:newspaper|news agency|news channel|magazine|television|radio)\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NamedMedium();
}
