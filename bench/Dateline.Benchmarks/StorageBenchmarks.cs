using BenchmarkDotNet.Attributes;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Benchmarks;

/// <summary>Writing the sample collection to a new file, and loading it.</summary>
[MemoryDiagnoser]
public class StorageBenchmarks
{
    private readonly List<Derived> derived = [.. SamplePages.Captures.Select(Derived.From)];
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-bench-").FullName;
    private SqliteLedger? filled;
    private int files;

    [GlobalSetup]
    public void Fill() => filled = Write();

    [GlobalCleanup]
    public void Clean()
    {
        filled?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public void Add() => Write().Dispose();

    [Benchmark]
    public int Load() => filled!.Load().Articles.Length;

    private SqliteLedger Write()
    {
        var ledger = SqliteLedger.Open(Path.Combine(folder, $"{files++}.db"));
        foreach (var d in derived) ledger.Append(d);
        Fold.Follow(ledger);
        return ledger;
    }
}
