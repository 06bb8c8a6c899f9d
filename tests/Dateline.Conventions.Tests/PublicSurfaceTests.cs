using System.Reflection;
using System.Text;

namespace Dateline.Conventions.Tests;

/// <summary>What the core offers to others stands in golden/Dateline.txt: whoever changes it sees that he does. DATELINE_ACCEPT=1 writes it anew.</summary>
public class PublicSurfaceTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler makes of every record says nothing.
    private static readonly HashSet<string> OfRecords = ["Deconstruct", "<Clone>$", "Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "get_EqualityContract", "PrintMembers"];

    [Fact]
    public void Public_surface_of_the_core_is_the_accepted_one()
    {
        var golden = Path.Combine(GoldenFolder(), "Dateline.txt");
        var surface = Surface(Assembly.Load("Dateline"));
        if (Environment.GetEnvironmentVariable("DATELINE_ACCEPT") == "1") File.WriteAllText(golden, surface);
        if (File.Exists(golden) && File.ReadAllText(golden) == surface) return;
        File.WriteAllText(golden + ".received.txt", surface);
        Assert.Fail($"The public surface differs from {Repository.Relative(golden)}: compare it with .received.txt, and run the test with DATELINE_ACCEPT=1 to accept it.");
    }

    private static string GoldenFolder()
    {
        var project = Repository.Files(".", "Dateline.Conventions.Tests.csproj").Single();
        return Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(project)!, "golden")).FullName;
    }

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName).Append('\n');
            if (type.IsEnum)
            {
                foreach (var name in Enum.GetNames(type)) text.Append("    ").Append(name).Append('\n');
                continue;
            }

            foreach (var line in type.GetMembers(Own).Select(Line).OfType<string>().Distinct().Order(StringComparer.Ordinal)) text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsInterface ? "interface" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : "class";

    private static string? Line(MemberInfo member) => member switch
    {
        PropertyInfo p when p.Name != "EqualityContract" => $"{Name(p.PropertyType)} {p.Name} {{{(p.CanRead ? " get;" : "")}{(p.SetMethod is { IsPublic: true } ? " set;" : "")} }}",
        FieldInfo f => $"{(f.IsLiteral ? "const " : "")}{Name(f.FieldType)} {f.Name}",
        ConstructorInfo c => $"new({Parameters(c)})",
        MethodInfo { IsSpecialName: false } m when !OfRecords.Contains(m.Name) => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        MethodInfo { IsSpecialName: true } m when m.Name.StartsWith("op_", StringComparison.Ordinal) && !OfRecords.Contains(m.Name) => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        _ => null,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
