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
                if (!words.IsCapital(i))
                {
                    i++;
                    continue;
                }

                var last = i;
                for (var k = i + 1; k < end; k++)
                {
                    if (words.IsCapital(k)) last = k;
                    else if (k - last > 2 || !(words.Lower(k) is "of" or "the" or "and" or "&" or "-" or "for" || NameRuns.IsParticle(words.Lower(k)))) break;
                }

                Array.Fill(edges, new NameRunEdges(i, last), i, last + 1 - i);
                i = last + 1;
            }
        }

        return edges;
    }
}
