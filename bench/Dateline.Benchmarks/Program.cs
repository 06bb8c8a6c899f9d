using BenchmarkDotNet.Running;
using Dateline.Benchmarks;

// dotnet run -c Release --project bench/Dateline.Benchmarks -- throughput PATH... [--most N]   pages a second, stage by stage
// dotnet run -c Release --project bench/Dateline.Benchmarks -- --filter '*'                    BenchmarkDotNet on the sample pages
if (args is ["throughput", .. var rest])
{
    var at = Array.IndexOf(rest, "--most");
    var most = at >= 0 && at + 1 < rest.Length && int.TryParse(rest[at + 1], out var number) ? number : int.MaxValue;
    var paths = at < 0 ? rest : [.. rest[..at], .. rest[Math.Min(rest.Length, at + 2)..]];
    if (paths.Length == 0)
    {
        Console.Error.WriteLine("Name pages or folders: throughput PATH... [--most N]");
        return 2;
    }

    Throughput.Run(paths, most);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(SamplePages).Assembly).Run(args);
return 0;
