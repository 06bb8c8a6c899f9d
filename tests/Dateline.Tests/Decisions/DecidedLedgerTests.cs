using System.Collections.Immutable;
using Dateline.Decisions;
using Dateline.Time;

namespace Dateline.Tests.Decisions;

/// <summary>Decisions about names, statements and questions, on the sample story.</summary>
public sealed class DecidedLedgerTests
{
    private static readonly ImmutableArray<AnnotatedArticle> History = Samples.Articles();
    private static readonly Ledger Found = Samples.Ledger;

    [Fact]
    public void Speaker_that_a_person_names_is_the_source_and_the_holder()
    {
        var entry = Found.Tracks.SelectMany(t => t.Entries).First(e => e.Statement is not null && e.Holder != "outlet");
        var statement = Found.Statements.Single(s => s.Id == entry.Statement);
        var decided = Decide(new Ruling.NameSpeaker(Rulings.At(statement, ArticleOf(statement.Article)), "Petra Lindqvist"));
        Assert.Equal("Petra Lindqvist", decided.Statements.Single(s => s.Id == statement.Id).Source.Entity);
        Assert.Contains(decided.Tracks.SelectMany(t => t.Entries), e => e.Statement == statement.Id && e.Holder == "Petra Lindqvist");
    }

    [Fact]
    public void Words_that_nobody_is_quoted_with_are_the_outlets_own()
    {
        var statement = Found.Statements.First(s => !s.OutletVoice);
        var decided = Decide(new Ruling.DropStatement(Rulings.At(statement, ArticleOf(statement.Article))));
        Assert.True(decided.Statements.Single(s => s.Id == statement.Id).OutletVoice);
    }

    [Fact]
    public void Two_names_of_one_entity_become_one_everywhere()
    {
        var name = Found.Statements.First(s => s.Source.Entity is not null).Source.Entity!;
        var decided = Decide(new Ruling.NameEntity(name, "One Name", []));
        Assert.DoesNotContain(decided.Statements, s => s.Source.Entity == name);
        Assert.DoesNotContain(decided.Articles.SelectMany(a => a.Annotations.Mentions), m => m.Entity == name);
        Assert.Contains(decided.Statements, s => s.Source.Entity == "One Name");
    }

    [Fact]
    public void One_name_of_two_is_told_apart_within_the_articles_named()
    {
        var group = Found.Statements.Where(s => s.Source.Entity is not null).GroupBy(s => s.Source.Entity!).First(g => g.Select(s => s.Article).Distinct().Count() > 1);
        var inside = group.First().Article;
        var decided = Decide(new Ruling.NameEntity(group.Key, "Another One", [inside]));
        Assert.All(decided.Statements.Where(s => s.Source.Entity == "Another One"), s => Assert.Equal(inside, s.Article));
        Assert.Contains(decided.Statements, s => s.Source.Entity == group.Key);
    }

    [Fact]
    public void Question_in_a_persons_words_stays_under_new_decisions()
    {
        var track = Found.Tracks[0];
        var decided = Decide(new Ruling.NameQuestion(Rulings.At(track), "What would you ask?"), new Ruling.NameEntity("nobody", "somebody", []));
        Assert.Equal("What would you ask?", decided.Tracks.Single(t => t.Entries[0].Quote == track.Entries[0].Quote && t.Entries.Length == track.Entries.Length && t.Kind == track.Kind).Question);
    }

    [Fact]
    public void Two_questions_are_one_after_a_merge()
    {
        var (one, other) = (Found.Tracks[0], Found.Tracks.First(t => t.Story == Found.Tracks[0].Story && t.Kind == Found.Tracks[0].Kind && t.Id != Found.Tracks[0].Id));
        var decided = Decide(new Ruling.MergeTracks(Rulings.At(one), Rulings.At(other)));
        Assert.Contains(decided.Tracks, t => Holds(t, one) && Holds(t, other));
    }

    [Fact]
    public void Entry_that_answers_another_question_stands_there_and_no_longer_here()
    {
        var target = Found.Tracks[0];
        var from = Found.Tracks.First(t => t.Story == target.Story && t.Id != target.Id && t.Entries.Length > 2 && !t.Entries.Any(e => target.Entries.Any(o => o.Quote == e.Quote)));
        var decided = Decide(new Ruling.MoveEntry(Rulings.At(from.Entries[0]), Rulings.At(target)));
        var holding = decided.Tracks.Where(t => t.Story == target.Story && t.Entries.Any(e => e.Article == from.Entries[0].Article && e.Quote == from.Entries[0].Quote)).ToList();
        Assert.All(holding, t => Assert.True(Holds(t, target)));
        Assert.NotEmpty(holding);
    }

    [Fact]
    public void Change_that_a_person_strikes_out_is_gone_and_comes_back_with_the_undo()
    {
        var track = Found.Tracks.First(t => t.Changes.Length > 0);
        var change = track.Changes[0];
        var drop = new Ruling.DropChange(Rulings.At(track.Entries[change.Before]), Rulings.At(track.Entries[change.After]), change.Kind);
        Assert.Equal(track.Changes.Length - 1, Decide(drop).Tracks.Single(t => t.Id == track.Id).Changes.Length);
        Assert.Equal(track.Changes.AsEnumerable(), Decide(drop, new Ruling.Undo(1)).Tracks.Single(t => t.Id == track.Id).Changes);
    }

    [Fact]
    public void Ledger_without_standing_decisions_is_the_one_that_was_found() =>
        Assert.Equal(Found.Tracks.Select(t => t.Id), Decide(new Ruling.NameEntity("nobody", "somebody", []), new Ruling.Undo(1)).Tracks.Select(t => t.Id));

    [Fact]
    public void Words_of_a_page_that_was_read_anew_are_found_by_what_they_say()
    {
        var statement = Found.Statements.First(s => !s.OutletVoice);
        var at = Rulings.At(statement, ArticleOf(statement.Article));
        var moved = at with { Span = new TextSpan(at.Span.Start + 4000, at.Span.End + 4000) };
        Assert.Equal("Petra Lindqvist", Decide(new Ruling.NameSpeaker(moved, "Petra Lindqvist")).Statements.Single(s => s.Id == statement.Id).Source.Entity);
    }

    [Fact]
    public void Speaker_named_on_a_page_that_its_story_dates_stays_when_the_page_is_annotated_anew()
    {
        var dated = Found.Articles.Where(a => a.Article.PublishedBasis == PublicationDater.StoryBasis).Select(a => a.Article.Id).ToHashSet();
        var statement = Found.Statements.First(s => dated.Contains(s.Article) && !s.OutletVoice);
        var at = Rulings.At(statement, ArticleOf(statement.Article));
        var decided = Decide(new Ruling.NameSpeaker(at, "Petra Lindqvist"));
        Assert.Contains(decided.Statements, s => s.Article == statement.Article && s.ContentCover == at.Span && s.Source.Entity == "Petra Lindqvist");
    }

    [Fact]
    public void Questions_that_people_made_one_stand_whatever_they_ask()
    {
        foreach (var one in Found.Tracks)
            foreach (var other in Found.Tracks.Where(t => t.Story == one.Story && t.Kind != one.Kind).Take(2))
                Assert.Contains(Decide(new Ruling.MergeTracks(Rulings.At(one), Rulings.At(other))).Tracks, t => Holds(t, one) && Holds(t, other));
    }

    private static bool Holds(Track track, Track other) => other.Entries.Any(o => track.Entries.Any(e => e.Article == o.Article && e.Quote == o.Quote));

    private static Article ArticleOf(ArticleId id) => Found.Articles.Single(a => a.Article.Id == id).Article;

    private static Ledger Decide(params Ruling[] rulings) => Pipeline.Follow(History, [.. rulings.Select((r, i) => new Decision(i + 1, DateTimeOffset.UnixEpoch, "test", r))]);
}
