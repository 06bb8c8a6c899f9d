using System.CommandLine;
using Dateline.Decisions;
using Dateline.Exchange;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline story show|merge|split|move: one story in the terminal, and what a person decides about it.</summary>
internal static class StoryCommand
{
    public static Command Create() => new Command("story", "Works on one story.") { Show(), Merge(), Split(), Move() }.Example("dateline story show story-1");

    private static Command Show()
    {
        var story = CommandLine.Story();
        var file = CommandLine.Ledger();
        var format = CommandLine.Format("text", "json");
        return new Command("show", "Shows one story: what changed, the tracks with their exact words, the origins, the articles.") { story, file, format }
            .Example("dateline story show story-1")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                var one = CommandLine.LoadStory(ledger, parsed.GetValue(story)!);
                if (parsed.GetValue(format) == "json") JsonOutput.Document(json => LedgerJson.Write(json, one));
                else StoryText.Write(Console.Out, one);
            });
    }

    private static Command Merge()
    {
        var one = CommandLine.Story();
        var other = new Argument<string>("OTHER") { Description = "The story that becomes one with it." };
        var (file, by) = (CommandLine.Ledger(), CommandLine.By());
        return new Command("merge", "Decides that two stories are one; the younger id leads to the older one from then on.") { one, other, file, by }
            .Example("dateline story merge story-1 story-4")
            .Does((parsed, talk, cancel) => Decide(parsed, file, by, talk, ledger =>
            {
                var (first, second) = (Load(ledger, parsed.GetValue(one)!), Load(ledger, parsed.GetValue(other)!));
                return first.Id == second.Id ? throw new UsageException($"{first.Id} is one story already.") : Rulings.Merge(first, second);
            }, cancel));
    }

    private static Command Split()
    {
        var story = CommandLine.Story();
        var taken = new Argument<string[]>("ARTICLE") { Description = "Ids of the articles that are a story of their own; `dateline story show` lists them.", Arity = ArgumentArity.OneOrMore };
        var (file, by) = (CommandLine.Ledger(), CommandLine.By());
        return new Command("split", "Decides that some articles of a story are another one.") { story, taken, file, by }
            .Example("dateline story split story-1 3fa9c1d2e4b5a697")
            .Does((parsed, talk, cancel) => Decide(parsed, file, by, talk, ledger =>
            {
                var from = Load(ledger, parsed.GetValue(story)!);
                var articles = parsed.GetValue(taken)!.Select(a => Article(from, a)).ToHashSet();
                return articles.Count == from.Articles.Length ? throw new UsageException($"{from.Id} has no other articles: one at least must stay.") : Rulings.Split(from, articles);
            }, cancel));
    }

    private static Command Move()
    {
        var article = new Argument<string>("ARTICLE") { Description = "The article's id; `dateline story show` lists them." };
        var to = CommandLine.Story();
        var (file, by) = (CommandLine.Ledger(), CommandLine.By());
        return new Command("move", "Decides that an article belongs to another story.") { article, to, file, by }
            .Example("dateline story move 3fa9c1d2e4b5a697 story-2")
            .Does((parsed, talk, cancel) => Decide(parsed, file, by, talk, ledger =>
            {
                var id = new ArticleId(parsed.GetValue(article)!);
                var from = ledger.StoryOf(id) is { } of ? ledger.Load(of)!.Stories[0] : throw new UsageException($"There is no article {id} in {ledger.Location}; dateline story show lists those of a story.");
                var target = Load(ledger, parsed.GetValue(to)!);
                return target.Id == from.Id ? throw new UsageException($"The article stands in {from.Id} already.") : Rulings.Move(id, from, target);
            }, cancel));
    }

    private static void Decide(ParseResult parsed, Option<string?> file, Option<string> by, Talk talk, Func<ILedger, Ruling> ruling, CancellationToken cancel)
    {
        using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
        Adding.Complete(ledger, talk, cancel);
        DecisionsCommand.Append(ledger, ruling(ledger), parsed.GetValue(by)!, talk, cancel);
    }

    private static Story Load(ILedger ledger, string story) => CommandLine.LoadStory(ledger, story).Stories[0];

    private static ArticleId Article(Story story, string id) =>
        story.Articles.FirstOrDefault(a => a.Value == id) is { Value: not null } article ? article : throw new UsageException($"There is no article {id} in {story.Id}; dateline story show {story.Id} lists them.");
}
