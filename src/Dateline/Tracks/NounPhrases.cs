using System.Collections.Immutable;

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
            var tag = tokens[i].Tag;
            if (tag == "PRON" && IsPersonal(tokens[i].Lemma)) yield return i;
            else if (tag is "NOUN" or "PROPN" && (i + 1 >= end || tokens[i + 1].Tag is not ("NOUN" or "PROPN"))) yield return i;
        }
    }

    /// <summary>From the first modifier to the head: "some 10,000 North Korean troops".</summary>
    public TextSpan SpanOf(int head)
    {
        var first = head;
        while (first > 0 && tokens[first - 1].Tag is "NOUN" or "PROPN" or "ADJ" or "NUM" && Touches(first)) first--;
        return new TextSpan(tokens[first].Span.Start, tokens[head].Span.End);
    }

    /// <summary>The theme that a head names; pronouns look back for the last head of the class that is needed.</summary>
    public Theme ThemeOf(int head, string needs)
    {
        if (tokens[head].Tag == "PRON")
        {
            for (var i = head - 1; i >= Math.Max(0, head - PronounReach); i--)
                if (tokens[i].Tag is "NOUN" or "PROPN" && Fits(i, needs) && (tokens[head].Lemma is "they" or "them") == IsPlural(i)) return ThemeOf(i, needs);
            return Theme.Unknown;
        }

        var span = SpanOf(head);
        var entities = article.Annotations.Mentions.Where(m => m.Span.Overlaps(span)).Select(m => m.Entity);
        // "members of the security forces", "the army of X": the names of an of-phrase belong to the head
        if (head + 1 < tokens.Length && tokens[head + 1].Lemma == "of")
        {
            var reach = new TextSpan(tokens[head + 1].Span.Start, tokens[Math.Min(head + 5, tokens.Length - 1)].Span.End);
            entities = entities.Concat(article.Annotations.Mentions.Where(m => m.Span.Overlaps(reach)).Select(m => m.Entity).Take(1));
        }

        return new Theme(Label(head), HeadLexicon.Of(tokens[head].Lemma), [.. entities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>True when the head may be what an aspect asks for.</summary>
    public bool Fits(int head, string needs)
    {
        if (needs == "any") return tokens[head].Tag != "PRON" || tokens[head].Lemma is "they" or "it";
        if (tokens[head].Tag == "PRON") return needs != "place";
        if (HeadLexicon.Of(tokens[head].Lemma) is { } known) return known.Parent == needs || (needs == "person" && known.Parent == "force");
        var mention = article.Annotations.Mentions.FirstOrDefault(m => m.Span.Overlaps(tokens[head].Span));
        return mention is not null && (needs, mention.Kind) is ("place", EntityKind.Place or EntityKind.Facility) or ("person", EntityKind.Person) or ("force", EntityKind.ArmedForce);
    }

    private bool IsPlural(int i) => text[tokens[i].Span.End - 1] is 's' or 'S' || tokens[i].Lemma is "people" or "troops" or "police" or "personnel";

    private bool Touches(int token) => tokens[token].Span.Start - tokens[token - 1].Span.End <= 1;

    // the head with its naming adjectives, without numbers: "North Korean troops"
    private string Label(int head)
    {
        var first = head;
        while (first > 0 && tokens[first - 1].Tag is "NOUN" or "PROPN" or "ADJ" && Touches(first) && char.IsLetter(text[tokens[first - 1].Span.Start])) first--;
        while (first < head && tokens[first].Tag == "ADJ" && !char.IsUpper(text[tokens[first].Span.Start])) first++;
        return text[tokens[first].Span.Start..tokens[head].Span.End];
    }

    private static bool IsPersonal(string lemma) => lemma is "he" or "she" or "it" or "they" or "him" or "her" or "them" or "we" or "us" or "i";
}
