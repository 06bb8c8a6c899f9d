namespace Dateline.Annotation;

/// <summary>Runs of capitalised words that may hold names: [First, End) token indices.</summary>
internal readonly record struct NameRun(int First, int End)
{
    public int Length => End - First;
}

/// <summary>Cuts sentences into runs of capitalised words, with the small words that names hold inside ("of", "al", "de", hyphens).</summary>
internal static class NameRuns
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "al", "el", "de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "bin", "ibn", "la", "le", "dos", "das", "ul", "ur", "d'", "y" };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "AM", "PM", "ST", "ND", "RD", "TH", "KM", "KG", "MM", "CM", "MW", "GW", "KW", "MWH", "GWH", "KWH", "KV", "MHZ", "GHZ", "KHZ", "HZ", "BN", "TN", "MP", "GB", "TB", "MB", "KB", "HP", "CC", "FT", "LB", "LBS", "OZ", "ML", "BC", "AD", "HD", "WD", "GMT", "EST", "UTC", "HRS", "MPH", "USD", "EUR", "GBP" };

    /// <summary>A small word that names hold inside: "van", "al", "de la".</summary>
    public static bool IsParticle(string lower) => Particles.Contains(lower);

    public static List<NameRun> Find(Words words)
    {
        var runs = new List<NameRun>();
        foreach (var sentence in words.Sentences)
        {
            var end = sentence.FirstToken + sentence.TokenCount;
            for (var i = sentence.FirstToken; i < end;)
            {
                if (!Starts(words, i, end))
                {
                    i++;
                    continue;
                }

                var stop = i + 1;
                while (stop < end && Joins(words, i, stop, end) is var step and > 0) stop += step;
                runs.Add(new NameRun(i, stop));
                i = stop;
            }
        }

        return runs;
    }

    /// <summary>True in a line whose words are almost all capitalised: a headline, where capitals tell nothing.</summary>
    public static bool IsTitleCase(Words words, Sentence sentence)
    {
        int capital = 0, small = 0;
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (!words.IsWord(i) || words.Lower(i).Length < 4) continue;
            if (words.IsCapital(i)) capital++;
            else small++;
        }

        return capital >= 4 && small * 4 <= capital;
    }

    private static bool Starts(Words words, int i, int end)
    {
        if (!words.IsWord(i)) return IsStation(words, i);
        if (words.IsCapital(i)) return words.Lower(i) is not ("i" or "i'm" or "i've");
        return words.Lower(i) is "al" or "el" or "bin" or "von" or "van" or "de" && i + 1 < end && (words.IsCapital(i + 1) || (words.Lower(i + 1) == "-" && i + 2 < end && words.IsCapital(i + 2)));
    }

    /// <summary>"6QX", "1QXB": digits and capitals, but no unit or time of day.</summary>
    public static bool IsStation(Words words, int i)
    {
        if (!words.IsNumber(i)) return false;
        var text = words.Text.AsSpan(words.Span(i).Start, words.Span(i).Length);
        var letters = text.TrimStart("0123456789");
        if (text.Length - letters.Length > 4 || letters.Length is < 2 or > 5 || letters.ContainsAnyExceptInRange('A', 'Z')) return false;
        return !Units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);
    }

    /// <summary>How many tokens more belong to the run: 0 ends it.</summary>
    private static int Joins(Words words, int first, int i, int end)
    {
        if (words.IsWord(i) && words.IsCapital(i)) return words.Lower(i) is "i" ? 0 : 1;
        if (words.IsNumber(i)) return words.Lower(i - 1) is "g" or "channel" or "france" or "group" ? 1 : 0;
        if (i + 1 >= end) return 0;
        var tight = words.Span(i).Start == words.Span(i - 1).End && words.Span(i + 1).Start == words.Span(i).End;
        if (words.Lower(i) is "-" or "'" or "’" or "&" or "/" && (tight || words.Lower(i) == "&") && words.Lower(i) != "/" && words.IsWord(i + 1) && (words.IsCapital(i + 1) || Particles.Contains(words.Lower(i - 1)) || (words.Lower(i) == "-" && words.IsCapital(i - 1) && IsNameTail(words, i + 1)))) return 2;
        if (Particles.Contains(words.Lower(i)))
        {
            if (words.IsCapital(i + 1)) return 2;
            if (words.Lower(i + 1) == "-" && i + 2 < end && words.IsCapital(i + 2)) return 3;
            if (Particles.Contains(words.Lower(i + 1)) && i + 2 < end && words.IsCapital(i + 2)) return 3;
        }

        return 0;
    }

    /// <summary>"Jong-un", "Ki-moon": a short small part behind the hyphen of a name, not "Moscow-led".</summary>
    private static bool IsNameTail(Words words, int i) =>
        words.Lower(i).Length <= 5 && words.Lower(i) is not ("led" or "based" or "born" or "era" or "run" or "like" or "style" or "wide" or "made" or "rich" or "ruled" or "held" or "owned" or "level" or "mid" or "pro" or "day" or "week" or "year" or "old" or "time" or "back" or "up" or "type" or "size" or "range" or "in" or "on" or "out" or "off" or "to" or "and" or "or" or "line" or "free" or "only") && !Cues.IsSpeaking(words.Lower(i));
}
