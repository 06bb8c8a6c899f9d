using Dateline.Quality;

// Measures precision and recall where gold data is at hand, and holds them against floors.json.
//   dotnet run -c Release --project bench/Dateline.Quality -- --data FOLDER [--only SET,SET] [--update [--allow-regression]]
var data = Value("--data");
if (data is null || !Directory.Exists(data))
{
    Console.Error.WriteLine("Name the folder that holds stories/ and data/: --data FOLDER");
    return 2;
}

var only = Value("--only")?.Split(',');
var figures = new List<Figure>();
foreach (var (name, measure) in Sets.In(data).Where(s => only is null || only.Contains(s.Name)))
{
    foreach (var figure in measure().Select(f => f with { Name = $"{name}.{f.Name}" }))
    {
        figures.Add(figure);
        Console.Out.WriteLine(figure);
    }
}

if (figures.Count == 0)
{
    Console.Error.WriteLine("There is nothing to measure.");
    return 2;
}

var floors = new Floors(Value("--floors") ?? FloorsFile());
var lowered = args.Contains("--update") ? floors.Update(figures, args.Contains("--allow-regression")) : floors.Below(figures);
foreach (var (figure, floor) in lowered) Console.Error.WriteLine(FormattableString.Invariant($"below its floor: {figure.Name} {figure.Value:0.0000} < {floor:0.0000}"));
if (lowered.Count > 0 && !args.Contains("--allow-regression")) return 1;
Console.Error.WriteLine($"{figures.Count} figures, none below its floor.");
return 0;

string? Value(string option)
{
    var at = Array.IndexOf(args, option);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

static string FloorsFile()
{
    for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        if (File.Exists(Path.Combine(at.FullName, "Dateline.slnx"))) return Path.Combine(at.FullName, "bench", "Dateline.Quality", "floors.json");
    return "floors.json";
}
