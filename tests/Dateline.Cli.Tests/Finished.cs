namespace Dateline.Cli.Tests;

/// <summary>How a run of the program ended.</summary>
internal sealed record Finished(int Code, string Output, string Error)
{
    /// <summary>Fails with everything that was said where the code is another, or a stack trace was shown.</summary>
    public Finished Expect(int code)
    {
        Assert.True(Code == code, $"Exit code {Code}, not {code}.\n{Error}\n{Output}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}
