using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Time;

/// <summary>Time expressions, resolved against the publication date.</summary>
internal static class TimexFinder
{
    /// <param name="published">May be unknown or an interval; relative expressions then get wider intervals, or none.</param>
    public static ImmutableArray<Timex> Find(Analysis analysis, UncertainDate published) => [];
}
