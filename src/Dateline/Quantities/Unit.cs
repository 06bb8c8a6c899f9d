using System.Globalization;

namespace Dateline.Quantities;

/// <summary>A unit of lexicon/units.tsv. The factor multiplies the number: a cent is 0.01 USD.</summary>
internal sealed record Unit(string Name, string Kind, decimal Factor)
{
    private static readonly Lazy<(PhraseTable<Unit> Signs, PhraseTable<Unit> Words)> Lexicon = new(Load);

    /// <summary>Signs and codes of money that may stand before a number: "$", "US$", "EUR".</summary>
    public static PhraseTable<Unit> Signs => Lexicon.Value.Signs;

    /// <summary>What may stand after a number, signs of money included.</summary>
    public static PhraseTable<Unit> Words => Lexicon.Value.Words;

    private static (PhraseTable<Unit> Signs, PhraseTable<Unit> Words) Load()
    {
        PhraseTable<Unit> signs = new(), words = new();
        foreach (var row in Resources.Rows("lexicon/units.tsv"))
        {
            var unit = new Unit(row[1], row[2], decimal.Parse(row[3], CultureInfo.InvariantCulture));
            if (unit.Kind == "money-sign") signs.Add(row[0], unit);
            words.Add(row[0], unit);
        }

        return (signs, words);
    }
}
