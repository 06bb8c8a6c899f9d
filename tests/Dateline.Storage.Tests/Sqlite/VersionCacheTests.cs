using Dateline.Storage.Sqlite;

namespace Dateline.Storage.Tests.Sqlite;

public sealed class VersionCacheTests
{
    private readonly VersionCache cache = new();
    private int made;

    [Fact]
    public void Same_question_of_the_same_state_is_answered_once()
    {
        var first = Ask("v1", "a");
        Assert.Same(first, Ask("v1", "a"));
        Assert.NotSame(first, Ask("v1", "b"));
        Assert.Equal(2, made);
    }

    [Fact]
    public void Another_state_is_read_anew_and_the_old_one_forgotten()
    {
        Ask("v1", "a");
        Ask("v2", "a");
        Ask("v1", "a");
        Assert.Equal(3, made);
    }

    [Fact]
    public void What_was_not_asked_for_longest_gives_way()
    {
        var first = Ask("v1", "first", VersionCache.MostWeight / 4);
        for (var i = 0; i < 20; i++)
        {
            Ask("v1", $"other {i}", VersionCache.MostWeight / 4);
            Assert.Same(first, Ask("v1", "first"));
        }

        var before = made;
        Ask("v1", "other 0");
        Assert.Equal(before + 1, made);
    }

    [Fact]
    public void Value_heavier_than_all_together_may_be_is_not_held()
    {
        Ask("v1", "great", VersionCache.MostWeight + 1);
        Ask("v1", "great", VersionCache.MostWeight + 1);
        Assert.Equal(2, made);
    }

    [Fact]
    public void Nothing_found_is_not_held()
    {
        Assert.Null(cache.Get<object?>("v1", "none", () => null));
        Assert.NotNull(Ask("v1", "none"));
    }

    private object Ask(string version, string question, int weight = 1) => cache.Get(version, question, () =>
    {
        made++;
        return new object();
    }, _ => weight);
}
