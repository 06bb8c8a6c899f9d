using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dateline;

/// <summary>Makes an article of text whose page was read elsewhere: the lines of the filters' JSON files.</summary>
public static class ArticleText
{
    /// <summary>The whole text is body, offsets unchanged, but for a headline put before it where a title is given.</summary>
    /// <param name="published">ISO date or date-time, or null.</param>
    /// <param name="text">Taken as it is: not normalised, so that offsets stay the caller's.</param>
    public static Article Of(string id, string text, string? published = null, string? outlet = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(text);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var whole = title is null ? text : text + "\n" + title; // the headline stands last so that the text's own offsets hold
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var span = new TextSpan(start, end).Trim(text);
            if (!span.IsEmpty) blocks.Add(new Block(BlockRole.Body, span, "given as text"));
            start = end + 1;
        }

        if (!string.IsNullOrWhiteSpace(title)) blocks.Add(new Block(BlockRole.Headline, new TextSpan(text.Length + 1, whole.Length), "given as title"));
        var capture = CaptureId.Of(Encoding.UTF8.GetBytes(whole));
        return new Article(new ArticleId(id), capture, id, whole, blocks.ToImmutable(), title is null ? null : new Sourced(title, "given"), outlet is null ? null : new Sourced(outlet, "given"), [], [], null, Date(published), published is null ? "none" : "given", null, null, null, []);
    }

    internal static UncertainDate Date(string? iso) =>
        iso is null ? UncertainDate.Unknown("no date given")
        : iso.Length > 10 && DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? UncertainDate.At(moment, "as given")
        : DateOnly.TryParseExact(iso.Length >= 10 ? iso[..10] : iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? UncertainDate.On(day, "as given")
        : UncertainDate.Unknown($"'{iso}' is not an ISO date");
}
