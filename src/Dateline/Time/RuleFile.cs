namespace Dateline.Time;

/// <summary>Reads the part of YAML in which the rule files are written, so that a cold start need not load a YAML library: top-level "fragments:" and "rules:",
/// single-quoted or plain scalars on one line, lists of scalars under "examples:" and "counterexamples:". A test reads the same files with a YAML library and compares.</summary>
internal sealed record RuleFile(IReadOnlyDictionary<string, string> Fragments, IReadOnlyList<RuleFile.Rule> Rules)
{
    internal sealed record Rule(IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> Examples, IReadOnlyList<string> Counterexamples)
    {
        public string Id => Fields["id"];

        public string Field(string name) => Fields.GetValueOrDefault(name, "");
    }

    /// <exception cref="FormatException">a line that is not of this part of YAML</exception>
    public static RuleFile Parse(string yaml)
    {
        var fragments = new Dictionary<string, string>(StringComparer.Ordinal);
        var rules = new List<Rule>();
        Dictionary<string, string>? fields = null;
        List<string> examples = [], counterexamples = [];
        List<string>? list = null;
        var section = "";
        foreach (var raw in yaml.AsSpan().EnumerateLines())
        {
            var line = raw.TrimEnd();
            var text = line.TrimStart();
            if (text.IsEmpty || text[0] == '#') continue;
            var indent = line.Length - text.Length;
            if (indent == 0)
            {
                section = text.TrimEnd(':').ToString();
            }
            else if (section == "fragments")
            {
                var (key, value) = Pair(text);
                fragments.Add(key, value);
            }
            else if (indent >= 6 && text.StartsWith("- "))
            {
                (list ?? throw new FormatException($"A list where none is expected: {text}")).Add(Scalar(text[2..]));
            }
            else
            {
                if (text.StartsWith("- "))
                {
                    Finish();
                    fields = new Dictionary<string, string>(StringComparer.Ordinal);
                    text = text[2..];
                }

                var (key, value) = Pair(text);
                list = key switch { "examples" => examples, "counterexamples" => counterexamples, _ => null };
                if (list is null) (fields ?? throw new FormatException($"A field outside a rule: {text}")).Add(key, value);
            }
        }

        Finish();
        return new RuleFile(fragments, rules);

        void Finish()
        {
            if (fields is not null) rules.Add(new Rule(fields, examples, counterexamples));
            (examples, counterexamples) = ([], []);
        }
    }

    private static (string Key, string Value) Pair(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) throw new FormatException($"'key: value' expected: {text}");
        return (text[..colon].ToString(), Scalar(text[(colon + 1)..]));
    }

    private static string Scalar(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length >= 2 && text[0] == '\'' ? text[1..^1].ToString().Replace("''", "'", StringComparison.Ordinal) : text.ToString();
    }
}
