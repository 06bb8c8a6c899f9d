using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>What a claim is about: a head ("troops") with the names that belong to it ("North Korea").</summary>
/// <param name="Label">The words of the page, for the question; empty where the theme is not named.</param>
/// <param name="Entities">Canonical names, in ordinal order.</param>
/// <param name="Plural">True when the label is a plural.</param>
/// <param name="Kind">What a name names, where the head is one.</param>
/// <param name="Proper">True when the label is a name, which takes no article.</param>
internal sealed record Theme(string Label, HeadClass? Head, ImmutableArray<string> Entities, bool Plural = false, bool Proper = false, EntityKind? Kind = null)
{
    public static Theme Unknown { get; } = new("", null, []);

    public bool IsUnknown => Head is null && Entities.IsEmpty && Label.Length == 0;
}

/// <summary>One clause that says something about a theme, with whoever holds it.</summary>
/// <param name="Quote">The clause.</param>
/// <param name="Predicate">The words that say it.</param>
/// <param name="Value">Short and canonical; of a quantity, <see cref="Amount.Canonical"/>.</param>
/// <param name="Agent">Who does it, where the theme is another.</param>
/// <param name="Places">Canonical names of the places in the clause.</param>
/// <param name="Background">True when it only restates what was before: it stands in the track, but turns nothing.</param>
/// <param name="Order">Position in the article: sentence number; -1 in a notice.</param>
/// <param name="Retracted">True when a notice of the page says that this was told wrongly.</param>
internal sealed record Claim(
    AnnotatedArticle In,
    TextSpan Quote,
    TextSpan Predicate,
    Aspect Aspect,
    string Value,
    Amount? Amount,
    Theme Theme,
    Theme? Agent,
    Mood Mood,
    ImmutableArray<string> Places,
    string Holder,
    Statement Statement,
    UncertainDate Time,
    bool Background,
    int Order,
    bool Retracted = false)
{
    /// <summary>The value of a claim that nobody knows who or what it was.</summary>
    public const string Unknown = "unknown";

    /// <summary>The value without its mood: what is planned and what is done are one answer.</summary>
    public string Bare => Amount is null && Value.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? Value[(colon + 2)..] : Value;

    /// <summary>True when the page itself says that it was said before: "he had previously said".</summary>
    public bool IsRetold => Statement.Cue.Any(c => c.Slice(In.Article.Text) is var said && (said.StartsWith("had ", StringComparison.Ordinal) || said.Contains("previously", StringComparison.Ordinal) || said.Contains("earlier", StringComparison.Ordinal) || said.Contains("initially", StringComparison.Ordinal)));

    public string Text => Quote.Slice(In.Article.Text);
}
