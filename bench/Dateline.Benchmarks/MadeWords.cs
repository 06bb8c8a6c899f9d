using System.Globalization;

namespace Dateline.Benchmarks;

/// <summary>The words, names and outlets of the made ledger, from a fixed sequence of numbers.</summary>
internal sealed class MadeWords
{
    private const int Vocabulary = 40_000;
    private const int Outlets = 400;
    private const int Agencies = 12;
    private static readonly string[] Frequent = ["the", "of", "to", "and", "a", "in", "on", "for", "was", "that", "with", "by", "at", "from", "had", "were", "after", "their", "would", "people"];
    private static readonly string[] Syllables = ["ba", "re", "lo", "mi", "tan", "dor", "vel", "kes", "ru", "sha", "pe", "ni", "gor", "fa", "lin", "mos", "ti", "qua", "ver", "do", "hel", "ju", "par", "sen"];

    private readonly string[] words = [.. Enumerable.Range(0, Vocabulary).Select(i => i < Frequent.Length ? Frequent[i] : Make(i, i))];

    /// <summary>By Zipf's law.</summary>
    public string Common(Random random) => words[(int)Math.Pow(Vocabulary, random.NextDouble()) - 1];

    public string Rare(Random random) => words[random.Next(2000, Vocabulary)];

    public string Outlet(Random random) => "The " + Capital(Make((int)(Outlets * random.NextDouble() * random.NextDouble()), 90_000)) + " Post";

    public string Agency(Random random) => Capital(Make(random.Next(Agencies), 95_000)) + " Press";

    public string Person(Random random) => Capital(words[random.Next(100, Vocabulary)]) + " " + Capital(words[random.Next(100, Vocabulary)]);

    public string Body(Random random) => Capital(words[random.Next(100, 3000)]) + " Ministry of " + Capital(words[random.Next(100, 3000)]);

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A word for each number, none twice.</summary>
    private static string Make(int number, int salt)
    {
        var rest = (number + salt) * 2 + 25;
        var word = "";
        for (; rest > 0; rest /= Syllables.Length) word += Syllables[rest % Syllables.Length];
        return word;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
