using System.Security.Cryptography;
using System.Text;

namespace Dateline.Storage.Extracts;

/// <summary>What stands in one article for the page of its story: whose words, of which days, through whom.</summary>
public static class StoryFacts
{
    /// <summary>A day ahead by more than this is an appointment, not yet an event; told of so many days later, it is looked back on.</summary>
    private const int Around = 2;

    public static string Speaker(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Source.Entity is { Length: > 0 } entity ? entity : statement.Source.Text.Length > 0 ? statement.Source.Text : "Source not named";
    }

    /// <summary>The statements that are somebody's: the outlets' own voices are left out.</summary>
    public static IEnumerable<Statement> Said(AnnotatedArticle annotated)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        return annotated.Annotations.Statements.Where(s => !s.OutletVoice && s.Content.Length > 0);
    }

    /// <summary>Letters and digits alone: quotation marks and white space differ between copies of one text.</summary>
    public static string Wording(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>The root and what lies between it and the outlet, for each statement of an article; the outlet itself where it reports of its own.</summary>
    /// <param name="rests">The name of the article's origin, or of the outlet.</param>
    public static IEnumerable<(string Root, string? Through)> Chains(AnnotatedArticle annotated, string outlet, string rests)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        foreach (var statement in annotated.Annotations.Statements)
        {
            if (!statement.IsSaying) continue;
            var chain = statement.Relay.Select(Plain).Where(n => n.Length > 0 && n != outlet).ToList();
            if (rests != outlet && !chain.Contains(rests, StringComparer.OrdinalIgnoreCase)) chain.Insert(0, rests);
            yield return chain.Count == 0 ? (outlet, null) : (chain[^1], chain.Count > 1 ? chain[0] : null);
        }
    }

    /// <summary>The days that an article's story names, with the sentence that does; a day as often as it is named.</summary>
    public static IEnumerable<(DateOnly Day, TextSpan Sentence, TextSpan Date)> Days(AnnotatedArticle annotated)
    {
        ArgumentNullException.ThrowIfNull(annotated);
        var (article, notes) = annotated;
        foreach (var timex in notes.Timexes)
        {
            if (timex.When is not { IsDay: true, From: { } day }) continue;
            foreach (var sentence in notes.Sentences)
                if (sentence.Span.Contains(timex.Span) && article.Blocks[sentence.Block].IsStory) yield return (day, sentence.Span, timex.Span);
        }
    }

    /// <summary>How far a day lies from the publication of an article that speaks of it; great where that is not known.</summary>
    public static int Distance(Article article, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Math.Abs((article.Published.Middle?.DayNumber ?? int.MaxValue / 2) - day.DayNumber);
    }

    /// <summary>Whether the article looks back on the day.</summary>
    internal static bool IsLate(Article article, DateOnly day) => article.Published is { IsDay: true, From: { } known } && known.DayNumber - day.DayNumber >= Around;

    /// <summary>Whether the day lies ahead of the article by more than an event does.</summary>
    internal static bool IsAhead(Article article, DateOnly day) => article.Published is { IsDay: true, From: { } known } && day.DayNumber - known.DayNumber > Around;

    internal static long Hash(string wording) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));

    private static string Plain(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
