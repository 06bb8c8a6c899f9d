using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Annotation;

/// <summary>Who said what: attributions with source, cue and content, and the outlet's own voice for the rest.</summary>
internal static class StatementFinder
{
    public static ImmutableArray<Statement> Find(Analysis analysis, ImmutableArray<Mention> mentions, ImmutableArray<Timex> timexes) => [];
}
