using System.Collections.Frozen;
using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>Who holds a claim: the source of the innermost statement around it that can speak; never a pronoun, never a thing.</summary>
internal sealed class Holders(AnnotatedArticle article)
{
    private const int LongestName = 60; // characters; what is longer tells more than who

    private static readonly FrozenSet<string> Pronouns = FrozenSet.ToFrozenSet(
        ["he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "some", "many", "others", "him", "her", "them", "us", "me", "these", "those", "you", "one", "all", "both", "what", "neither", "everyone", "someone", "nobody", "most", "several", "another", "more", "there", "few", "any", "none", "anyone", "somebody", "people who"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ProtestNouns = FrozenSet.ToFrozenSet(["protest", "demonstration", "rally", "march", "uprising", "crowd"], StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<string>> Speakers = new(() => Resources.Rows("lexicon/holders.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> Telling = new(() => Resources.Rows("lexicon/cue-nouns.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    private readonly ImmutableArray<Statement> statements = article.Annotations.Statements;

    private readonly string text = article.Article.Text;

    /// <summary>The innermost statement that holds the predicate, in its content or as its cue.</summary>
    /// <param name="deed">True where the predicate is what somebody does: then it is no cue of his, "the army's refusal to act".</param>
    public Statement? StatementAt(TextSpan predicate, bool deed = false) => Around(predicate, deed).FirstOrDefault(s => s.OutletVoice || Name(s) is not null) ?? Around(predicate, deed).FirstOrDefault() ?? Across(predicate);

    /// <summary>"denied the charges": the verb is the cue and its object the content; "stepped up their criticism of": the cue is only a part.</summary>
    private Statement? Across(TextSpan predicate) => statements.FirstOrDefault(s => s.Cue.Any(c => c.Start <= predicate.Start && c.End > predicate.Start) && s.Content.Any(c => c.Start < predicate.End && c.End >= predicate.End))
        ?? statements.FirstOrDefault(s => s.Cue.Any(c => c.Overlaps(predicate)));

    // "neither has confirmed it" is the outlet's word, not theirs
    public string Of(Statement statement, TextSpan predicate, bool negated)
    {
        if (statement.OutletVoice || (negated && statement.Cue.Any(c => c.Contains(predicate)))) return "outlet";
        // what pictures show and figures suggest is the outlet's reading of them
        return Name(statement) ?? (statement.Source.Text.Length > 2 && !IsPronoun(statement.Source.Text) ? "outlet" : "unnamed source");
    }

    /// <summary>"Tens of thousands" who want somebody gone are protesters.</summary>
    public static string Crowd(string holder) => holder[(holder.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "thousands" or "hundreds" or "dozens" ? "protesters" : holder;

    /// <summary>Who wants what the outlet says is wanted: "crowds calling for his exit"; of a protest, the protesters.</summary>
    public static string? Wanting(string subject, string words) => ProtestNouns.Contains(subject) ? "protesters" : CanSpeak(subject) ? Short(words) : null;

    public static bool IsPronoun(string words) => Pronouns.Contains(words);

    /// <summary>True for words whose nouns the lexicons know: "residents", "opposition activists".</summary>
    public static bool IsCommon(string words) => words.Split(' ').Any(w => CanSpeak(w.ToLowerInvariant()) || CanSpeak(w.TrimEnd('s').ToLowerInvariant()) || (w.EndsWith("ies", StringComparison.Ordinal) && CanSpeak(w[..^3].ToLowerInvariant() + "y")) || (w.EndsWith("es", StringComparison.Ordinal) && CanSpeak(w[..^2].ToLowerInvariant())));

    /// <summary>True for a noun that speaks and acts: "the company", "the bank"; a report and a statement only tell.</summary>
    public static bool IsBody(string noun) => Speakers.Value.Contains(noun) && !Telling.Value.Contains(noun);

    // "it tells me that ..." inside a quotation is the word of whoever is quoted
    private bool IsToldByIt(Statement statement) => statement.Source.Text is "it" or "It" or "this" or "This" or "that" or "That" or "which"
        && statement.Cue.Any(c => statements.Any(s => s != statement && s.IsSaying && !s.OutletVoice && s.Manner == Manner.Direct && s.Content.Any(o => o.Contains(c))));

    private IEnumerable<Statement> Around(TextSpan predicate, bool deed) =>
        // who attacks somebody or orders something does not say what is told of it
        statements.Where(s => s.Rule is not ("stance.attack" or PassiveCues.Held or InfinitiveCues.Rule) && !IsToldByIt(s) && (s.Content.Any(c => c.Contains(predicate)) || (s.Rule != "stance.order" && (s.IsSaying || !deed) && s.Cue.Any(c => c.Contains(predicate)))))
            .OrderBy(s => s.OutletVoice).ThenBy(s => s.Source.Text is "reports" or "report" or "information" or "rumors" or "rumours") // "state television said there were reports that ..."
            .ThenBy(s => !s.IsSaying && IsPronoun(s.Source.Text)).ThenBy(s => s.ContentCover.Length);

    private string? Name(Statement statement)
    {
        // "Russia and China": the entity is only one of them
        var both = statement.Source.Text.Contains(" and ", StringComparison.Ordinal) && statement.Source.Entity is { Length: > 2 } one && statement.Source.Text.Contains(one, StringComparison.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)[both ? statement.Source.Text : statement.Source.Entity ?? "", statement.Source.Text])
            if (name.Length > 2 && !IsPronoun(name) && CanSpeak(statement.Source, name)) return Short(name);
        return null;
    }

    /// <summary>A name can; of common nouns, people, offices, forces and those of the lexicon.</summary>
    private bool CanSpeak(Source source, string name)
    {
        if (article.Annotations.Mentions.Any(m => m.Entity == name && m.Kind is not (EntityKind.Event or EntityKind.Other))) return true;
        if (source.Spans.Any(s => article.Annotations.Mentions.Any(m => s.Contains(m.Span) && m.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Agency or EntityKind.Outlet or EntityKind.GovernmentBody || (s.Contains(m.Span) && m.Span.End == s.End && m.Kind == EntityKind.Place && Gazetteer.Find(m.Entity) is { Country.Length: > 0 })))) return true;
        var words = Short(name).Split(' ');
        if (words[0].ToLowerInvariant() is "what" or "how" or "why" or "where" or "when" or "whether") return false; // "what role the military": a question, not a speaker
        if (words.Length > 1 && words.All(w => w.Length > 0 && char.IsUpper(w[0]))) return true; // a full name
        var end = Array.FindIndex(words, w => w is "of" or "in" or "from" or "at" or "with" or "for" or "to" or "on");
        var nouns = end > 0 ? words[..end] : words;
        return nouns.Any(w => CanSpeak(w.ToLowerInvariant()) || CanSpeak(w.TrimEnd('s', '’', '\'').ToLowerInvariant()) || (w.EndsWith("es", StringComparison.Ordinal) && CanSpeak(w[..^2].ToLowerInvariant())));
    }

    private static bool CanSpeak(string noun) =>
        Speakers.Value.Contains(noun) || HeadLexicon.Of(noun) is { Parent: "person" or "official" or "force" };

    // "one man, who spoke on condition that ..." is one man
    private static string Short(string name)
    {
        foreach (var opening in (ReadOnlySpan<string>)[", who", " who ", ", which", ", a ", ", the ", ", with ", ", in ", ", including ", " (", " - ", " — "])
            if (name.IndexOf(opening, StringComparison.Ordinal) is > 2 and var cut) name = name[..cut];
        return name.Length > LongestName && name.IndexOf(',', StringComparison.Ordinal) is > 2 and var comma ? name[..comma] : name.TrimEnd(',', ' ');
    }
}
