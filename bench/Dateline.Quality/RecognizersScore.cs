using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dateline.Quality;

/// <summary>The dates of Recognizers-Text's English cases that news may hold: those in scope, and how many of them are read as there. Its dialect is not TIMEX3, so that days are compared, and values where they agree.
/// What is out of scope, and why, stands in docs/quality.md with the counts that this prints.</summary>
internal static class RecognizersScore
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>In their order: the first that fits a case is its reason. Type is matched where Words are not of the whole sentence.</summary>
    private static readonly (string Name, bool WholeSentence, Regex Words)[] OutOfScope =
    [
        ("command", true, Of(@"\b(cortana|schedul\w*|book(ing)?|remind(er)?|set (up|ooo)|appointment|calendar|skype|alarm|meet(ing)?|find (us|me|\d)|reserve|plan (a )?trip|i('?ll| will) be (out|back|away)|show (me )?(sales|the)|let'?s|are you available|dinner|teams|coffee|query|clusters|slot|call)\b")),
        ("slang", false, Of(@"\b(tmrw?|tmr|tonite|eod|eom|eoy|end of day|\w+ish|asap|hr?s?|btwn|otd|\d+(h|d|w|y)|at the minute)\b")),
        ("working-days", false, Of(@"\b(business|work(ing|week)?|weekdays?|school year|fiscal year)\b")),
        ("number-without-year", false, Of(@"(?<![\d/.:-])\d{1,2}\s?[-/.]\s?\d{1,2}(?![\d/:.-]|\s?[ap])|\b\d{8}\b|\b[a-z]{3}/?\d{1,2}$")),
        ("week-number", false, Of(@"\bweek ?\d|\bw\d|\bweek of (the )?year|(first|last|\d(st|nd|rd|th)) week")),
        ("clock", false, Of(@"\bpast\b.*\b(clock|evening|morning|\d)|^\w+ past \w+$|o'?clock|(between|from)( around)? \d{1,4}(:\d\d)? ?(and|to|-)|\d-\d{1,2} ?[ap]m|\bat (\d{1,2}|[a-z]+[ -][a-z]+( minutes)?)$|\b(minutes?|hours?|min|sec)\b.*|lunchtime|dinnertime|(one|five)[ -]thirty|\b(early|late(r)?)? ?(in the )?(morning|afternoon|evening|night)s?\b$|around \d|^\d+, |night-time|end of (the |this |to)|[ap]m$")),
    ];

    public static IEnumerable<Figure> Figures(string file)
    {
        var outside = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int inside = 0, right = 0;
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var given in document.RootElement.EnumerateArray())
        {
            var text = given.Text("Input")!;
            var reference = (given.TryGetProperty("Context", out var context) ? context.Text("ReferenceDateTime") : null) ?? "2016-11-07";
            var results = given.Items("Results").Where(r => r.TryGetProperty("Start", out _)).ToList();
            if (results.Count == 0) continue;
            var found = Pipeline.Annotate(ArticleText.Of("case", text, reference[..10])).Annotations.Timexes;
            foreach (var result in results)
            {
                var why = Reason(text, result);
                if (why is not null)
                {
                    outside[why] = outside.GetValueOrDefault(why) + 1;
                    continue;
                }

                inside++;
                var span = new TextSpan(result.GetProperty("Start").GetInt32(), result.GetProperty("End").GetInt32() + 1);
                if (IsRight(result, [.. found.Where(t => t.Span.Overlaps(span))])) right++;
            }
        }

        Console.Error.WriteLine("out of scope: " + string.Join(", ", outside.Select(o => $"{o.Key} {o.Value.ToString(CultureInfo.InvariantCulture)}")));
        yield return Figure.Share("timex.in_scope_right", right, inside);
    }

    private static Regex Of(string words) => new(words, Options, Limit);

    private static string? Reason(string text, JsonElement result)
    {
        foreach (var (name, whole, words) in OutOfScope)
            if (words.IsMatch(whole ? text : result.Text("Text")!)) return name;
        if (result.Text("TypeName") is { } type && type.EndsWith("timezone", StringComparison.Ordinal)) return "zone";
        var values = Values(result).ToList();
        if (values.Any(v => v.Text("value") == "not resolved") && !result.Text("TypeName")!.EndsWith("set", StringComparison.Ordinal)) return "not-resolved";
        // "a few" is three there, a half stands behind a point, a set keeps only its clock
        return values.Any(v => v.Text("timex") is { } t && (t.StartsWith('T') || (t.Contains('.', StringComparison.Ordinal) && t.StartsWith('P')))) || Regex.IsMatch(result.Text("Text")!, @"^(a )?(few|some|several)\b", Options, Limit) ? "dialect" : null;
    }

    private static IEnumerable<JsonElement> Values(JsonElement result) =>
        result.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind == JsonValueKind.Object ? resolution.Items("values") : [];

    private static bool IsRight(JsonElement result, List<Timex> found) => found.Count > 0 && (!Values(result).Any() || Values(result).Any(v => Allows(v, found)));

    private static bool Allows(JsonElement value, List<Timex> found)
    {
        var timex = value.Text("timex") ?? "";
        var ours = found.SelectMany(t => t.Other is { } other ? new[] { t.Value, other.Value } : [t.Value]).ToHashSet(StringComparer.Ordinal);
        if (ours.Contains(timex) || (timex.StartsWith('(') && ours.Contains(timex[(timex.LastIndexOf(',') + 1)..].TrimEnd(')')))) return true;
        var days = found.SelectMany(t => new[] { t.When, t.Other?.When }).Where(w => w is { From: not null, To: not null }).Select(w => (From: w!.From!.Value, To: w.To!.Value)).ToList();
        if (value.Text("value") is { } written && Day(written) is { } day)
        {
            if (value.Text("type") == "date") return days.Any(d => d.From <= day && day <= d.To);
            var clock = written.Length >= 16 ? $"T{written.AsSpan(11, 5)}" : "";
            return days.Any(d => d.From == day) && clock.Length > 0 && ours.Any(v => v.EndsWith(clock, StringComparison.Ordinal));
        }

        return (Day(value.Text("start")), Day(value.Text("end"))) switch
        {
            ({ } start, { } end) => days.Any(d => d.From == start) && days.Any(d => Math.Abs(d.To.DayNumber - end.DayNumber) <= 1 || d.From == end),
            ({ } start, null) => days.Any(d => d.From == start || start.DayNumber - d.To.DayNumber is 0 or 1),
            (null, { } end) => days.Any(d => d.From == end || end.DayNumber - d.To.DayNumber is 0 or 1),
            _ => false,
        };
    }

    private static DateOnly? Day(string? iso) => iso is { Length: >= 10 } && DateOnly.TryParseExact(iso[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
