using System.Collections.Immutable;
using Dateline.Language;

namespace Dateline.Quantities;

/// <summary>Numbers with comparator, unit and head. Parts of time expressions are left out.</summary>
internal static class QuantityFinder
{
    public static ImmutableArray<Quantity> Find(Analysis analysis, ImmutableArray<Timex> timexes) => [];
}
