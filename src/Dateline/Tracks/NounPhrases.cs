using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>Noun phrases by parts of speech, and the themes that they name.</summary>
internal sealed class NounPhrases(AnnotatedArticle article, Grammar grammar)
{
    private const int PronounReach = 60; // tokens: about two sentences back

    private readonly ImmutableArray<Token> tokens = article.Annotations.Tokens;
    private readonly string text = article.Article.Text;

    /// <summary>The heads of noun phrases in a range of tokens: the last noun of each run of nouns, and pronouns.</summary>
    public IEnumerable<int> Heads(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsTime(i)) continue;
            if (tokens[i].Tag == "PRON" && tokens[i].Relation != "nmod:poss" && IsPersonal(tokens[i].Lemma)) yield return i;
            else if (tokens[i].Tag is "NOUN" or "PROPN" && (i + 1 >= end || tokens[i + 1].Tag is not ("NOUN" or "PROPN"))) yield return i;
        }
    }

    /// <summary>The theme that a head names, with the names that belong to it; pronouns look back for the last head that fits.</summary>
    /// <param name="owner">Whom "its" and "their" before the head mean; -1 where nobody.</param>
    public Theme ThemeOf(int head, string needs, int owner = -1)
    {
        if (IsThose(head)) return new Theme("people", HeadLexicon.Of("people"), [], Plural: true, Proper: false, null);
        if (tokens[head].Tag is "PRON" or "DET") return Meant(head, needs) is { } meant ? meant : Theme.Unknown;
        head = Titled(head);
        var first = FirstOf(head);
        var names = NamesIn(new TextSpan(tokens[first].Span.Start, tokens[head].Span.End)).ToList();
        if (needs == "person" && IsTown(head)) return new Theme("people", HeadLexicon.Of("people"), [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], Plural: true, Proper: false); // "the town has become a ghost town": its people
        // "members of the security forces", "territory in the Kursk region": the first name of such a phrase belongs to the head
        if (head + 1 < tokens.Length && tokens[head + 1].Lemma is "of" or "in" or "from")
            names.AddRange(NamesIn(new TextSpan(tokens[head + 1].Span.Start, tokens[Math.Min(head + 5, tokens.Length - 1)].Span.End)).Take(1));
        if (owner >= 0 && first > 0 && tokens[first - 1].Lemma is "its" or "their" or "his" or "her") names.AddRange(NamesIn(tokens[owner].Span));
        return new Theme(
            MentionAt(head) is { } mention && (mention.Kind == EntityKind.Person || (mention.Kind == EntityKind.Place && mention.Span.End > tokens[head].Span.End)) ? mention.Span.Slice(text) : Label(head, first), ClassOf(head), [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsPlural(head), tokens[head].Tag == "PROPN", MentionAt(head)?.Kind);
    }

    /// <summary>"Those who stayed": people, whoever was named before.</summary>
    private bool IsThose(int head) => tokens[head].Span.Slice(text).Equals("those", StringComparison.OrdinalIgnoreCase) && grammar.Child(head, "acl:relcl") is { } clause && grammar.Child(clause, "nsubj", "nsubj:pass") is { } who && tokens[who].Lemma.Equals("who", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whom a pronoun means: the speaker for "I", the last person named for "he", the last plural that fits for "they".</summary>
    private Theme? Meant(int pronoun, string needs)
    {
        var lemma = tokens[pronoun].Span.Slice(text).ToLowerInvariant();
        if (lemma is "i" or "me" or "my" or "we" or "us" or "our")
            return needs != "force" && Speaker(pronoun) is { } speaker ? new Theme(speaker, null, [speaker], Proper: true, Kind: EntityKind.Person) : null;
        if (lemma is "he" or "him" or "his" or "she" or "her")
        {
            var quoted = article.Annotations.Statements.FirstOrDefault(s => s.Manner == Manner.Direct && s.Content.Any(c => c.Contains(tokens[pronoun].Span)))?.Source.Entity;
            for (var i = pronoun - 1; i >= Math.Max(0, pronoun - PronounReach); i--)
            {
                if (MentionAt(i) is { Kind: EntityKind.Person } person && Canonical(person) != quoted && !IsOwner(i)) return ThemeOf(i, needs);
                if (tokens[i].Tag == "NOUN" && HeadLexicon.Of(tokens[i].Lemma) is { Parent: "official" or "person" } && !IsPlural(i) && tokens[i].Relation is "nsubj" or "nsubj:pass" && MentionAt(i) is null && tokens[i].Span.Start < article.Annotations.Tokens[pronoun].Span.Start && needs is "official" or "anyone" or "person") return ThemeOf(i, needs);
            }

            return null;
        }

        for (var i = pronoun - 1; i >= Math.Max(0, pronoun - PronounReach); i--)
            if (tokens[i].Tag is "NOUN" or "PROPN" && Fits(i, needs) && IsPluralPronoun(lemma) == IsPlural(i) && tokens[i].Relation is not "compound") return ThemeOf(i, needs);
        return null;
    }

    private string? Speaker(int token) => article.Annotations.Statements
        .Where(s => s.IsSaying && !s.OutletVoice && s.Content.Any(c => c.Contains(tokens[token].Span))).OrderBy(s => s.ContentCover.Length).Select(s => s.Source.Entity).FirstOrDefault(e => e is { Length: > 2 } && !Holders.IsPronoun(e));

    private bool IsOwner(int token) => tokens[token].Relation == "nmod:poss" && grammar.Child(token, "case") is not null;

    /// <summary>True for a word of a date or a time: "on Tuesday" is when, not what.</summary>
    public bool IsTime(int token) => article.Annotations.Timexes.Any(t => t.Span.Contains(tokens[token].Span));

    /// <summary>True when the head may be what an aspect asks for.</summary>
    public bool Fits(int head, string needs)
    {
        if (IsThose(head)) return needs is "any" or "person" or "anyone" or "crowd" or "target";
        if (tokens[head].Tag == "PRON") return needs != "place" && (needs != "any" || tokens[head].Lemma is "they" or "it" or "them") && (needs is not ("official" or "person" or "anyone") || tokens[head].Lemma != "it");
        if (needs == "any") return true;
        if (HeadAt(head) is { } known) return known.Parent == needs || known.Class == needs || (needs == "resolution" && known.Class == "proposal") || (needs == "target" && known.Parent is "person" or "force" or "official" or "place" || known.Class is "farmland" or "vessel" or "vehicle") || (needs == "event" && known.Class is "disease" or "calamity" or "victim" or "leak") || (needs == "spreading" && (known.Class is "disease" or "violence" or "calamity" || tokens[head].Lemma is "fire" or "blaze" or "strike" or "protest" or "demonstration")) || (needs == "crowd" && known.Parent == "person" && (tokens[head].Tag == "NOUN" || MentionAt(head) is null)) || (needs is "anyone" && known.Parent is "person" or "force" or "official") || (needs == "person" && known.Parent == "official");
        return MentionAt(head) is { } mention
            && (needs, mention.Kind) is ("place", EntityKind.Place or EntityKind.Facility) or ("person" or "anyone" or "official", EntityKind.Person) or ("person" or "anyone", EntityKind.Demonym) or ("force" or "anyone", EntityKind.ArmedForce)
            or ("target", not (EntityKind.Other or EntityKind.Event or EntityKind.Outlet or EntityKind.Agency));
    }

    /// <summary>The name of who or what a head names, canonical where a lexicon or the page knows it; null for a pronoun that nothing fits.</summary>
    /// <param name="least">The first token that may belong to it.</param>
    public string? NameOf(int head, int least = 0)
    {
        head = Titled(head);
        if (MentionAt(head) is { Kind: not EntityKind.Other } mention) return Canonical(mention);
        if (tokens[head].Tag == "PRON") return Meant(head, "any") is { Label.Length: > 0 } meant ? meant.Label : null;
        var theme = ThemeOf(head, "any");
        if (tokens[head].Tag == "PROPN" && theme.Entities.Length > 0) return theme.Entities[0];
        // "armed gangs": what kind of gangs is the answer; "members of the police": so is whose
        var from = Math.Max(least, FirstOf(head));
        while (from < head && (tokens[from].Tag == "NUM" || !char.IsLetter(text[tokens[from].Span.Start]) || IsTime(from))) from++;
        var label = text[tokens[from].Span.Start..tokens[head].Span.End];
        return theme.Label.Length == 0 ? null : char.IsUpper(label[0]) && tokens[from].Tag != "PROPN" && MentionAt(from) is null && !(label.Length > 1 && char.IsUpper(label[1])) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    /// <summary>"Opposition leader Ada Lune": the person, where the tree hangs the name on the title.</summary>
    private int Titled(int head) => tokens[head].Tag is "NOUN" or "PROPN" && MentionAt(head) is null && grammar.Child(head, "flat") is { } name && MentionAt(name) is { Kind: EntityKind.Person } ? name : head;

    /// <summary>A place that stands for no government does nothing: neither a town nor a province.</summary>
    public bool IsTown(int head) => MentionAt(head) is { Kind: EntityKind.Place or EntityKind.Facility } place && Gazetteer.Find(place.Entity) is not { Speaks: true };

    /// <summary>The class of a noun; "Tanks" and "Cholera" that open a report are taken for names, and are none.</summary>
    public HeadClass? HeadAt(int token)
    {
        var lemma = tokens[token].Lemma;
        if (HeadLexicon.Of(lemma) is { } known) return known;
        if (tokens[token].Tag != "PROPN" || lemma.Length <= 4 || !char.IsUpper(lemma[0]) || MentionAt(token) is not null) return null;
        return (lemma[^1] == 's' ? HeadLexicon.Of(lemma[..^1].ToLowerInvariant()) : null) ?? (token == 0 || text[tokens[token].Span.Start - 1] == '\n' || tokens[token - 1].Tag == "PUNCT" ? HeadLexicon.Of(lemma.ToLowerInvariant()) : null);
    }

    // "members of the security forces" are forces
    private HeadClass? ClassOf(int head)
    {
        var own = HeadAt(head);
        if (own is null && MentionAt(head)?.Kind == EntityKind.Demonym) return HeadLexicon.Of("people"); // "the flight of the Lorranians"
        if (own is null or { Class: "service" } && head > 0 && tokens[head].Lemma is "service" or "agency" or "apparatus" && tokens[head - 1].Lemma is "security" or "secret" or "intelligence") return HeadLexicon.Of("police"); // "the security services"
        // "armed groups", "armed men", "terrorist organisations"
        if (own?.Parent != "force" && head > 0 && tokens[head].Tag == "NOUN" && tokens[head - 1].Lemma is "armed" or "terrorist" or "militant" or "rebel" or "radical" or "extremist" or "insurgent") return HeadLexicon.Of("gunman");
        if (own?.Class != "member" || head + 1 >= tokens.Length || tokens[head + 1].Lemma != "of") return own;
        for (var i = head + 2; i < Math.Min(head + 6, tokens.Length); i++)
            if (HeadLexicon.Of(tokens[i].Lemma) is { } inner) return inner;
        return own;
    }

    // "as of February Ukraine holds": a date that runs into a name is none of it
    private string Canonical(Mention mention)
    {
        var date = article.Annotations.Timexes.FirstOrDefault(t => t.Span.Contains(mention.Span.Start) && t.Span.End < mention.Span.End);
        var name = date is null ? mention.Entity : new TextSpan(date.Span.End, mention.Span.End).Trim(text).Slice(text);
        return EntityNames.Canonical(name) ?? name;
    }

    public Mention? MentionAt(int token) => article.Annotations.Mentions.FirstOrDefault(m => m.Span.Overlaps(tokens[token].Span));

    private IEnumerable<string> NamesIn(TextSpan span) => article.Annotations.Mentions.Where(m => m.Span.Overlaps(span)).Select(Canonical);

    private bool IsPlural(int i)
    {
        if (tokens[i].Lemma is "people" or "police" or "personnel" or "troops") return true;
        var word = tokens[i].Span.Slice(text);
        return tokens[i].Tag != "PROPN" && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal) && word is not "news";
    }

    private bool Touches(int token) => tokens[token].Span.Start - tokens[token - 1].Span.End <= 1 && text[tokens[token].Span.Start - 1] != '\n';

    /// <summary>The first modifier of a head; a name of its own right before it ("February Ukraine") is none.</summary>
    private int FirstOf(int head)
    {
        var first = head;
        while (first > 0 && (tokens[first - 1].Tag is "NOUN" or "PROPN" or "ADJ" or "NUM" || (tokens[first - 1].Relation == "amod" && tokens[first - 1].Head == head)) && Touches(first)) first--;
        if (tokens[head].Tag != "PROPN" || MentionAt(head) is not { } mention) return first;
        while (first < head && tokens[first].Span.Start < mention.Span.Start && tokens[first].Tag == "PROPN") first++;
        return first;
    }

    // the head with its naming modifiers, without numbers and plain adjectives: "North Korean troops"
    private string Label(int head, int first)
    {
        while (first < head && (tokens[first].Tag == "NUM" || !char.IsLetter(text[tokens[first].Span.Start]) || (tokens[first].Tag is "ADJ" or "VERB" && (!char.IsUpper(text[tokens[first].Span.Start]) || MentionAt(first) is null)))) first++;
        var label = text[tokens[first].Span.Start..tokens[head].Span.End];
        // capitals of a sentence's beginning are not a name's
        return MentionAt(first) is null && !(tokens[first].Tag == "PROPN" && tokens[head].Tag == "PROPN") && !(label.Length > 1 && char.IsUpper(label[1])) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    private static bool IsPluralPronoun(string lemma) => lemma is "they" or "them" or "their" or "some" or "many" or "most" or "several" or "others" or "all" or "both" or "those" or "these";

    private static bool IsPersonal(string lemma) => lemma.ToLowerInvariant() is "he" or "she" or "it" or "they" or "him" or "her" or "them" or "we" or "us" or "i" or "his" or "their" or "its" or "my" or "our";
}
