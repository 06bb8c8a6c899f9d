using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>Names, and whom they name within the page.</summary>
internal static class MentionFinder
{
    public static ImmutableArray<Mention> Find(Analysis analysis) => [];
}
