using System.Globalization;
using Dateline.Training;

// dotnet run --project src/Dateline.Training -c Release -- language --data PATH
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var data = Array.IndexOf(args, "--data") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
if (args.Length == 0 || data is null)
{
    Console.Error.WriteLine("usage: Dateline.Training language|evaluate-language|reading|page-language|name-knowledge|names|stories|timeline --data PATH [--errors] [--sources FOLDER] [--models FOLDER] [--kind html|text] [--predictions FOLDER]");
    return 2;
}

switch (args[0])
{
    case "evaluate-language":
        LanguageReport.Print(data, errors: args.Contains("--errors"));
        return 0;
    case "language":
        LanguageTraining.Run(data);
        return 0;
    case "reading":
        ReadingTraining.Run(data, Option("--kind") != "text", Option("--models") ?? (Option("--predictions") is null ? "src/Dateline/models" : null), Option("--predictions"));
        return 0;
    case "page-language":
        PageLanguageTraining.Run(data, Option("--models") ?? "src/Dateline/models");
        return 0;
    case "name-knowledge":
        NameKnowledgeTraining.Run(data, Option("--sources") ?? data, Option("--models") ?? "src/Dateline/models");
        return 0;
    case "names":
        NameTraining.Run(data, Option("--models") ?? (Option("--predictions") is null ? "src/Dateline/models" : null), Option("--predictions"));
        return 0;
    case "stories":
        StoryTraining.Run(data, Option("--models") ?? "src/Dateline/models");
        return 0;
    case "timeline":
        TimelineTraining.Run(data, Option("--models") ?? "src/Dateline/models");
        return 0;
    default:
        Console.Error.WriteLine($"Unknown verb '{args[0]}'.");
        return 2;
}

string? Option(string name) => Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? args[index + 1] : null;
