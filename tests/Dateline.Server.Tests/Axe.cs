namespace Dateline.Server.Tests;

/// <summary>The accessibility rules of axe-core, where ./test has installed them.</summary>
internal static class Axe
{
    public static string File { get; } = Path.Combine(SampleSite.Root, "tests", "Dateline.Server.Tests", "axe", "node_modules", "axe-core", "axe.min.js");

    /// <summary>The serious and critical violations of the page that is open, with the elements; empty where there are none.</summary>
    public static async Task<string> SeriousAsync(Browser browser)
    {
        await browser.Page.EvaluateAsync(await System.IO.File.ReadAllTextAsync(File));
        return await browser.EvaluateAsync("""
            axe.run(document, { resultTypes: ["violations"] }).then(r => r.violations.filter(v => v.impact === "serious" || v.impact === "critical")
              .map(v => `${v.id} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`).join("\n"))
            """);
    }
}

/// <summary>A test in a browser with axe-core: skipped where one of the two is missing, but never where CI=true.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AxeFactAttribute : FactAttribute
{
    public AxeFactAttribute()
    {
        if ((Chromium.Path is null || !File.Exists(Axe.File)) && Environment.GetEnvironmentVariable("CI") != "true") Skip = "Chromium or axe-core is not installed.";
    }
}
