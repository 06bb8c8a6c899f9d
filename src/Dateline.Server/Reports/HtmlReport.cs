using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Server.Reports;

/// <summary>A story as one HTML file, written part by part: each change, question and page is rendered where its place is written, and let go.</summary>
internal static class HtmlReport
{
    /// <param name="read">An article with all that was found in it.</param>
    public static async Task WriteAsync(TextWriter output, StoryShown shown, Func<ArticleId, AnnotatedArticle> read)
    {
        await using var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        var later = new Later();
        await using var frame = new FrameWriter(services, output, later);
        await RenderAsync<ReportPage>(services, frame, new() { [nameof(ReportPage.Shown)] = shown, [nameof(ReportPage.Read)] = read, [nameof(ReportPage.Later)] = later });
    }

    private static async Task RenderAsync<TComponent>(IServiceProvider services, TextWriter output, Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).WriteHtmlTo(output));
    }

    private sealed class FrameWriter(IServiceProvider services, TextWriter output, Later later) : TextWriter
    {
        public override Encoding Encoding => output.Encoding;

        public override void Write(char value) => output.Write(value);

        public override void Write(char[] buffer, int index, int count) => output.Write(buffer, index, count);

        public override void Write(string? value)
        {
            if (later.Find(value) is not { } part) output.Write(value);
            else RenderAsync<Part>(services, output, new() { [nameof(Part.Content)] = part }).GetAwaiter().GetResult(); // nothing in a report waits for anything
        }
    }

    private sealed class Part : ComponentBase
    {
        [Parameter] public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
