using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>Who is who in a story: one name for each person across its pages, and whom "the president" means.</summary>
internal sealed class Cast
{
    private const double Sure = 0.6; // share of a title's holders that one person must be

    private readonly Dictionary<string, string> persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> officials = new(StringComparer.Ordinal);
    private readonly HolderNames holders;

    public Cast(IEnumerable<AnnotatedArticle> articles)
    {
        var all = articles.ToList();
        var names = all.SelectMany(a => a.Annotations.Mentions).Where(m => m.Kind == EntityKind.Person).Select(m => m.Entity).Distinct(StringComparer.Ordinal);
        // the fullest name of each last word stands for the shorter ones, where only one fits
        foreach (var family in names.GroupBy(LastWord, StringComparer.OrdinalIgnoreCase))
        {
            var full = family.Where(n => n.Contains(' ', StringComparison.Ordinal)).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToList();
            foreach (var name in family)
                persons[name] = full.FirstOrDefault(f => EntityNames.IsSamePerson(f, name) && (name.Contains(' ', StringComparison.Ordinal) || full.All(g => EntityNames.IsSamePerson(f, g)))) ?? name;
        }

        foreach (var article in all) ReadTitles(article);
        holders = new HolderNames(all.SelectMany(a => a.Annotations.Statements).Select(s => s.Source.Text));
    }

    public string Person(string name) => persons.GetValueOrDefault(name, name);

    /// <summary>A holder by the fullest name that the story has for him: "Lt Col Harmoush" is "Hussein Harmoush".</summary>
    public string Holder(string name)
    {
        if (persons.TryGetValue(name, out var full)) return full;
        if (!name.Contains(' ', StringComparison.Ordinal) || !name.Split(' ').All(w => w.Length > 0 && char.IsUpper(w[0]))) return holders.Of(name);
        var fits = persons.Values.Where(p => p.Contains(' ', StringComparison.Ordinal) && LastWord(p) == LastWord(name)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return fits.Count == 1 ? fits[0] : holders.Of(name);
    }

    /// <summary>True where a page gives the person an office.</summary>
    public bool IsOfficial(string person) => officials.Contains(Person(person));

    /// <summary>Whom a title without a name means; null where several bear it.</summary>
    public string? Bearer(string title, IEnumerable<string> entities)
    {
        foreach (var nation in entities.Append(""))
        {
            if (!titles.TryGetValue(nation + "/" + title, out var bearers)) continue;
            var (person, count) = bearers.OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).First();
            if (count >= Sure * bearers.Values.Sum()) return person;
        }

        return null;
    }

    // "Egyptian President Hosni Mubarak", "Mubarak, the president"
    private void ReadTitles(AnnotatedArticle article)
    {
        var notes = article.Annotations;
        var text = article.Article.Text;
        var starts = new Dictionary<int, int>(notes.Tokens.Length);
        for (var i = 0; i < notes.Tokens.Length; i++) starts[notes.Tokens[i].Span.Start] = i;
        foreach (var mention in notes.Mentions)
        {
            if (mention.Kind != EntityKind.Person || !starts.TryGetValue(mention.Span.Start, out var at)) continue;
            for (var i = at; i >= Math.Max(0, at - 2) && i < notes.Tokens.Length; i--)
            {
                var word = notes.Tokens[i].Span.Slice(text).ToLowerInvariant();
                if (HeadLexicon.Of(word) is not { Class: "official" }) continue;
                var person = Person(mention.Entity);
                officials.Add(person);
                Count("/" + word, person);
                if (i > 0 && notes.Mentions.FirstOrDefault(m => m.Span.End <= notes.Tokens[i].Span.Start && m.Span.End >= notes.Tokens[i].Span.Start - 3)?.Entity is { } nation) Count(nation + "/" + word, person);
                break;
            }
        }
    }

    private void Count(string key, string person)
    {
        if (!titles.TryGetValue(key, out var bearers)) titles[key] = bearers = new Dictionary<string, int>(StringComparer.Ordinal);
        bearers[person] = bearers.GetValueOrDefault(person) + 1;
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
