namespace Dateline.Language;

/// <summary>What the taggers look at in a word: hashes of its form, its edges and its shape.</summary>
internal readonly record struct WordTraits
{
    private const int Longest = 48; // letters of a word that are looked at

    public uint Form { get; private init; }

    /// <summary>Lower case, digits as 0.</summary>
    public uint Lower { get; private init; }

    public uint Prefix1 { get; private init; }

    public uint Prefix2 { get; private init; }

    public uint Prefix3 { get; private init; }

    public uint Suffix1 { get; private init; }

    public uint Suffix2 { get; private init; }

    public uint Suffix3 { get; private init; }

    public uint Suffix4 { get; private init; }

    /// <summary>"Xxx", "X.X.", "00": runs shortened to two.</summary>
    public uint Shape { get; private init; }

    /// <summary>0 lower case, 1 capitalised, 2 all capitals, 3 with a digit, 4 no letter.</summary>
    public uint Case { get; init; }

    /// <summary>Quotation marks and dashes are taken in their typewriter forms.</summary>
    public static WordTraits Of(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[Longest + 2];
        var length = Normalise(word, form);
        form = form[..length];
        Span<char> lower = stackalloc char[length];
        for (var i = 0; i < length; i++) lower[i] = char.IsAsciiDigit(form[i]) ? '0' : char.ToLowerInvariant(form[i]);
        return new WordTraits
        {
            Form = FeatureHash.Of(form),
            Lower = FeatureHash.Of(lower),
            Prefix1 = FeatureHash.Of(form[..1]),
            Prefix2 = FeatureHash.Of(lower[..Math.Min(2, length)]),
            Prefix3 = FeatureHash.Of(lower[..Math.Min(3, length)]),
            Suffix1 = FeatureHash.Of(lower[^1..]),
            Suffix2 = FeatureHash.Of(lower[^Math.Min(2, length)..]),
            Suffix3 = FeatureHash.Of(lower[^Math.Min(3, length)..]),
            Suffix4 = FeatureHash.Of(lower[^Math.Min(4, length)..]),
            Shape = ShapeOf(form),
            Case = CaseOf(form),
        };
    }

    private static int Normalise(ReadOnlySpan<char> word, Span<char> form)
    {
        var length = 0;
        foreach (var c in word[..Math.Min(word.Length, Longest)])
        {
            switch (c)
            {
                case '\u2018' or '\u2019' or '\u02bc':
                    form[length++] = '\'';
                    break;
                case '\u201c' or '\u201d' or '\u201e':
                    form[length++] = '"';
                    break;
                case '\u2010' or '\u2011' or '\u2013':
                    form[length++] = '-';
                    break;
                case '\u2014' or '\u2015' when word.Length == 1:
                    form[length++] = '-';
                    form[length++] = '-';
                    break;
                case '\u2026' when word.Length == 1:
                    "...".AsSpan().CopyTo(form);
                    length = 3;
                    break;
                default:
                    form[length++] = c;
                    break;
            }
        }

        return length;
    }

    private static uint ShapeOf(ReadOnlySpan<char> form)
    {
        Span<char> shape = stackalloc char[form.Length];
        var length = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsAsciiDigit(c) ? '0' : c;
            if (length < 2 || shape[length - 1] != kind || shape[length - 2] != kind) shape[length++] = kind;
        }

        return FeatureHash.Of(shape[..length]);
    }

    private static uint CaseOf(ReadOnlySpan<char> form)
    {
        bool upper = false, lower = false;
        foreach (var c in form)
        {
            if (char.IsAsciiDigit(c)) return 3;
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
        }

        return !upper && !lower ? 4u : !upper ? 0u : lower || form.Length == 1 ? char.IsUpper(form[0]) ? 1u : 0u : 2u;
    }
}
