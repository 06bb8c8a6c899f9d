namespace Dateline.Reading;

/// <summary>Text as people copy or scrape it from a page: its lines are all there is.</summary>
internal static class PlainText
{
    /// <summary>The lines that hold more than white space, with their offsets in the text.</summary>
    public static PageLines Lines(string text)
    {
        var lines = new PageLines();
        var blank = false;
        for (var start = 0; start < text.Length && !lines.IsTooLong;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            var span = new TextSpan(start, end).Trim(text);
            if (span.IsEmpty) blank = true;
            else
            {
                lines.Add(new Line(span.Slice(text), span.Start, blank));
                blank = false;
            }

            start = end + 1;
        }

        return lines;
    }
}
