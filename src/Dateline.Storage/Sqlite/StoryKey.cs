namespace Dateline.Storage.Sqlite;

/// <summary>A story's id as one whole number: its running number, plus 2^32 times the decision that split it off.</summary>
internal static class StoryKey
{
    public static long Of(StoryId id) => ((long)id.Split << 32) | (uint)id.Value;

    public static StoryId Id(long key) => new((int)(uint)key, (int)(key >> 32));
}
