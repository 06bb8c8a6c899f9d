using System.Globalization;
using Dateline.Intake;

namespace Dateline.Cli;

/// <summary>What is said to the person, on stderr: what was refused, remarks, and how far the work is. Stdout carries results alone.</summary>
internal sealed class Talk : IDisposable
{
    private const int RemarksShown = 3;        // of one code; a saved page's folder of pictures would hide everything else
    private const long ProgressEvery = 100;    // milliseconds

    private readonly TextWriter error = Console.Error;
    private readonly bool terminal = !Console.IsErrorRedirected;
    private readonly SortedDictionary<string, int> remarks = new(StringComparer.Ordinal);
    private long nextProgress;
    private bool lineOpen;

    /// <summary>The greatest of what happened so far.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Done;

    public int Refused { get; private set; }

    public void Say(string line)
    {
        CloseLine();
        error.WriteLine(line);
    }

    public void Reject(Rejection rejection)
    {
        Refused++;
        Raise(ExitCodes.Quarantined);
        Say(Line(rejection.Code, rejection.Where, rejection.Detail));
    }

    public void Note(Remark remark)
    {
        var count = remarks[remark.Code] = remarks.GetValueOrDefault(remark.Code) + 1;
        if (count <= RemarksShown && remark.Code != Codes.Companion) Say(Line(remark.Code, remark.Where, remark.Detail));
    }

    /// <summary>Says what became of a path that gave no capture. True where there is a capture to go on with.</summary>
    public bool Hear(Arrival arrival)
    {
        switch (arrival)
        {
            case Arrival.Refused refused:
                Reject(refused.Rejection);
                return false;
            case Arrival.Noted noted:
                Note(noted.Remark);
                return false;
            case Arrival.Missing missing:
                Raise(ExitCodes.Usage);
                Say(missing.Path.Contains("://", StringComparison.Ordinal)
                    ? $"{missing.Path}: Dateline does not fetch pages yet; save the page and name the file."
                    : $"{missing.Path}: there is no such file or folder; check the path.");
                return false;
            default:
                return true;
        }
    }

    public void Raise(int exitCode) => ExitCode = Math.Max(ExitCode, exitCode);

    /// <summary>A bar where the whole is known, else a count. Nothing where stderr is not a terminal.</summary>
    public void Progress(string what, int done, int? whole = null)
    {
        if (!terminal || Environment.TickCount64 < nextProgress) return;
        nextProgress = Environment.TickCount64 + ProgressEvery;
        var bar = whole is > 0 and { } all
            ? $"[{new string('#', 30 * Math.Min(done, all) / all),-30}] {Number(done)} of {Number(all)}"
            : Number(done);
        error.Write($"\r{what} {bar}\u001b[K");
        lineOpen = true;
    }

    /// <summary>Says how many more remarks there were than were told one by one.</summary>
    public void TellRest()
    {
        CloseLine();
        if (remarks.Remove(Codes.Companion, out var companions)) error.WriteLine($"{(companions == 1 ? "A file" : $"{Number(companions)} files")} beside the pages (README and the like) left out ({Codes.Companion}).");
        foreach (var (code, count) in remarks.Where(r => r.Value > RemarksShown)) error.WriteLine($"{code}: {Number(count - RemarksShown)} more like these.");
        remarks.Clear();
    }

    public void Dispose() => TellRest();

    internal static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Line(string code, string? where, string detail) => OneLine(where is null ? $"{code}: {detail}" : $"{code}: {where}: {detail}");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private void CloseLine()
    {
        if (!lineOpen) return;
        error.Write("\r\u001b[K");
        lineOpen = false;
    }
}
