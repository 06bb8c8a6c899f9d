using System.Globalization;

namespace Dateline.Quantities;

/// <summary>lexicon/number-words.tsv by kind.</summary>
internal sealed record NumberWords(
    Dictionary<string, decimal> Units,
    Dictionary<string, decimal> Tens,
    Dictionary<string, decimal> Scales,
    Dictionary<string, decimal> Ordinals,
    Dictionary<string, decimal> Fractions)
{
    private static readonly Lazy<NumberWords> Lexicon = new(Load);

    public static NumberWords All => Lexicon.Value;

    private static NumberWords Load()
    {
        var words = new NumberWords(new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var row in Resources.Rows("lexicon/number-words.tsv"))
        {
            var kind = row[1] switch
            {
                "unit" => words.Units,
                "ten" => words.Tens,
                "scale" => words.Scales,
                "ordinal" => words.Ordinals,
                _ => words.Fractions,
            };
            kind[row[0]] = decimal.Parse(row[2], CultureInfo.InvariantCulture);
        }

        return words;
    }
}
