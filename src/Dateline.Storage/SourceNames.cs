using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Dateline.Storage;

/// <summary>Who says something, across pages and stories.</summary>
/// <param name="Id">"ilan-kesh"; of a description that names nobody with the story in which it stands: "story-1~officials".</param>
/// <param name="Name">As the fullest page has it.</param>
public sealed record SourceKey(string Id, string Name)
{
    /// <summary>False for a description: whom it means is known within its story at most.</summary>
    public bool IsNamed => !Id.Contains('~', StringComparison.Ordinal);
}

/// <summary>One key for each source of a story: "Kesh", "Ilan Kesh, the spokesman" and "Front spokesman Ilan Kesh" are one.</summary>
public sealed class SourceNames
{
    private const int LongestKey = 80; // characters
    private const int ShortestName = 2;

    /// <summary>Bodies that every country has: without a place in the name nobody knows which one is meant beyond the story.</summary>
    private static readonly string[] Bodies = ["ministry", "government", "police", "army", "navy", "force", "forces", "parliament", "senate", "cabinet", "council", "court", "presidency", "military", "authorities", "guard", "bank", "state", "opposition", "union"];

    private static readonly string[] Asides = [", who", " who ", ", which", ", a ", ", an ", ", the ", ", with ", ", in ", ", including ", ", speaking", " (", " - ", " — "];

    private readonly string scope;
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> full = new(StringComparer.Ordinal); // names of several words by their last one
    private readonly HashSet<string> places = new(StringComparer.OrdinalIgnoreCase); // words that say of which country or town something is
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceKey?> known = new(StringComparer.Ordinal); // one may serve several requests

    /// <param name="story">Null for an article that no story holds.</param>
    public SourceNames(StoryId? story, IEnumerable<AnnotatedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        scope = story?.ToString() ?? "";
        foreach (var (mention, text) in articles.SelectMany(a => a.Annotations.Mentions.Select(m => (m, a.Article.Text))))
        {
            if (mention.Kind is EntityKind.Demonym or EntityKind.Place) places.UnionWith([mention.Entity, mention.Span.Slice(text)]);
            if (mention.Kind is EntityKind.Demonym or EntityKind.Event or EntityKind.Other || mention.Entity is not [var first, ..] || !char.IsUpper(first) || !named.Add(mention.Entity)) continue;
            if (mention.Kind == EntityKind.Person) persons.Add(mention.Entity);
            if (!mention.Entity.Contains(' ', StringComparison.Ordinal)) continue;
            var last = LastWord(mention.Entity);
            if (!full.TryGetValue(last, out var names)) full[last] = names = [];
            names.Add(mention.Entity);
        }
    }

    /// <param name="known">Sources by the names that their story gives them; of all others nothing is known.</param>
    internal SourceNames(IEnumerable<KeyValuePair<string, SourceKey>> known)
    {
        scope = "";
        foreach (var (name, key) in known) this.known[name] = key;
    }

    /// <summary>What a statement or an answer calls its source.</summary>
    internal static string NameOf(Statement statement) => statement.Source.Entity is { Length: > 0 } entity ? entity : statement.Source.Text;

    /// <summary>Null for the outlet's own voice, where nothing was said, and where nobody is named or described.</summary>
    public SourceKey? Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return statement.OutletVoice || !statement.IsSaying ? null : Find(NameOf(statement));
    }

    public SourceKey? Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Holder is "outlet" or "unnamed source" ? null : Find(entry.Holder);
    }

    private SourceKey? Find(string name) => known.TryGetValue(name, out var key) ? key : known[name] = Make(Fullest(name));

    private SourceKey? Make(string name)
    {
        var slug = Slug(name);
        if (slug.Length < ShortestName || slug is "he" or "she" or "it" or "they" or "we" or "who") return null;
        return named.Contains(name) && !IsAnywhere(name) ? new SourceKey(slug, name) : scope.Length > 0 ? new SourceKey($"{scope}~{slug}", name) : null;
    }

    private bool IsAnywhere(string name)
    {
        var words = name.Split(' ');
        return Bodies.Contains(words[^1], StringComparer.OrdinalIgnoreCase) && words.Length <= 3 && !words.Any(w => places.Contains(w.EndsWith("'s", StringComparison.Ordinal) || w.EndsWith("’s", StringComparison.Ordinal) ? w[..^2] : w));
    }

    private string Fullest(string name)
    {
        var last = LastWord(name);
        // "Interior Ministry spokesman Darek Voss", "One of the nine, the electrician Hanna Grau"
        if (full.TryGetValue(last, out var ends) && ends.Where(n => n.Length < name.Length && persons.Contains(n) && name.EndsWith(" " + n, StringComparison.Ordinal)).MaxBy(n => n.Length) is { } inside) return inside;
        foreach (var aside in Asides)
            if (name.IndexOf(aside, StringComparison.Ordinal) is > ShortestName and var at) name = name[..at];
        name = name.Trim(' ', ',');
        // "Col Harmoush", where one person alone has that last name
        if (!persons.Contains(name) && name.Contains(' ', StringComparison.Ordinal) && name.Split(' ').All(w => w.Length > 0 && char.IsUpper(w[0])) && full.TryGetValue(LastWord(name), out var family)
            && Core([.. family.Where(persons.Contains)]) is [{ } only]) return only;
        // "Voss" and "the Front", where one fuller name alone fits
        return !name.Contains(' ', StringComparison.Ordinal) && named.Contains(name) && full.TryGetValue(name, out var fuller) && Core(fuller) is [{ } one] ? one : name;
    }

    /// <summary>Without those that only put a title before another of them.</summary>
    private static List<string> Core(List<string> names) => [.. names.Where(n => !names.Any(m => m.Length < n.Length && n.EndsWith(" " + m, StringComparison.Ordinal)))];

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>Letters and digits in lower case, all else as one hyphen.</summary>
    public static string Slug(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slug = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (slug.Length >= LongestKey) break;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) slug.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value is not ('.' or '\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var made = slug.ToString().TrimEnd('-');
        return made.StartsWith("the-", StringComparison.Ordinal) ? made[4..] : made;
    }
}
