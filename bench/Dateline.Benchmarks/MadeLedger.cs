using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Storage;
using Dateline.Storage.Sqlite;

namespace Dateline.Benchmarks;

/// <summary>
/// A ledger of many articles that no pipeline read: texts, annotations, stories, tracks and changes are made by rule from a fixed sequence of numbers and written through the store as the fold would write them,
/// in the shapes that real pages have (annotations of 60 KB a page before compression, fifteen statements, five answers). Sizes of stories go by a power law, behind three that are given.
/// </summary>
internal static class MadeLedger
{
    private const double LargeStories = 1.9;
    private const int Days = 700;
    private const double Answers = 5; // of an article of a story that has several
    private const int Refused = 2_000;
    private const int Decided = 300;
    private static readonly int[] Given = [5_000, 3_000, 1_200];
    private static readonly DateOnly First = new(2031, 1, 1);

    /// <summary>Writes the collection of a made ledger anew, as another schema wants it.</summary>
    public static int Rewrite(string file)
    {
        using var ledger = SqliteLedger.Open(file);
        ledger.Replace(ledger.Load());
        return 0;
    }

    public static int Run(string file, int articles, int seed)
    {
        if (File.Exists(file))
        {
            Console.Error.WriteLine($"{file} is there already.");
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var random = new Random(seed);
        var words = new MadeWords();
        var stories = Stories(random, words, articles);
        // the order in which pages come: by day, whatever the story
        var arrivals = stories.SelectMany(s => s.PageDays.Select(d => (Story: s, Day: d))).Select((a, i) => (a.Story, a.Day, Tie: random.Next(), i)).OrderBy(a => a.Day).ThenBy(a => a.Tie).ThenBy(a => a.i).ToList();
        using var ledger = SqliteLedger.Open(file);
        var writer = new MadeText(random, words);
        var history = ImmutableArray.CreateBuilder<AnnotatedArticle>(arrivals.Count);
        foreach (var (story, day, _, _) in arrivals)
        {
            var page = string.Create(CultureInfo.InvariantCulture, $"page-{history.Count + 1}.txt");
            var article = writer.Write(story, history.Count, page, day);
            story.Pages.Add(article);
            history.Add(article);
            ledger.Append(new Derived(Capture.Of(Encoding.UTF8.GetBytes(page), PageFormat.Text, page, PageMetadata.None, new DateTimeOffset(day, new TimeOnly(18, 0), TimeSpan.Zero)), [article], null));
        }

        var noise = new byte[8_000];
        for (var i = 0; i < Refused; i++)
        {
            random.NextBytes(noise);
            ledger.Refuse(Quarantined.Of(new Rejection(Codes.Empty, "The page holds no words.", string.Create(CultureInfo.InvariantCulture, $"refused-{i}.html")), noise.ToArray()));
        }

        for (var i = 0; i < Decided; i++)
            ledger.Decide(new Ruling.AddNote([history[random.Next(history.Count)].Article.Id], [], "ask the harbour master " + words.Common(random)), i % 3 == 0 ? "ada" : "ben", DateTimeOffset.UnixEpoch.AddDays(22_000 + i));
        Console.Error.WriteLine($"{history.Count} pages after {watch.Elapsed.TotalSeconds:0} s");
        ledger.Replace(Collection(random, history.ToImmutable(), stories));
        var counts = ledger.Counts();
        Console.Out.WriteLine($"{counts} after {watch.Elapsed.TotalSeconds:0} s, {new FileInfo(file).Length / 1e6:0} MB and what stands in the log");
        return 0;
    }

    private static List<MadeStory> Stories(Random random, MadeWords words, int articles)
    {
        var stories = new List<MadeStory>();
        for (var left = articles; left > 0;)
        {
            var size = stories.Count < Given.Length ? Math.Min(Given[stories.Count], articles / 10) : (int)Math.Min(1_000, Math.Pow(1 - random.NextDouble(), -1 / (LargeStories - 1)));
            size = Math.Clamp(size, 1, left);
            stories.Add(MadeStory.Begin(random, words, stories.Count + 1, size, First.AddDays(random.Next(Days))));
            left -= size;
        }

        return stories;
    }

    private static Ledger Collection(Random random, ImmutableArray<AnnotatedArticle> history, List<MadeStory> stories)
    {
        var copies = new List<Copy>();
        var origins = new List<Origin>();
        var tracks = new List<Track>();
        foreach (var story in stories)
        {
            story.Sort();
            Share(random, story, copies, origins);
            if (story.Pages.Count > 1) tracks.AddRange(Tracks(random, story));
        }

        return new Ledger(
            Pipeline.Stamp, history, [.. stories.Select(s => s.ToStory())],
            [.. stories.SelectMany(s => s.Pages.Select(p => new Placement(p.Article.Id, s.Id, 0.4, "names and words in common: " + s.Names[0])))],
            [.. copies], [.. origins], [.. tracks])
        {
            Moves = [.. stories.Skip(10).Take(40).Select(s => new StoryMove(StoryMoveKind.Merge, new StoryId(s.Id.Value + 1_000_000), s.Id, s.Pages[0].Article.Id, "a later page joins the two"))],
            Redirects = [.. stories.Skip(10).Take(40).Select(s => new Redirect(new StoryId(s.Id.Value + 1_000_000), s.Id))],
        };
    }

    /// <summary>One page in four carries text of an earlier one; pages with one agency's credit rest on it.</summary>
    private static void Share(Random random, MadeStory story, List<Copy> copies, List<Origin> origins)
    {
        for (var i = 1; i < story.Pages.Count; i++)
        {
            if (random.Next(4) > 0) continue;
            var (a, b) = (story.Pages[(int)(i * random.NextDouble() * random.NextDouble())].Article, story.Pages[i].Article);
            var length = Math.Min(Math.Min(a.Text.Length, b.Text.Length) - 120, 400);
            copies.Add(new Copy(a.Id, b.Id, random.Next(3) == 0 ? CopyKind.NearCopy : CopyKind.Partial, 0.2 + (0.8 * random.NextDouble()), [new Passage(new TextSpan(100, 100 + length), new TextSpan(110, 110 + length))], $"{b.Page} came later and shares {length} characters"));
        }

        foreach (var group in story.Pages.Where(p => p.Article.Agencies.Length > 0).GroupBy(p => p.Article.Agencies[0]))
        {
            var id = new OriginId(string.Create(CultureInfo.InvariantCulture, $"o{origins.Count + 1}"));
            origins.Add(new Origin(id, group.Key, [.. group.Select(p => p.Article.Id)], string.Join("; ", group.Select(p => $"{p.Article.Outlet!.Value} ({p.Article.Page}): credit '{group.Key}'"))));
            foreach (var page in group) story.Rests[page.Article.Id] = id;
        }
    }

    /// <summary>Few questions have most answers; one answer in eleven is a change.</summary>
    private static IEnumerable<Track> Tracks(Random random, MadeStory story)
    {
        var many = Math.Max(1, (int)(3 * Math.Sqrt(story.Pages.Count)));
        var asked = new List<Entry>[many];
        for (var i = 0; i < many; i++) asked[i] = [];
        foreach (var page in story.Pages)
        {
            for (var i = 0; i < Answers; i++)
            {
                var track = (int)(many * Math.Pow(random.NextDouble(), 2.5));
                var statements = page.Annotations.Statements;
                if (statements.Length == 0) continue;
                var statement = statements[random.Next(statements.Length)];
                asked[track].Add(new Entry(
                    page.Article.Id, statement.ContentCover, statement.ContentCover.Slice(page.Article.Text), statement.OutletVoice ? "outlet" : statement.Source.Text, track % 2 == 0 ? MadeWords.Number(100 + (asked[track].Count / 4)) : random.Next(5) == 0 ? "absent" : "present",
                    page.Article.Published, statement.Said, page.Article.Published, statement.Id, story.Rests.TryGetValue(page.Article.Id, out var origin) ? origin : null));
            }
        }

        for (var i = 0; i < many; i++)
        {
            var entries = asked[i];
            if (entries.Select(e => e.Article).Distinct().Count() < 2) continue;
            var changes = Enumerable.Range(1, entries.Count - 1).Where(_ => random.Next(11) == 0)
                .Select(at => new Change((ChangeKind)random.Next(6), at - 1, at, entries[at].Published.To, $"“{entries[at - 1].Quote}” became “{entries[at].Quote}” on a later page of the story, and both speak of one time.")).ToImmutableArray();
            yield return new Track(
                new TrackId(string.Create(CultureInfo.InvariantCulture, $"{story.Id}-t{i:x8}")), story.Id, $"{(i % 2 == 0 ? "How many people were" : "Is there")} {story.Own[i % story.Own.Length]} {story.Own[(i * 7 + 3) % story.Own.Length]} {MadeWords.Number(i)}?", i % 2 == 0 ? TrackKind.Quantity : TrackKind.State, 1, 9, [.. entries], changes);
        }
    }
}
