using System.Collections.Immutable;
using Dateline.Annotation;

namespace Dateline.Tracks;

/// <summary>Noun phrases by parts of speech, and the themes that they name.</summary>
internal sealed class NounPhrases(AnnotatedArticle article)
{
    private const int PronounReach = 60; // tokens: about two sentences back

    private readonly ImmutableArray<Token> tokens = article.Annotations.Tokens;
    private readonly string text = article.Article.Text;

    /// <summary>The heads of noun phrases in a range of tokens: the last noun of each run of nouns, and pronouns.</summary>
    public IEnumerable<int> Heads(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (article.Annotations.Timexes.Any(t => t.Span.Contains(tokens[i].Span))) continue; // "on Tuesday" is when, not what
            if (tokens[i].Tag == "PRON" && IsPersonal(tokens[i].Lemma)) yield return i;
            else if (tokens[i].Tag is "NOUN" or "PROPN" && (i + 1 >= end || tokens[i + 1].Tag is not ("NOUN" or "PROPN"))) yield return i;
        }
    }

    /// <summary>The theme that a head names, with the names that belong to it; pronouns look back for the last head that fits.</summary>
    /// <param name="owner">Whom "its" and "their" before the head mean; -1 where nobody.</param>
    public Theme ThemeOf(int head, string needs, int owner = -1)
    {
        if (tokens[head].Tag == "PRON")
        {
            for (var i = head - 1; i >= Math.Max(0, head - PronounReach); i--)
                if (tokens[i].Tag is "NOUN" or "PROPN" && Fits(i, needs) && (tokens[head].Lemma is "they" or "them") == IsPlural(i)) return ThemeOf(i, needs);
            return Theme.Unknown;
        }

        var first = FirstOf(head);
        var names = NamesIn(new TextSpan(tokens[first].Span.Start, tokens[head].Span.End)).ToList();
        // "members of the security forces", "territory in the Kursk region": the first name of such a phrase belongs to the head
        if (head + 1 < tokens.Length && tokens[head + 1].Lemma is "of" or "in" or "from")
            names.AddRange(NamesIn(new TextSpan(tokens[head + 1].Span.Start, tokens[Math.Min(head + 5, tokens.Length - 1)].Span.End)).Take(1));
        if (owner >= 0 && first > 0 && tokens[first - 1].Lemma is "its" or "their" or "his" or "her") names.AddRange(NamesIn(tokens[owner].Span));
        return new Theme(
            Label(head, first), ClassOf(head), [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            IsPlural(head), tokens[head].Tag == "PROPN");
    }

    /// <summary>True when the head may be what an aspect asks for.</summary>
    public bool Fits(int head, string needs)
    {
        if (tokens[head].Tag == "PRON") return needs != "place" && (needs != "any" || tokens[head].Lemma is "they" or "it" or "them");
        if (needs == "any") return true;
        if (HeadLexicon.Of(tokens[head].Lemma) is { } known) return known.Parent == needs || (needs is "anyone" && known.Parent is "person" or "force" or "official") || (needs == "person" && known.Parent == "official");
        return MentionAt(head) is { } mention
            && (needs, mention.Kind) is ("place", EntityKind.Place or EntityKind.Facility) or ("person" or "anyone" or "official", EntityKind.Person) or ("force" or "anyone", EntityKind.ArmedForce);
    }

    /// <summary>The name of who or what a head names, canonical where a lexicon or the page knows it; null for a pronoun that nothing fits.</summary>
    public string? NameOf(int head)
    {
        if (MentionAt(head) is { Kind: not EntityKind.Other } mention) return Canonical(mention);
        var theme = ThemeOf(head, "any");
        if (theme.Entities.Length > 0) return theme.Entities[0] + (theme.Head is { } known ? " " + known.Plural : "");
        return tokens[head].Tag == "PRON" || theme.Label.Length == 0 ? null : theme.Label.ToLowerInvariant();
    }

    // "members of the security forces" are forces
    private HeadClass? ClassOf(int head)
    {
        var own = HeadLexicon.Of(tokens[head].Lemma);
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

    private Mention? MentionAt(int token) => article.Annotations.Mentions.FirstOrDefault(m => m.Span.Overlaps(tokens[token].Span));

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
        while (first > 0 && tokens[first - 1].Tag is "NOUN" or "PROPN" or "ADJ" or "NUM" && Touches(first)) first--;
        if (tokens[head].Tag != "PROPN" || MentionAt(head) is not { } mention) return first;
        while (first < head && tokens[first].Span.Start < mention.Span.Start && tokens[first].Tag == "PROPN") first++;
        return first;
    }

    // the head with its naming modifiers, without numbers and plain adjectives: "North Korean troops"
    private string Label(int head, int first)
    {
        while (first < head && (tokens[first].Tag == "NUM" || !char.IsLetter(text[tokens[first].Span.Start]) || (tokens[first].Tag == "ADJ" && !char.IsUpper(text[tokens[first].Span.Start])))) first++;
        var label = text[tokens[first].Span.Start..tokens[head].Span.End];
        // capitals of a sentence's beginning are not a name's
        return MentionAt(first) is null && tokens[first].Tag != "PROPN" ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }

    private static bool IsPersonal(string lemma) => lemma is "he" or "she" or "it" or "they" or "him" or "her" or "them" or "we" or "us" or "i";
}
