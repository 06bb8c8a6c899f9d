namespace Dateline.Time;

/// <summary>lexicon/time-words.tsv: the words of time by class, each with its value. An entry that begins with a capital matches only such words ("May", "Sat").</summary>
internal sealed class TimeWords
{
    internal readonly record struct Entry(Piece[] Words, string Value);

    internal sealed class Class
    {
        private readonly Dictionary<string, List<Entry>> byFirst = new(StringComparer.Ordinal);

        public IEnumerable<string> FirstWords => byFirst.Keys;

        public void Add(Entry entry)
        {
            var first = entry.Words[0].Lower;
            if (!byFirst.TryGetValue(first, out var entries)) byFirst[first] = entries = [];
            entries.Add(entry);
        }

        /// <summary>The entries that begin with this word; each still has to be looked up with <see cref="Stands"/>.</summary>
        public List<Entry>? Beginning(string word) => byFirst.GetValueOrDefault(word);

        public bool IsAt(Piece[] pieces, int at)
        {
            if (!byFirst.TryGetValue(pieces[at].Lower, out var entries)) return false;
            foreach (var entry in entries)
                if (Stands(entry.Words, pieces, at)) return true;
            return false;
        }

        public static bool Stands(Piece[] words, Piece[] pieces, int at)
        {
            if (at + words.Length > pieces.Length) return false;
            for (var i = 0; i < words.Length; i++)
                if (!pieces[at + i].Is(words[i].Lower) || (words[i].Capital && !pieces[at + i].Capital) || (words[i].Glued && !pieces[at + i].Glued)) return false;
            return true;
        }
    }

    private readonly Dictionary<string, Class> classes = new(StringComparer.Ordinal);

    private static readonly Lazy<TimeWords> Lexicon = new(Load);

    public static TimeWords All => Lexicon.Value;

    public Class? Named(string name) => classes.GetValueOrDefault(name);

    private static TimeWords Load()
    {
        var words = new TimeWords();
        foreach (var row in Resources.Rows("lexicon/time-words.tsv"))
        {
            if (!words.classes.TryGetValue(row[1], out var named)) words.classes[row[1]] = named = new Class();
            named.Add(new Entry(Piece.Read(row[0], new TextSpan(0, row[0].Length)), row[2]));
        }

        return words;
    }
}
