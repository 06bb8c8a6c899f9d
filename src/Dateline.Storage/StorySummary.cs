namespace Dateline.Storage;

/// <summary>What a list shows of a story.</summary>
/// <param name="Outlets">Distinct outlets; articles whose outlet is unknown are left out.</param>
/// <param name="Origins">The fewest roots on which its articles can rest, as <see cref="OriginCount.Least"/> counts them.</param>
public sealed record StorySummary(Story Story, int Outlets, int Origins, int Statements, int Tracks, int Changes);
