using System.Collections.Immutable;
using Dateline.Tracks;

namespace Dateline.Decisions;

/// <summary>Lays what was decided about questions over the claims that were grouped, and over the tracks made of them.</summary>
internal sealed class DecidedTracks(ImmutableArray<Decision> standing)
{
    private readonly List<Ruling> rulings = [.. standing.Select(d => d.Ruling)];

    /// <summary>Moves claims and joins groups; groups that lose all their claims go.</summary>
    public List<List<Claim>> Regroup(List<List<Claim>> groups)
    {
        foreach (var ruling in rulings)
        {
            if (ruling is Ruling.MoveEntry move && Holding(groups, move.To) is { } target) Move(groups, move.Entry, target);
            else if (ruling is Ruling.MergeTracks merge && Holding(groups, merge.One) is { } one && Holding(groups, merge.Other) is { } other && one != other)
            {
                one.AddRange(other);
                groups.Remove(other);
            }
        }

        groups.RemoveAll(g => g.Count == 0);
        return groups;
    }

    /// <summary>The question as a person put it, without the changes that a person struck out.</summary>
    public Track Finish(Track track)
    {
        foreach (var ruling in rulings)
        {
            if (ruling is Ruling.NameQuestion name && name.Track.Count(e => track.Entries.Any(t => Fits(e, t))) * 2 > Math.Min(name.Track.Length, track.Entries.Length)) track = track with { Question = name.Question };
            else if (ruling is Ruling.DropChange drop) track = track with { Changes = [.. track.Changes.Where(c => c.Kind != drop.Kind || !Fits(drop.Before, track.Entries[c.Before]) || !Fits(drop.After, track.Entries[c.After]))] };
        }

        return track;
    }

    private static bool Fits(Evidence evidence, Entry entry) => Standing.Fit(evidence, entry.Article, entry.Span, entry.Quote) > 0;

    private static bool Fits(Evidence evidence, Claim claim) => Standing.Fit(evidence, claim.In.Article.Id, claim.Quote, claim.Text) > 0;

    /// <summary>The group that holds most of the words pointed at, and at least one of them.</summary>
    private static List<Claim>? Holding(List<List<Claim>> groups, ImmutableArray<Evidence> evidence)
    {
        List<Claim>? best = null;
        var most = 0;
        foreach (var group in groups)
        {
            var held = evidence.Count(e => group.Exists(c => Fits(e, c)));
            if (held > most) (best, most) = (group, held);
        }

        return best;
    }

    private static void Move(List<List<Claim>> groups, Evidence entry, List<Claim> target)
    {
        foreach (var group in groups.Where(g => g != target))
        {
            var moved = group.FindAll(c => Fits(entry, c));
            group.RemoveAll(moved.Contains);
            target.AddRange(moved);
        }
    }
}
