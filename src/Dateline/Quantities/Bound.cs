namespace Dateline.Quantities;

/// <summary>A comparator as a value of a table.</summary>
internal sealed record Bound(Comparator Comparator)
{
    private static readonly Lazy<(PhraseTable<Bound> Before, PhraseTable<Bound> After)> Lexicon = new(Load);

    public static PhraseTable<Bound> Before => Lexicon.Value.Before;

    public static PhraseTable<Bound> After => Lexicon.Value.After;

    private static (PhraseTable<Bound> Before, PhraseTable<Bound> After) Load()
    {
        PhraseTable<Bound> before = new(), after = new();
        foreach (var row in Resources.Rows("lexicon/comparators.tsv"))
        {
            var bound = new Bound(row[2] switch
            {
                "more-than" => Comparator.MoreThan,
                "at-least" => Comparator.AtLeast,
                "at-most" => Comparator.AtMost,
                "less-than" => Comparator.LessThan,
                "about" => Comparator.About,
                _ => Comparator.Exact,
            });
            (row[1] == "before" ? before : after).Add(row[0], bound);
        }

        return (before, after);
    }
}
