using Dateline.Time;

namespace Dateline.Quantities;

/// <summary>Phrases of a lexicon with their values, found at a place in the pieces; the longest wins.</summary>
internal sealed class PhraseTable<T>
    where T : class
{
    private readonly Dictionary<string, List<(Piece[] Words, T Value)>> byFirst = new(StringComparer.Ordinal);

    public void Add(string phrase, T value)
    {
        var words = Piece.Read(phrase, new TextSpan(0, phrase.Length));
        if (!byFirst.TryGetValue(words[0].Lower, out var entries)) byFirst[words[0].Lower] = entries = [];
        entries.Add((words, value));
    }

    public (T Value, int End)? At(Piece[] pieces, int at)
    {
        if (at < 0 || at >= pieces.Length || !byFirst.TryGetValue(pieces[at].Lower, out var entries)) return null;
        (T Value, int End)? best = null;
        foreach (var (words, value) in entries)
        {
            if (at + words.Length > pieces.Length || (best is { } b && b.End >= at + words.Length)) continue;
            var stands = true;
            for (var i = 0; i < words.Length && stands; i++)
                stands = pieces[at + i].Is(words[i].Lower) && (!words[i].Capital || pieces[at + i].Capital) && (!words[i].Glued || pieces[at + i].Glued);
            if (stands) best = (value, at + words.Length);
        }

        return best;
    }
}
