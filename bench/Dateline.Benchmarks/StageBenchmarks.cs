using BenchmarkDotNet.Attributes;

namespace Dateline.Benchmarks;

/// <summary>Each stage alone on all sample pages; divide by their number for one page.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    [Benchmark]
    public int Read() => SamplePages.Captures.Count(c => !Pipeline.Read(c).IsRejected);

    [Benchmark]
    public int Annotate() => SamplePages.Articles.Sum(a => Pipeline.Annotate(a).Annotations.Statements.Length);

    [Benchmark]
    public int Follow() => Pipeline.Follow(SamplePages.Annotated).Tracks.Length;
}
