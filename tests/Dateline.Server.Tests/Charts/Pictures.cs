using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Dateline.Server.Charts;

namespace Dateline.Server.Tests.Charts;

/// <summary>Made-up pictures, and where their words stand.</summary>
internal static class Pictures
{
    private static readonly string[] Names = ["the outlets’ own voice", "Health Ministry", "Mira Talven", "officials", "a senior official of the Interior Ministry who asked not to be named", "NPA", "Ilan Kesh", "鐵路局"];
    private static readonly string[] Amounts = ["12", ">=12", ">10000", "~14000", "10-20", "thousands", "<3", "<=40", "0", "1200000", "dozens", "23"];
    private static readonly string[] States = ["present", "absent", "denied", "no talks before the summer, whatever else is said of it", "confirmed", "open"];

    public static TrackPicture Toll { get; } = new("p-toll", "How many people were killed? at least 12, then 23.", true,
        [
            Mark("the outlets’ own voice", 0, ">=12", "2026-03-03"), Mark("officials", 3, ">10", "2026-03-03"), Mark("Mira Talven", 2, "~15", "2026-03-04"),
            Mark("Health Ministry", 1, "10-20", "2026-03-05"), Mark("officials", 3, "<30", "2026-03-06", "2026-03-09"), Mark("the outlets’ own voice", 0, "dozens", null), Mark("Health Ministry", 1, "23", "2026-03-12"),
        ],
        [new TrackTurn(ChangeKind.Update, 0, 6), new TrackTurn(ChangeKind.Contradiction, 1, 2), new TrackTurn(ChangeKind.Refine, 3, 6)]);

    public static TrackPicture Displaced { get; } = new("p-displaced", "How many people have fled? 40, then about 14,000.", true,
        [Mark("Petra Osmund", 1, "40", "2025-11-02"), Mark("Petra Osmund", 1, "~1200", "2026-01-20"), Mark("Relief Office", 2, "~14000", "2026-03-04"), Mark("the outlets’ own voice", 0, "thousands", "2026-03-04")],
        [new TrackTurn(ChangeKind.Update, 0, 1), new TrackTurn(ChangeKind.Update, 1, 2)]);

    public static TrackPicture House { get; } = new("p-house", "Who controls the control house? gunmen, then forces.", false,
        [
            Mark("the outlets’ own voice", 0, "gunmen", "2026-03-03"), Mark("Government", 1, "forces", "2026-03-06"), Mark("Ilan Kesh", 2, "fighters", "2026-03-06"),
            Mark("Ilan Kesh", 2, "contested", "2026-03-06"), Mark("the outlets’ own voice", 0, "forces", "2026-03-05", "2026-03-08"), Mark("Radio Tamsin", 8, "gunmen", null),
        ],
        [new TrackTurn(ChangeKind.Contradiction, 1, 2), new TrackTurn(ChangeKind.Update, 0, 4), new TrackTurn(ChangeKind.Denial, 1, 3)]);

    public static ImmutableArray<Flow> Flows { get; } =
    [
        new("Norland Press Agency", null, "Castrel Herald", 31), new("Norland Press Agency", null, "The Harbour Times", 18), new("state television", "Norland Press Agency", "The Harbour Times", 4),
        new("The Dorvik Courier", null, "The Dorvik Courier", 66), new("a <b>name</b> & more", null, "The Dorvik Courier", 1),
    ];

    public static TrackMark Mark(string holder, int hue, string value, string? from, string? to = null) =>
        new(holder, hue, value, Wording.Value(value), from is null ? null : UncertainDate.Between(Day(from), Day(to ?? from), DateGrain.Day, "made up"), "/articles/a#c0-1", $"{holder}: {value}");

    /// <summary>Any picture: the same seed gives the same one.</summary>
    public static TrackPicture Any(int seed)
    {
        var chance = new Random(seed);
        var amounts = seed % 2 == 0;
        var start = new DateOnly(1990, 1, 1).AddDays(chance.Next(15000));
        var length = (int)Math.Pow(10, chance.NextDouble() * 4);
        var marks = Enumerable.Range(0, chance.Next(1, 40)).Select(_ =>
        {
            var who = chance.Next(Names.Length);
            var from = start.AddDays(chance.Next(length));
            UncertainDate? time = chance.Next(12) switch { 0 => null, 1 => UncertainDate.Unknown(""), 2 => UncertainDate.Between(from, null, DateGrain.Day, ""), 3 => UncertainDate.Between(from, from.AddDays(chance.Next(900)), DateGrain.Day, ""), _ => UncertainDate.On(from, "") };
            var value = amounts ? Amounts[chance.Next(Amounts.Length)] : States[chance.Next(States.Length)];
            return new TrackMark(Names[who], Math.Min(who, 8), value, Wording.Value(value), time, "/articles/a", "note");
        }).ToImmutableArray();
        var turns = Enumerable.Range(0, chance.Next(8)).Select(_ => new TrackTurn((ChangeKind)chance.Next(6), chance.Next(marks.Length), chance.Next(marks.Length))).Where(t => t.Before != t.After);
        return new TrackPicture($"p-{seed}", $"Made up {seed}", amounts, marks, [.. turns]);
    }

    public static IEnumerable<Flow> AnyFlows(int seed)
    {
        var chance = new Random(seed);
        return Enumerable.Range(0, chance.Next(1, 60)).Select(_ => new Flow($"Root {chance.Next(30)} of a long name", chance.Next(4) == 0 ? Names[chance.Next(Names.Length)] : null, $"The Outlet {chance.Next(25)}", chance.Next(1, 200)))
            .DistinctBy(f => (f.Root, f.Through, f.Outlet));
    }

    public static string Draw(TrackPicture picture, Frame frame) => picture.Amounts ? QuantityChart.Draw(picture, frame) : LaneChart.Draw(picture, frame);

    /// <summary>The boxes of all words in a picture, measured as they were laid out.</summary>
    public static List<(string Words, Box Box)> Words(string svg)
    {
        var words = new List<(string, Box)>();
        foreach (var text in XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text"))
        {
            double Number(string name) => double.Parse((string)text.Attribute(name)!, CultureInfo.InvariantCulture);
            var size = Number("font-size");
            var width = GlyphWidths.Of(text.Value, size, bold: (string?)text.Attribute("class") == "value");
            var x = Number("x") - ((string?)text.Attribute("text-anchor") == "middle" ? width / 2 : 0);
            words.Add((text.Value, new Box(x + 0.1, Number("y") - size * 0.9, width - 0.2, size * 1.1))); // places are written to the tenth
        }

        return words;
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An outlet over some days.</summary>
    public static IReadOnlyCollection<TimeBar> Bars { get; } =
    [
        new(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 3), 1872, 0, "3 Mar: own"), new(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 4), 326, 1379, "4 Mar: mostly carried"), new(new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 12), 0, 640, "12 Mar: carried"),
    ];

    /// <summary>Days or months of any number, place and height.</summary>
    public static IReadOnlyCollection<TimeBar> AnyBars(int seed)
    {
        var random = new Random(seed);
        var first = new DateOnly(1990 + random.Next(50), 1 + random.Next(12), 1);
        return [.. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => first.AddMonths(random.Next(seed % 3 == 0 ? 3 : 200))).Distinct().Select(m => new TimeBar(m, m.AddMonths(1).AddDays(-1), 1 + random.Next(1, 9) * Math.Pow(10, random.Next(7)), random.Next(5000), "made up"))];
    }
}
