namespace Dateline.Annotation;

/// <summary>Where the run of capitalised words that a token stands in begins and ends, small words inside ("of the") included; -1 outside of any.</summary>
internal readonly record struct NameRunEdges(int First, int Last)
{
    public static NameRunEdges[] Of(Words words)
    {
        var edges = new NameRunEdges[words.Count];
        Array.Fill(edges, new NameRunEdges(-1, -1));
        foreach (var sentence in words.Sentences)
        {
            var end = sentence.FirstToken + sentence.TokenCount;
            for (var i = sentence.FirstToken; i < end;)
            {
                if (!IsPart(words, i) && !IsNumberBefore(words, i, end))
                {
                    i++;
                    continue;
                }

                var last = i;
                for (var k = i + 1; k < end; k++)
                {
                    if (IsPart(words, k)) last = k;
                    else if (k - last > 2 || !(words.Lower(k) is "of" or "the" or "and" or "&" or "-" or "for" || NameRuns.IsParticle(words.Lower(k)))) break;
                }

                Array.Fill(edges, new NameRunEdges(i, last), i, last + 1 - i);
                i = last + 1;
            }
        }

        return edges;
    }

    private static bool IsPart(Words words, int i) => words.IsCapital(i) || IsMixed(words, i);

    /// <summary>"6QX", "1QXB": digits first, and capitals.</summary>
    public static bool IsMixed(Words words, int i)
    {
        if (!words.IsNumber(i)) return false;
        foreach (var c in words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length)) if (char.IsUpper(c)) return true;
        return false;
    }

    /// <summary>"65th Harbour Guards", "40 Days to Ulm".</summary>
    private static bool IsNumberBefore(Words words, int i, int end) =>
        words.IsNumber(i) && i + 1 < end && words.IsCapital(i + 1) && words.Span(i).Length <= 5 && !NameKinds.IsCalendar(words.Lower(i + 1)) && !words.Lower(i).Contains(':') && (i == 0 || !NameKinds.IsCalendar(words.Lower(i - 1)));
}
