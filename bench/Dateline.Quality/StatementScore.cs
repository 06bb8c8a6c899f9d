namespace Dateline.Quality;

/// <summary>Statements of the judged pages against gold: found, right source, channel, time, relay.</summary>
internal static class StatementScore
{
    public static IEnumerable<Figure> Figures(StorySet set)
    {
        var judged = set.Statements.Select(g => g.Text("page")!).ToHashSet();
        var made = set.Ledger.Statements.Where(s => !s.OutletVoice && judged.Contains(set.PageOf(s.Article))).ToList();
        var hit = new HashSet<StatementId>();
        int found = 0, sources = 0, channels = 0, channelled = 0, times = 0, timed = 0, relays = 0, relayed = 0;
        foreach (var gold in set.Statements)
        {
            var page = set.Pages[gold.Text("page")!];
            var matching = made.Where(s => set.PageOf(s.Article) == gold.Text("page") && page.Covers(gold.Text("content")!, set.ContentOf(s))).ToList();
            if (matching.Count == 0) continue;
            found++;
            hit.UnionWith(matching.Select(s => s.Id));
            var (who, source) = (Folding.Key(gold.Text("who")), Folding.Key(gold.Text("source")));
            if (matching.Any(s => In(who, Folding.Key(s.Source.Entity)) || In(Folding.Key(s.Source.Text), source) || In(source, Folding.Key(s.Source.Text)))) sources++;
            if (gold.Text("channel") is { Length: > 0 } channel)
            {
                channelled++;
                if (matching.Any(s => In(Folding.Key(channel), Folding.Key(s.Channel)))) channels++;
            }

            if (gold.Text("relay") is { Length: > 0 } relay)
            {
                relayed++;
                if (matching.Any(s => In(Folding.Key(relay), Folding.Key("[" + string.Join(", ", s.Relay) + "]")))) relays++;
            }

            if (gold.Items("said").Select(s => s.GetString()).ToList() is [var from, var to])
            {
                timed++;
                if (matching.Any(s => Day(s.Said?.FromIso) == from && Day(s.Said?.ToIso) == to)) times++;
            }
        }

        yield return Figure.Share("statements.precision", hit.Count, made.Count);
        yield return Figure.Share("statements.recall", found, set.Statements.Count);
        yield return Figure.Share("statements.source", sources, found);
        yield return Figure.Share("statements.channel", channels, channelled);
        yield return Figure.Share("statements.said", times, timed);
        yield return Figure.Share("statements.relay", relays, relayed);
    }

    private static bool In(string part, string whole) => whole.Contains(part, StringComparison.Ordinal);

    private static string? Day(string? iso) => iso is { Length: >= 10 } ? iso[..10] : iso;
}
