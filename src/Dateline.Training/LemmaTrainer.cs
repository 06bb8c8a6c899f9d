using System.Globalization;
using Dateline.Language;

namespace Dateline.Training;

/// <summary>Learns endings and exceptions from words with their tags and lemmas.</summary>
internal static class LemmaTrainer
{
    private const int LongestEnding = 6;
    private const int LeastGain = 2; // words that a longer ending must mend before it becomes a rule

    /// <param name="known">Further rows (fine tag, word, lemma) that hold whatever the treebanks say.</param>
    public static (List<string[]> Rules, List<string[]> Exceptions) Learn(IEnumerable<TreeSentence> sentences, IEnumerable<string[]> known)
    {
        var words = Words(sentences, known);
        var rules = new List<string[]>();
        foreach (var group in words.Where(w => !IsName(w.FineTag)).GroupBy(w => w.FineTag, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)) AddRules(group.Key, [.. group], rules);
        var tables = new Lemmatizer.Tables(rules, []);
        var exceptions = words.Where(w => tables.Lemma(w.Word, w.Tag, w.FineTag) is var lemma && lemma != w.Lemma && !(IsName(w.FineTag) && lemma.Equals(w.Lemma, StringComparison.OrdinalIgnoreCase)))
            .Select(w => new[] { w.FineTag, w.Word, w.Lemma }).OrderBy(r => r[0], StringComparer.Ordinal).ThenBy(r => r[1], StringComparer.Ordinal).ToList();
        return (rules, exceptions);
    }

    private static bool IsName(string fineTag) => fineTag is "NNP";

    private sealed record Form(string Word, string Tag, string FineTag, string Lemma);

    /// <summary>Each form with its most frequent lemma; forms written unlike their lemma by mistake are seen once and left out.</summary>
    private static List<Form> Words(IEnumerable<TreeSentence> sentences, IEnumerable<string[]> known)
    {
        var forms = new Dictionary<(string Word, string FineTag), Form>();
        foreach (var group in sentences.SelectMany(s => s.Words).Where(w => w.Tag is not ("PUNCT" or "SYM" or "X" or "NUM") && w.FineTag is not ("GW" or "ADD"))
            .GroupBy(w => (Word: w.Form.ToLowerInvariant().Replace('\u2019', '\''), w.FineTag)))
        {
            var best = group.GroupBy(w => w.Lemma, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            if (group.Key.Word.Any(char.IsWhiteSpace) || best.Key.Any(char.IsWhiteSpace) || best.Key.Length == 0) continue;
            if (best.Count() == 1 && group.Key.Word[0] != char.ToLowerInvariant(best.Key[0])) continue;
            forms[group.Key] = new Form(group.Key.Word, best.First().Tag, group.Key.FineTag, best.Key);
        }

        foreach (var row in known) forms[(row[1], row[0])] = new Form(row[1], row[0][0] == 'V' ? "VERB" : "NOUN", row[0], row[2]);
        return [.. forms.Values.OrderBy(f => f.FineTag, StringComparer.Ordinal).ThenBy(f => f.Word, StringComparer.Ordinal)];
    }

    private static void AddRules(string fineTag, List<Form> forms, List<string[]> rules)
    {
        var chosen = new Dictionary<string, Lemmatizer.Edit>(StringComparer.Ordinal);
        for (var length = 0; length <= LongestEnding; length++)
        {
            foreach (var group in forms.Where(f => f.Word.Length > length).GroupBy(f => f.Word[^length..], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var parent = Parent(chosen, group.Key);
                var edits = group.GroupBy(EditOf).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Cut).ThenBy(g => g.Key.Ending, StringComparer.Ordinal).ToList();
                var now = parent is { } p ? edits.Where(e => e.Key == p).Sum(e => e.Count()) : 0;
                if (edits[0].Key.Cut > 9 || (parent is not null && (edits[0].Key == parent || edits[0].Count() - now < LeastGain))) continue;
                chosen[group.Key] = edits[0].Key;
                rules.Add([fineTag, "-" + group.Key, edits[0].Key.Cut.ToString(CultureInfo.InvariantCulture), edits[0].Key.Ending]);
            }
        }
    }

    private static Lemmatizer.Edit? Parent(Dictionary<string, Lemmatizer.Edit> chosen, string ending)
    {
        for (var from = 1; from <= ending.Length; from++)
        {
            if (chosen.TryGetValue(ending[from..], out var edit)) return edit;
        }

        return null;
    }

    private static Lemmatizer.Edit EditOf(Form form)
    {
        var same = 0;
        while (same < form.Word.Length && same < form.Lemma.Length && form.Word[same] == form.Lemma[same]) same++;
        return new Lemmatizer.Edit(form.Word.Length - same, form.Lemma[same..]);
    }
}
