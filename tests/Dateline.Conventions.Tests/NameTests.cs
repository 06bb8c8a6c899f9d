using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dateline.Conventions.Tests;

public class NameTests
{
    private static readonly string[] BannedSuffixes = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Service", "Processor", "Handler", "Dto", "Info", "Data", "Impl"];

    public static TheoryData<string> Projects => ["Dateline", "Dateline.Intake", "Dateline.Storage", "Dateline.Server", "Dateline.Cli"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_has_a_suffix_that_says_nothing(string project) =>
        Assert.DoesNotContain(OwnTypes(project).Select(t => t.Name.Split('`')[0]), n => BannedSuffixes.Any(s => n.EndsWith(s, StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folder_is_namespace_at_most_one_level_below_the_project(string project)
    {
        foreach (var type in OwnTypes(project).Where(t => t.Namespace is not null))
        {
            Assert.StartsWith(project, type.Namespace!, StringComparison.Ordinal);
            Assert.InRange(type.Namespace!.Count(c => c == '.') - project.Count(c => c == '.'), 0, 1);
        }
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines() =>
        Assert.Empty(Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Where(f => File.ReadLines(f).Count() > 400).Select(Repository.Relative));

    [Fact]
    public void Nothing_is_left_undone_in_the_sources() =>
        Assert.Empty(Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Concat(Repository.Files("src", "*.yaml")).Concat(Repository.Files("src", "*.sql"))
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("TO" + "DO", StringComparison.Ordinal) || text.Contains("FIX" + "ME", StringComparison.Ordinal) || text.Contains("NotImplemented" + "Exception", StringComparison.Ordinal)))
            .Select(Repository.Relative));

    [Fact]
    public void No_source_file_has_a_region() =>
        Assert.Empty(Repository.Files("src", "*.cs").Where(f => File.ReadLines(f).Any(l => l.TrimStart().StartsWith("#region", StringComparison.Ordinal))).Select(Repository.Relative));

    private static IEnumerable<Type> OwnTypes(string project) =>
        Assembly.Load(project).GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal) && !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.Namespace?.StartsWith("Dateline", StringComparison.Ordinal) == true);
}
