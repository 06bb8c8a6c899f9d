namespace Dateline.Time;

/// <summary>All time rules with an index over the words they can begin with. A place whose word begins no rule costs one look-up.</summary>
internal sealed class TimeRules
{
    private readonly Dictionary<string, List<TimeRule>> byFirst = new(StringComparer.Ordinal);

    private static readonly Lazy<TimeRules> Embedded = new(Load);

    public static TimeRules All => Embedded.Value;

    public IReadOnlyList<TimeRule> Rules { get; }

    private TimeRules(IReadOnlyList<TimeRule> rules)
    {
        Rules = rules;
        foreach (var rule in rules)
        {
            var first = new HashSet<string>(StringComparer.Ordinal);
            if (!rule.Start.AddFirst(first)) throw new FormatException($"The pattern of {rule.Id} may match nothing.");
            foreach (var word in first)
            {
                if (!byFirst.TryGetValue(word, out var starting)) byFirst[word] = starting = [];
                starting.Add(rule); // in the order of the rules, whatever the order of the words
            }
        }
    }

    /// <summary>The matches of the pieces from left to right, none overlapping: at each place the longest, of equals the rule that stands first. <paramref name="accept"/> may refuse one, then the next best is tried.</summary>
    public IEnumerable<RuleMatch> Find(Piece[] pieces, Func<RuleMatch, bool> accept)
    {
        var state = new MatchState(pieces);
        var fitting = new List<RuleMatch>();
        for (var at = 0; at < pieces.Length;)
        {
            var key = pieces[at].Kind == PieceKind.Digits ? PatternNode.AnyDigits : pieces[at].Lower;
            RuleMatch? found = null;
            if (byFirst.TryGetValue(key, out var rules))
            {
                fitting.Clear();
                foreach (var rule in rules)
                    if (rule.MatchAt(state, at) is { } match) fitting.Add(match);
                while (found is null && fitting.Count > 0)
                {
                    var best = 0;
                    for (var i = 1; i < fitting.Count; i++)
                        if (fitting[i].End > fitting[best].End) best = i;
                    if (accept(fitting[best])) found = fitting[best];
                    else fitting.RemoveAt(best);
                }
            }

            if (found is null)
            {
                at++;
                continue;
            }

            yield return found;
            at = found.End;
        }
    }

    private static TimeRules Load()
    {
        var files = Resources.Names("rules/en/time").Select(name => RuleFile.Parse(Resources.Text(name))).ToList();
        var fragments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
            foreach (var (name, pattern) in file.Fragments) fragments.Add(name, pattern);
        return new TimeRules([.. files.SelectMany(f => f.Rules).Select(rule => Compile(rule, fragments))]);
    }

    internal static TimeRule Compile(RuleFile.Rule rule, IReadOnlyDictionary<string, string> fragments)
    {
        var (start, captures) = PatternReader.Compile(rule.Field("match"), fragments);
        return new TimeRule(rule.Id, start, captures, TimeValues.Named(rule.Field("value")), Words(rule.Field("only-after")), Words(rule.Field("unless-after")), Words(rule.Field("unless-before")));
    }

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
