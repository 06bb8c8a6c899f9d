using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>The tokens of an article as the rules see them: lower-case words, their class and part of speech. Indices are token indices.</summary>
internal sealed class Words
{
    private readonly Analysis analysis;
    private readonly string[] lower;
    private readonly WordClass[] classes;
    private readonly int[] sentenceOf;
    private Subtrees? subtrees;

    public Words(Analysis analysis)
    {
        this.analysis = analysis;
        lower = new string[analysis.Tokens.Length];
        classes = new WordClass[lower.Length];
        sentenceOf = new int[lower.Length];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = analysis.Word(i).ToLowerInvariant().Replace('’', '\'');
            classes[i] = WordClasses.Of(lower[i]);
        }

        for (var s = 0; s < analysis.Sentences.Length; s++)
        {
            var sentence = analysis.Sentences[s];
            Array.Fill(sentenceOf, s, sentence.FirstToken, sentence.TokenCount);
        }
    }

    /// <summary>By the dependency parse; made on first use, for not every pass over an article asks.</summary>
    public Subtrees Subtrees => subtrees ??= new Subtrees(analysis.Tokens);

    public int Count => lower.Length;

    public string Text => analysis.Text;

    public ImmutableArray<Sentence> Sentences => analysis.Sentences;

    public Analysis Analysis => analysis;

    public string Lower(int token) => lower[token];

    public TextSpan Span(int token) => analysis.Tokens[token].Span;

    public int SentenceOf(int token) => sentenceOf[token];

    public char First(int token) => Text[Span(token).Start];

    public bool Is(int token, WordClass word) => (classes[token] & word) != 0;

    public bool Is(int token, string word) => string.Equals(lower[token], word, StringComparison.Ordinal);

    public bool IsCapital(int token) => char.IsUpper(First(token));

    public bool IsMark(int token) => !char.IsLetterOrDigit(First(token)) && lower[token] is not ("'s" or "n't" or "'re" or "'ve" or "'d" or "'ll" or "'m");

    public bool IsWord(int token) => char.IsLetter(First(token));

    public bool IsNumber(int token) => char.IsDigit(First(token));

    public bool IsOpeningOfSentence(int token) => token == Sentences[sentenceOf[token]].FirstToken;

    /// <summary>The universal part of speech; guessed from the closed classes and the word's shape where no tagger ran.</summary>
    public string Tag(int token)
    {
        if (analysis.Tokens[token].Tag is { } tag) return tag;
        if (IsMark(token)) return "PUNCT";
        if (IsNumber(token)) return "NUM";
        var word = classes[token];
        if ((word & (WordClass.Auxiliary | WordClass.Modal)) != 0) return "AUX";
        if ((word & (WordClass.Determiner | WordClass.Possessive)) != 0) return "DET";
        if ((word & WordClass.Pronoun) != 0) return "PRON";
        if ((word & WordClass.Preposition) != 0) return "ADP";
        if ((word & WordClass.Subordinator) != 0) return "SCONJ";
        if ((word & WordClass.Conjunction) != 0) return "CCONJ";
        if ((word & WordClass.Negation) != 0) return "PART";
        if ((word & WordClass.Adverb) != 0) return "ADV";
        if (IsCapital(token) && !IsOpeningOfSentence(token)) return "PROPN";
        if (lower[token].Length > 4 && lower[token].EndsWith("ly", StringComparison.Ordinal)) return "ADV";
        if (lower[token].Length > 4 && (lower[token].EndsWith("ed", StringComparison.Ordinal) || lower[token].EndsWith("ing", StringComparison.Ordinal))) return "VERB";
        return Cues.IsSpeaking(lower[token]) && !FollowsNominalWord(token) ? "VERB" : IsCapital(token) ? "PROPN" : "NOUN";
    }

    public bool IsNominal(int token) => Tag(token) is "NOUN" or "PROPN" or "PRON" or "NUM" || lower[token] is "'s" or "'" && token > 0;

    /// <summary>A verb that can carry a clause: past, present or modal, as far as a tagger told.</summary>
    public bool IsFinite(int token) =>
        analysis.FineTags.IsDefaultOrEmpty ? Tag(token) == "AUX" : analysis.FineTags[token] is "VBD" or "VBZ" or "VBP" or "MD";

    public bool IsVerb(int token) => Tag(token) is "VERB" or "AUX";

    /// <summary>The characters from the first to the last token of [first, end).</summary>
    public TextSpan Cover(int first, int end) => new(Span(first).Start, Span(end - 1).End);

    private bool FollowsNominalWord(int token) =>
        token > 0 && !IsOpeningOfSentence(token) && Is(token - 1, WordClass.Determiner | WordClass.Possessive | WordClass.Preposition);
}
