using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dateline.Conventions.Tests;

/// <summary>Arrows point down: Cli -> Server -> Intake, Storage -> Dateline; and the core touches nothing of its machine.</summary>
public class ArrowTests
{
    [Theory]
    [InlineData("Dateline")]
    [InlineData("Dateline.Intake", "Dateline")]
    [InlineData("Dateline.Storage", "Dateline")]
    [InlineData("Dateline.Server", "Dateline", "Dateline.Intake", "Dateline.Storage")]
    [InlineData("Dateline.Cli", "Dateline", "Dateline.Intake", "Dateline.Storage", "Dateline.Server")]
    public void Project_refers_only_to_what_lies_below_it(string project, params string[] allowed)
    {
        var referred = Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Dateline", StringComparison.Ordinal));
        Assert.Empty(referred.Except(allowed));
    }

    [Theory]
    [InlineData("System.IO", "File", "Directory", "FileInfo", "DirectoryInfo", "FileStream", "FileSystemWatcher", "DriveInfo")]
    [InlineData("System", "Console", "Random", "TimeProvider", "AppContext")]
    [InlineData("System.Diagnostics", "Process", "Stopwatch")]
    [InlineData("System.Threading", "Thread", "Timer", "ThreadPool")]
    [InlineData("System.Threading.Tasks", "Task", "Parallel", "ValueTask")]
    public void Core_refers_to_no_type_of_its_machine(string space, params string[] banned)
    {
        var types = ReferencedTypes("Dateline").ToHashSet();
        Assert.Contains(("System", "String"), types); // the reading of the metadata itself works
        Assert.All(banned, b => Assert.DoesNotContain((space, b), types));
    }

    [Fact]
    public void Core_asks_nothing_of_its_machine_but_what_iterators_ask() =>
        Assert.All(ReferencedMembers("Dateline", "System", "Environment"), m => Assert.Equal("get_CurrentManagedThreadId", m));

    [Fact]
    public void Core_refers_to_no_network_database_or_logging() =>
        Assert.DoesNotContain(
            Assembly.Load("Dateline").GetReferencedAssemblies(),
            a => a.Name!.StartsWith("System.Net", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || a.Name.Contains("Sqlite", StringComparison.Ordinal) || a.Name == "Dapper" || a.Name == "System.Data.Common");

    [Fact]
    public void Only_the_server_refers_to_the_web_framework()
    {
        foreach (var project in new[] { "Dateline", "Dateline.Intake", "Dateline.Storage", "Dateline.Cli" })
            Assert.DoesNotContain(Assembly.Load(project).GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static List<string> ReferencedMembers(string assembly, string space, string name)
    {
        using var image = new PEReader(File.OpenRead(Assembly.Load(assembly).Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference && metadata.GetTypeReference((TypeReferenceHandle)m.Parent) is var type && metadata.GetString(type.Namespace) == space && metadata.GetString(type.Name) == name)
            .Select(m => metadata.GetString(m.Name))];
    }

    private static List<(string Space, string Name)> ReferencedTypes(string assembly)
    {
        using var image = new PEReader(File.OpenRead(Assembly.Load(assembly).Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => (metadata.GetString(t.Namespace), metadata.GetString(t.Name)))];
    }
}
