using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Reading;

/// <summary>Wire services that a page credits (lexicon/agencies.tsv), found before any by-line is cleaned.</summary>
internal static partial class Agencies
{
    /// <summary>What a page that says "with inputs from agencies" credits.</summary>
    public const string Unnamed = "agencies";


    private static readonly Lazy<FrozenDictionary<string, string>> Forms = new(() =>
        Resources.Rows("lexicon/agencies.tsv")
            .SelectMany(row => row[1].Split(';').Select(form => (Form: form, Name: row[0])))
            .DistinctBy(pair => pair.Form)
            .ToFrozenDictionary(pair => pair.Form, pair => pair.Name, StringComparer.Ordinal));

    // forms by their first word, for asking the patterns only where one of the forms stands
    private static readonly Lazy<FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>>> ByFirstWord = new(() =>
        Forms.Value.Keys.GroupBy(form => string.Concat(form.TakeWhile(char.IsLetter))).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    // "dpa", and the initials beyond ASCII: together they could only be searched for slowly
    private static readonly Lazy<SearchValues<string>> SmallForms = new(() => SearchValues.Create([.. Forms.Value.Keys.Where(form => char.IsAscii(form[0]) && !char.IsAsciiLetterUpper(form[0]))], StringComparison.Ordinal));
    private static readonly Lazy<SearchValues<char>> OtherInitials = new(() => SearchValues.Create([.. Forms.Value.Keys.Select(form => form[0]).Where(c => !char.IsAscii(c))]));

    public static string? NameOf(string text) => Forms.Value.GetValueOrDefault(text.Trim().TrimEnd('.', ',', ')').TrimStart('('));

    /// <summary>The agencies that a line of the story, its by-line or its notices credit, in order of appearance.</summary>
    /// <param name="credit">The line is a by-line, a dateline or a notice: any agency named in it is credited.</param>
    public static void Find(string text, bool credit, List<string> found)
    {
        if (credit && UnnamedPattern().IsMatch(text)) Add(found, Unnamed);
        if (!HasForm(text)) return;
        foreach (Match match in (credit ? NamePattern() : ReportPattern()).Matches(text))
        {
            if (Forms.Value.TryGetValue(match.Groups["n"].Value, out var name)) Add(found, name);
        }
    }

    /// <summary>A form may stand in the line: the pattern says whether it does.</summary>
    private static bool HasForm(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(SmallForms.Value) || text.ContainsAny(OtherInitials.Value)) return true;
        var byFirstWord = ByFirstWord.Value;
        for (int start = 0, next; (next = text[start..].IndexOfAnyInRange('A', 'Z')) >= 0;)
        {
            start += next;
            var end = start + 1;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if ((start == 0 || !char.IsLetter(text[start - 1])) && byFirstWord.TryGetValue(text[start..end], out var forms))
            {
                foreach (var form in forms)
                {
                    if (text[start..].StartsWith(form, StringComparison.Ordinal)) return true;
                }
            }

            start = end;
        }

        return false;
    }

    private static void Add(List<string> found, string name)
    {
        if (!found.Contains(name)) found.Add(name);
    }

    [GeneratedRegex(@"\b(?:agency|agencies|wire services?|wires|agenturen|agences|agencias|agenzie|agências)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex UnnamedPattern();

    // longest names first: "The Associated Press" before "AP"
    private const string Name = @"(?<n>The Associated Press|Associated Press|The Canadian Press|Canadian Press|Agence France[- ]Presse|Press Trust of India|Asian News International|Austria Presse Agentur|Deutsche Presse-Agentur|Thomson Reuters|[A-Z][a-z]+ News Agency|Korean Central News Agency|Anadolu Agency|Keystone-SDA|Interfax-Ukraine|Kyodo News|Jiji Press|PA Media|Press Association|Bloomberg News|Europa Press|United Press International|Australian Associated Press|RFE/RL|dpa-AFX|[A-Z][A-Za-z]{2,10}|[A-Z]{2,5}|dpa|epd|ČTK)";

    [GeneratedRegex(@"\b" + Name + @"\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NamePattern();

    // told AFP; AFP reported; reported AFP; according to Reuters; an AFP correspondent; news agency Interfax said is a source, not a credit
    [GeneratedRegex(@"\b(?:told|tells|telling|told the|informed|interview with|speaking to|spoke to|speaking with) (?:the )?" + Name + @"\b|\b" + Name + @"(?: news agency)? (?:has |had )?(?:reported|reports|quoted|learned|understands)\b|\b(?:reported|reports) (?:the )?" + Name + @"(?=[ ,.]|$)|\b(?:an|a|the) " + Name + @"(?:'s|’s)? (?:correspondents?|reporters?|journalists?|photographers?|reporting team|tally|count|review|analysis|witness)\b|\baccording to (?:an? )?(?<n>AFP|Reuters|AP|The Associated Press|dpa)\b|^\W*(?:[\p{Lu}][\p{L}.'’ ,/-]{1,60}?)?\(" + Name + @"(?:/[A-Za-z/ ]{2,30})?\)\s*(?:-|–|—|:)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ReportPattern();
}
