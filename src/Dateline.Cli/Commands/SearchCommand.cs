using System.CommandLine;
using System.Globalization;
using Dateline.Server.Search;
using Dateline.Storage;

namespace Dateline.Cli.Commands;

/// <summary>dateline search WORDS: who said it, and which articles carry it.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS") { Description = "Words that must all stand in a statement or an article; words in quotation marks stand together.", Arity = ArgumentArity.OneOrMore };
        var file = CommandLine.Ledger();
        var kind = new Option<string>("--kind") { Description = "What is looked for.", HelpName = "any|statement|article", DefaultValueFactory = _ => "any" };
        kind.AcceptOnlyFromAmong("any", "statement", "article");
        var story = new Option<string?>("--story") { Description = "In one story alone.", HelpName = "STORY" };
        var outlet = new Option<string?>("--outlet") { Description = "On pages of one outlet.", HelpName = "NAME" };
        var source = new Option<string?>("--source") { Description = "Said by one person or body.", HelpName = "NAME" };
        var from = new Option<DateOnly?>("--from") { Description = "On pages out on that day or later.", HelpName = "DAY", CustomParser = Day };
        var to = new Option<DateOnly?>("--to") { Description = "On pages out on that day or earlier.", HelpName = "DAY", CustomParser = Day };
        var most = new Option<int>("--most") { Description = $"So many at most, up to {SearchQuery.Most}.", HelpName = "NUMBER", DefaultValueFactory = _ => 20 };
        var format = CommandLine.Format("text", "json");
        return new Command("search", "Finds statements and articles by their words.") { words, file, kind, story, outlet, source, from, to, most, format }
            .Example("dateline search ferry halted --source \"Ada Brook\"")
            .Does((parsed, talk, cancel) =>
            {
                using var ledger = CommandLine.OpenExisting(parsed.GetValue(file));
                Adding.Complete(ledger, talk, cancel);
                var list = ledger.Search(new SearchQuery(
                    string.Join(' ', parsed.GetValue(words)!.Select(Whole)),
                    Enum.GetValues<SearchKind>().First(k => Exchange.Json.Name(k) == parsed.GetValue(kind)),
                    parsed.GetValue(story) is { } id ? CommandLine.ParseStory(id) : null,
                    parsed.GetValue(outlet),
                    parsed.GetValue(source),
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    Take: Math.Clamp(parsed.GetValue(most), 1, SearchQuery.Most)));
                if (parsed.GetValue(format) == "json") JsonOutput.Document(json => SearchJson.Write(json, list));
                else WriteText(list);
            });
    }

    /// <summary>What the shell gives as one argument stands together: the quotation marks were its own.</summary>
    private static string Whole(string argument) => argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    private static void WriteText(SearchList list)
    {
        foreach (var hit in list.Hits)
        {
            Console.Out.WriteLine(string.Concat(hit.Snippet.Select(p => p.Found ? $"[{p.Text}]" : p.Text)).ReplaceLineEndings(" "));
            Console.Out.WriteLine($"    {(hit.Source is { } source ? source + ", in " : "")}{hit.Title} ({hit.Outlet ?? "?"}, {hit.Published}; {hit.Story?.ToString() ?? "no story"}, {hit.Statement?.ToString() ?? hit.Article.ToString()})".ReplaceLineEndings(" "));
        }

        Console.Out.WriteLine($"{list.Hits.Length.ToString(CultureInfo.InvariantCulture)} of {list.Total.ToString(CultureInfo.InvariantCulture)}");
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"\"{result.Tokens[0].Value}\" is no day such as 2031-03-04.");
        return null;
    }
}
