namespace Dateline.Annotation;

/// <summary>How a verb form can be used. "said" is past and participle, "read" all but the third person.</summary>
[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,
    Present = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
}

/// <summary>What may follow an attributing verb.</summary>
[Flags]
internal enum Frame
{
    None = 0,

    /// <summary>A clause, with or without "that".</summary>
    Clause = 1,

    /// <summary>A quotation, or a clause before the verb.</summary>
    Quotation = 2,

    /// <summary>A to-infinitive.</summary>
    Infinitive = 4,

    /// <summary>A noun phrase.</summary>
    Noun = 8,

    /// <summary>The one addressed comes first: "told reporters that".</summary>
    Addressee = 16,

    /// <summary>A noun phrase and what it is taken for: "cast the vote as a threat".</summary>
    Portrayal = 32,

    /// <summary>A clause whose subject follows at once, "that" or not: "found the dam was old", not "found a dam that was old".</summary>
    OwnSubject = 64,
}

/// <summary>A verb that attributes.</summary>
/// <param name="Kind">As in the lexicon: saying, finding, document, publish, order, talk, attack, attitude, belief, plan, seeming.</param>
/// <param name="Particle">The words that must follow ("for" of "call for", "back on" of "push back on"), or empty.</param>
internal sealed record Cue(string Lemma, string Particle, string Kind, Frame Frames);

/// <summary>The lexicon of attributing verbs, by their forms.</summary>
internal static class Cues
{
    private static readonly Lazy<Dictionary<string, (VerbForm Form, List<Cue> Cues, bool Speaks)>> Forms = new(Load);

    public static bool IsForm(string lower) => Forms.Value.ContainsKey(lower);

    /// <summary>A form that tells, of a word beside a name, that the name speaks: one of lexicon/cues.tsv, for of those of cue-stances.tsv ("look", "take") many do other things.</summary>
    public static bool IsSpeaking(string lower) => Forms.Value.TryGetValue(lower, out var found) && found.Speaks;

    public static VerbForm FormOf(string lower) => Forms.Value.TryGetValue(lower, out var found) ? found.Form : VerbForm.None;

    /// <summary>The cues that a form may be, those with a particle first.</summary>
    public static IReadOnlyList<Cue> Of(string lower) => Forms.Value.TryGetValue(lower, out var found) ? found.Cues : [];

    private static Dictionary<string, (VerbForm Form, List<Cue> Cues, bool Speaks)> Load()
    {
        var forms = new Dictionary<string, (VerbForm Form, List<Cue> Cues, bool Speaks)>(4096, StringComparer.Ordinal);
        Read(forms, "lexicon/cues.tsv", speaks: true);
        Read(forms, "lexicon/cue-stances.tsv", speaks: false);
        foreach (var (_, cues, _) in forms.Values) cues.Sort((a, b) => string.CompareOrdinal(b.Particle, a.Particle));
        return forms;
    }

    private static void Read(Dictionary<string, (VerbForm Form, List<Cue> Cues, bool Speaks)> forms, string file, bool speaks)
    {
        foreach (var row in Resources.Rows(file))
        {
            var words = row[0].Split(' ', 2);
            var cue = new Cue(words[0], words.Length > 1 ? words[1] : "", row[1], row[2].Split('|').Aggregate(Frame.None, (all, f) => all | FrameOf(f)));
            foreach (var (form, use) in Inflect(words[0], row.Length > 3 ? row[3] : ""))
            {
                var entry = forms.TryGetValue(form, out var found) ? found : (Form: VerbForm.None, Cues: [], Speaks: false);
                if (!entry.Cues.Contains(cue)) entry.Cues.Add(cue);
                forms[form] = (entry.Form | use, entry.Cues, entry.Speaks | speaks);
            }
        }
    }

    /// <summary>All forms of a verb: regular ones by the rules of spelling, past and participle as given.</summary>
    internal static IEnumerable<(string Form, VerbForm Use)> Inflect(string verb, string irregular)
    {
        var stem = verb.EndsWith('e') ? verb[..^1] : verb;
        var consonantY = verb.EndsWith('y') && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal);
        var doubled = Doubles(verb) ? verb + verb[^1] : stem;
        yield return (verb, VerbForm.Base);
        yield return (consonantY ? verb[..^1] + "ies" : verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('x') || verb.EndsWith('o') ? verb + "es" : verb + "s", VerbForm.Present);
        yield return (verb.EndsWith("ee", StringComparison.Ordinal) ? verb + "ing" : doubled + "ing", VerbForm.Gerund);
        if (irregular.Length == 0)
        {
            yield return (consonantY ? verb[..^1] + "ied" : doubled + "ed", VerbForm.Past | VerbForm.Participle);
            yield break;
        }

        var parts = irregular.Split('|');
        yield return (parts[0], VerbForm.Past);
        yield return (parts[^1], VerbForm.Participle);
    }

    /// <summary>Short verbs, and those stressed at the end, double their last consonant.</summary>
    private static bool Doubles(string verb) =>
        verb is "admit" or "beg" or "brag" or "chat" or "commit" or "dub" or "forget" or "fret" or "nod" or "plan" or "prefer" or "put" or "quip" or "rebut" or "refer" or "regret" or "set" or "slam" or "snap" or "submit" or "sum" or "chid" or "begin" or "permit" or "plot" or "ban" or "bar" or "defer" or "demur" or "extol" or "hit" or "pan" or "peg" or "rip" or "shrug" or "spar" or "split";

    private static Frame FrameOf(string letter) => letter switch
    {
        "c" => Frame.Clause,
        "f" => Frame.Clause | Frame.OwnSubject,
        "q" => Frame.Quotation,
        "t" => Frame.Infinitive,
        "n" => Frame.Noun,
        "a" => Frame.Addressee,
        "s" => Frame.Portrayal,
        _ => throw new InvalidOperationException($"No frame '{letter}'."),
    };
}
