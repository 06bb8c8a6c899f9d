using System.Diagnostics;

namespace Dateline.Cli.Tests;

/// <summary>Runs the program as a shell would, with a data folder of its own.</summary>
internal sealed class DatelineProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Folder { get; } = Directory.CreateTempSubdirectory("dateline-cli-").FullName;

    /// <summary>The ledger that commands use without --ledger.</summary>
    public string DefaultLedger => Path.Combine(Folder, "data", "dateline", "dateline.db");

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        var file = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public Finished Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return Wait(process);
    }

    public Process Start(params string[] arguments) => Start(false, arguments);

    /// <param name="input">True where the test writes to its input.</param>
    public Process Start(bool input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = input, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Dateline.Cli.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["XDG_DATA_HOME"] = Path.Combine(Folder, "data");
        return Process.Start(start)!;
    }

    public static Finished Wait(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            throw new TimeoutException("The program did not end.");
        }

        return new Finished(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
