namespace Dateline.Reading;

/// <summary>The lexicon of what pages say beside their story (lexicon/boilerplate.tsv): phrase, where in the line it must stand, what it marks.</summary>
internal static class Phrases
{
    // those of all places, and those that may stand behind the first word of a line that is no row of labels
    private static readonly Lazy<(FirstWords Everywhere, FirstWords Within)> Tables = new(() =>
    {
        var phrases = Load();
        return (new FirstWords(phrases), new FirstWords(phrases.Where(p => p.Place is Place.Any or Place.End)));
    });

    private enum Place
    {
        Any,
        Start,
        End,
        Whole,
    }

    /// <summary>Where a phrase may stand in running text too ("Source", "Image"), only a sign after it makes it a mark.</summary>
    private const int ShortLine = 8;

    // "Home Video Live TV": a row of the page's labels
    private const int LabelRow = 12;
    private const double LabelShare = 0.75;

    /// <summary>The marks of all phrases in a line, and the first phrase found, for the reason.</summary>
    public static LineMarks Find(string text, Measure measure, out string? phrase)
    {
        var marks = LineMarks.None;
        phrase = null;
        var (everywhere, within) = Tables.Value;
        var keys = measure.Keys;
        var covered = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var candidate in (i == 0 || keys.Length <= LabelRow ? everywhere : within).Of(keys[i]))
            {
                if (candidate.Place == Place.Whole && keys.Length <= LabelRow && candidate.Covers(keys, i)) covered += candidate.Keys.Length;
                if (!candidate.StandsAt(keys, i)) continue;
                if (candidate.Place == Place.Start && keys.Length > ShortLine && candidate.Mark != LineMarks.Plea && !SignFollows(text, candidate.Text)) continue;
                marks |= candidate.Mark;
                phrase ??= candidate.Text;
            }
        }

        if (keys.Length > 1 && covered >= LabelShare * keys.Length)
        {
            marks |= LineMarks.Boilerplate;
            phrase ??= "row of labels";
        }

        return marks;
    }

    /// <summary>"FILE - ", "Photo:", "Source |" but not "Images of the".</summary>
    private static bool SignFollows(string text, string phrase)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        at += phrase.Length;
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && text[at] is ':' or '-' or '–' or '—' or '|' or '/' or '(' or '：' or '»';
    }

    private static Phrase[] Load() =>
    [
        .. Resources.Rows("lexicon/boilerplate.tsv").Select(row => new Phrase(row[0], Measure.KeysOf(row[0]), Enum.Parse<Place>(row[1], ignoreCase: true), Enum.Parse<LineMarks>(row[2], ignoreCase: true))),
    ];

    /// <summary>Phrases by their first word.</summary>
    private sealed class FirstWords
    {
        private readonly WordSet words;
        private readonly Phrase[][] phrases;

        public FirstWords(IEnumerable<Phrase> all)
        {
            phrases = [.. all.GroupBy(p => p.Keys[0]).Select(g => g.ToArray())];
            words = new WordSet([.. phrases.Select((group, i) => (group[0].Keys[0], i))]);
        }

        public ReadOnlySpan<Phrase> Of(int key)
        {
            var found = words.Find(key);
            return found < 0 ? [] : phrases[found];
        }
    }

    private sealed record Phrase(string Text, int[] Keys, Place Place, LineMarks Mark)
    {
        public bool StandsAt(int[] line, int at)
        {
            if (at + Keys.Length > line.Length) return false;
            if (Place is Place.Start or Place.Whole && at != 0) return false;
            if (Place is Place.End or Place.Whole && at + Keys.Length != line.Length) return false;
            return line.AsSpan(at, Keys.Length).SequenceEqual(Keys);
        }

        public bool Covers(int[] line, int at) => at + Keys.Length <= line.Length && line.AsSpan(at, Keys.Length).SequenceEqual(Keys);
    }
}
