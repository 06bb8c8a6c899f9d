using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

// dotnet run -c Release --project bench/Dateline.Benchmarks -- throughput PATH... [--most N]                      pages a second, stage by stage
// dotnet run -c Release --project bench/Dateline.Benchmarks -- reading PATH... [--rounds N] [--against FOLDER]    pages a second of reading alone: one core, warm
// dotnet run -c Release --project bench/Dateline.Benchmarks -- annotating PATH... [--rounds N]                    what loading the models takes; words a second, stage by stage: one core, warm
// dotnet run -c Release --project bench/Dateline.Benchmarks -- follow PATH... [--most N]                          what following costs in one story of many articles
// dotnet run -c Release --project bench/Dateline.Benchmarks -- fuzz [--minutes N] [--seed N]                      broken pages, read for as long as asked
// dotnet run -c Release --project bench/Dateline.Benchmarks -- laws PATH...                                       the same laws of reading on pages as they are
// dotnet run -c Release --project bench/Dateline.Benchmarks -- growth [--articles N] [--images FOLDER]            placing from the first article to the millionth
// dotnet run -c Release --project bench/Dateline.Benchmarks -- order FILE... [--shuffles 200] [--most N]           whether the order of arrival changes the stories
// dotnet run -c Release --project bench/Dateline.Benchmarks -- dating FILE... [--most 40] [--show 1]               dates taken away from dated pages, and what reasoning gives back
// dotnet run -c Release --project bench/Dateline.Benchmarks -- ledger FILE [--articles 100000] [--seed 1]          makes a ledger of made articles for the next one
// dotnet run -c Release --project bench/Dateline.Benchmarks -- rewrite FILE                                       writes its collection anew, after the schema has changed
// dotnet run -c Release --project bench/Dateline.Benchmarks -- serving FILE [--requests 100] [--only WORDS]        time, bytes and memory of every page and route over it
// dotnet run -c Release --project bench/Dateline.Benchmarks -- --filter '*' --job short -i                        BenchmarkDotNet on the sample pages
var arguments = args.ToList();
switch (arguments.FirstOrDefault())
{
    case "throughput":
        var most = Number("--most", int.MaxValue);
        return WithPaths(paths => Throughput.Run(paths, most));
    case "reading" when OperatingSystem.IsLinux() || OperatingSystem.IsWindows():
        var rounds = Number("--rounds", 5);
        var against = Option("--against");
        return WithPaths(paths => ReadingSpeed.Run(paths, rounds, against));
    case "annotating" when OperatingSystem.IsLinux() || OperatingSystem.IsWindows():
        var turns = Number("--rounds", 5);
        return WithPaths(paths => AnnotatingSpeed.Run(paths, turns));
    case "follow":
        var articles = Number("--most", 300);
        return WithPaths(paths => FollowSpeed.Run(paths, articles));
    case "fuzz":
        return Fuzzing.Run(Number("--minutes", 60), Number("--seed", 1)) == 0 ? 0 : 1;
    case "laws":
        return WithPaths(paths => Fuzzing.Check(paths));
    case "order":
        var shuffles = Number("--shuffles", 200);
        var taken = Number("--most", int.MaxValue);
        return WithPaths(files => ArrivalOrder.Run(files, shuffles, taken));
    case "dating":
        var (held, show) = (Number("--most", 40), Number("--show", 0) > 0);
        return WithPaths(files => UndatedPages.Run(files, held, show));
    case "growth":
        Growth.Run(Number("--articles", 1_000_000), Option("--images"));
        return 0;
    case "ledger":
        var (size, seed) = (Number("--articles", 100_000), Number("--seed", 1));
        return arguments.Count == 2 ? MadeLedger.Run(arguments[1], size, seed) : WithPaths(_ => { });
    case "rewrite" when arguments.Count == 2:
        return MadeLedger.Rewrite(arguments[1]);
    case "serving":
        var (requests, only) = (Number("--requests", 100), Option("--only"));
        return arguments.Count == 2 ? await Serving.RunAsync(arguments[1], requests, only) : WithPaths(_ => { });
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SamplePages).Assembly).Run(args);
        return 0;
}

int Number(string name, int otherwise) => int.TryParse(Option(name), out var number) ? number : otherwise;

string? Option(string name)
{
    var at = arguments.IndexOf(name);
    if (at < 0 || at + 1 >= arguments.Count) return null;
    var value = arguments[at + 1];
    arguments.RemoveRange(at, 2);
    return value;
}

int WithPaths(Action<IReadOnlyList<string>> run)
{
    if (arguments.Count > 1)
    {
        run(arguments[1..]);
        return 0;
    }

    Console.Error.WriteLine("Name pages or folders.");
    return 2;
}
