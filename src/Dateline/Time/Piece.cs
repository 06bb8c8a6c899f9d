namespace Dateline.Time;

internal enum PieceKind
{
    Word,
    Digits,
    Sign,
}

/// <summary>The smallest part that a time or number pattern sees: a run of letters, a run of digits, or one sign. Finer than a token, so that "mid-January", "20th" and "3pm" need no care.</summary>
/// <param name="Lower">Lower case; curly apostrophes and quotes made straight, dashes of a range made "-", the long dash "--".</param>
/// <param name="Capital">Starts with a capital letter.</param>
/// <param name="Glued">No white space before it.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, string Lower, bool Capital, bool Glued)
{
    public bool Is(string lower) => string.Equals(Lower, lower, StringComparison.Ordinal);

    /// <summary>The pieces of one stretch of text; offsets count in the whole text.</summary>
    public static Piece[] Read(string text, TextSpan span)
    {
        var pieces = new List<Piece>(span.Length / 5 + 4);
        var glued = false;
        for (var i = span.Start; i < span.End;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                glued = false;
                i++;
                continue;
            }

            var start = i;
            PieceKind kind;
            string lower;
            if (char.IsAsciiDigit(c))
            {
                while (i < span.End && char.IsAsciiDigit(text[i])) i++;
                kind = PieceKind.Digits;
                lower = text[start..i];
            }
            else if (char.IsLetter(c))
            {
                while (i < span.End && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark)) i++;
                kind = PieceKind.Word;
                lower = text[start..i].ToLowerInvariant();
            }
            else
            {
                i++;
                kind = PieceKind.Sign;
                lower = Sign(c);
                if (lower == "'" && (glued || start == span.Start) && i < span.End && text[i] is 's' or 'S' && (i + 1 == span.End || !char.IsLetter(text[i + 1])))
                {
                    i++;
                    lower = "'s";
                }
                else if (lower == "-" && i < span.End && text[i] == '-')
                {
                    i++;
                    lower = "--";
                }
            }

            pieces.Add(new Piece(start, i, kind, lower, char.IsUpper(c), glued));
            glued = true;
        }

        return [.. pieces];
    }

    private static string Sign(char c) => c switch
    {
        '’' or '‘' or '\'' or '`' => "'",
        '“' or '”' => "\"",
        '-' or '–' or '‐' or '‑' or '−' => "-",
        '—' => "--",
        ',' => ",",
        '.' => ".",
        ':' => ":",
        '/' => "/",
        '%' => "%",
        '$' => "$",
        _ => c.ToString(),
    };
}
