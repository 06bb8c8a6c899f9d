using System.Collections.Immutable;

namespace Dateline.Tracks;

/// <summary>The claims of each story, sorted into the questions they answer, with what changed.</summary>
internal static class Follower
{
    public static ImmutableArray<Track> Follow(ImmutableArray<AnnotatedArticle> history, ImmutableArray<Story> stories, ImmutableArray<Copy> copies, ImmutableArray<Origin> origins) => [];
}
