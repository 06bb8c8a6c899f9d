using System.Globalization;
using Dateline.Decisions;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Server.Deciding;

/// <summary>Turns what a person sent from a page into a ruling, in the words of the ledger as it stands.</summary>
internal sealed class DecisionForm(ILedger ledger, IFormCollection form)
{
    private const int LongestName = 200; // characters
    private const int LongestNote = 2000;

    private readonly Dictionary<string, string> act = Act.Read(form[Act.Field]);

    /// <summary>What is asked for: a kind of ruling, or something that is none.</summary>
    public string Kind => Field("ruling");

    /// <remarks>A form from a page of an older ledger is refused, since its numbers may mean something else by now.</remarks>
    /// <exception cref="FormException">something named in it is not there, missing or too long</exception>
    public Ruling Read()
    {
        if (Field("seen") != ledger.Version()) throw new FormException("The ledger has changed since that page was shown. Load the page again and decide once more.");
        return Kind switch
        {
            "merge-stories" => Merge(),
            "split-story" => Split(),
            "move-article" => MoveArticle(),
            "name-entity" => new Ruling.NameEntity(Words("name"), Words("entity"), Field("within") is { Length: > 0 } one ? [new ArticleId(one)] : []),
            "name-speaker" => new Ruling.NameSpeaker(Statement(), Words("speaker")),
            "drop-statement" => new Ruling.DropStatement(Statement()),
            "move-entry" => new Ruling.MoveEntry(Rulings.At(Entry(Track("track"), "entry")), Rulings.At(Track("other"))),
            "merge-tracks" => MergeTracks(),
            "name-question" => new Ruling.NameQuestion(Rulings.At(Track("track")), Words("question")),
            "drop-change" => DropChange(),
            "add-note" => new Ruling.AddNote(Story("story").Articles, [], Words("text", LongestNote)),
            "undo" => Undo(),
            _ => throw new FormException("The form says nothing that can be decided."),
        };
    }

    private Ruling Merge()
    {
        var (one, other) = (Story("story"), Story("other"));
        return one.Id == other.Id ? throw new FormException($"{one.Id} is one story already.") : Rulings.Merge(one, other);
    }

    private Ruling Split()
    {
        var story = Story("story");
        var taken = (act.TryGetValue("article", out var one) ? [one] : form["article"].OfType<string>()).Select(a => new ArticleId(a)).ToHashSet();
        if (!taken.All(story.Articles.Contains)) throw new FormException("An article of the form is not in the story.");
        if (taken.Count == 0 || taken.Count == story.Articles.Length) throw new FormException("Choose at least one article, and leave at least one.");
        return Rulings.Split(story, taken);
    }

    private Ruling MoveArticle()
    {
        var article = new ArticleId(Field("article"));
        var from = ledger.StoryOf(article) is { } of ? ledger.Story(of)! : throw new FormException("There is no such article.");
        var to = Story("other");
        return from.Id == to.Id ? throw new FormException($"The article stands in {to.Id} already.") : Rulings.Move(article, from, to);
    }

    private Ruling.MergeTracks MergeTracks()
    {
        var (one, other) = (Track("track"), Track("other"));
        return one.Id == other.Id ? throw new FormException("That is one question already.") : new Ruling.MergeTracks(Rulings.At(one), Rulings.At(other));
    }

    private Ruling.DropChange DropChange()
    {
        var track = Track("track");
        var (before, after) = (Entry(track, "before"), Entry(track, "after"));
        var kind = track.Changes.FirstOrDefault(c => track.Entries[c.Before] == before && track.Entries[c.After] == after)?.Kind ?? throw new FormException("There is no such change.");
        return new Ruling.DropChange(Rulings.At(before), Rulings.At(after), kind);
    }

    private Ruling.Undo Undo() =>
        int.TryParse(Field("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ledger.Decisions().Any(d => d.Number == number) ? new Ruling.Undo(number) : throw new FormException("There is no such decision.");

    private Evidence Statement()
    {
        var article = ledger.Article(new ArticleId(Field("article"))) ?? throw new FormException("There is no such article.");
        var statement = article.Annotations.Statements.FirstOrDefault(s => s.Id.Value == Field("statement") && s.Content.Length > 0) ?? throw new FormException("There is no such statement.");
        return Rulings.At(statement, article.Article);
    }

    private Track Track(string field) => ledger.Track(new TrackId(Field(field))) ?? throw new FormException("There is no such question.");

    private Entry Entry(Track track, string field) =>
        int.TryParse(Field(field), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < track.Entries.Length ? track.Entries[index] : throw new FormException("There is no such answer.");

    private Story Story(string field) =>
        StoryId.TryParse(Field(field), out var id) && ledger.Story(ledger.LeadsTo(id) ?? id) is { } found ? found : throw new FormException($"There is no story “{Field(field)}”.");

    private string Words(string field, int longest = LongestName)
    {
        var words = Field(field).Trim();
        if (words.Length == 0) throw new FormException("A field is empty.");
        if (words.Length > longest || words.Any(char.IsControl)) throw new FormException($"At most {longest.ToString(CultureInfo.InvariantCulture)} characters on one line, please.");
        return words;
    }

    private string Field(string name) => act.TryGetValue(name, out var known) ? known : form[name] is [{ } value, ..] ? value : "";
}

/// <summary>A form that cannot be followed; the message says why, to the person who sent it.</summary>
internal sealed class FormException(string message) : Exception(message);
