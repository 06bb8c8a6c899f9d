using System.Collections.Immutable;

namespace Dateline.Server.Charts;

/// <summary>What a picture of a track shows: values only, ready to be laid out.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">Says in words what the picture shows.</param>
public sealed record TrackPicture(string Id, string Title, bool Amounts, ImmutableArray<TrackMark> Marks, ImmutableArray<TrackTurn> Turns);

/// <summary>The entries of one holder that give the same answer for the same time.</summary>
/// <param name="Hue">The holder's colour and shape: 0 for outlets in their own voice, 1 to 7, and 8 for all others.</param>
/// <param name="Value">Canonical: ">10000", "absent".</param>
/// <param name="Answer">The same in words.</param>
/// <param name="Time">Null where this clock does not tell it.</param>
/// <param name="Href">Where its exact words stand.</param>
/// <param name="Note">Holder, answer, time and words, for a tooltip.</param>
public sealed record TrackMark(string Holder, int Hue, string Value, string Answer, UncertainDate? Time, string Href, string Note);

/// <summary>A change between two marks, by their places in <see cref="TrackPicture.Marks"/>.</summary>
public sealed record TrackTurn(ChangeKind Kind, int Before, int After);
