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

    /// <summary>Whether people made the group what it is, or asked its question: then it stands, whatever else would be asked of it.</summary>
    public bool IsDecided(List<Claim> group) => rulings.Exists(r => r switch
    {
        Ruling.MoveEntry move => Has(group, move.Entry) && move.To.Any(e => Has(group, e)),
        Ruling.MergeTracks merge => merge.One.Any(e => Has(group, e)) && merge.Other.Any(e => Has(group, e)),
        Ruling.NameQuestion name => IsMost(name.Track.Count(e => Has(group, e)), name.Track.Length, group.Count),
        _ => false,
    });

    /// <summary>Whether a person put the claim where it stands.</summary>
    public bool IsPlaced(Claim claim) => rulings.Exists(r => r switch
    {
        Ruling.MoveEntry move => Fits(move.Entry, claim),
        Ruling.MergeTracks merge => merge.One.Concat(merge.Other).Any(e => Fits(e, claim)),
        _ => false,
    });

    /// <summary>The question as a person put it, without the changes that a person struck out.</summary>
    public Track Finish(Track track)
    {
        foreach (var ruling in rulings)
        {
            if (ruling is Ruling.NameQuestion name && IsMost(name.Track.Count(e => track.Entries.Any(t => Fits(e, t))), name.Track.Length, track.Entries.Length)) track = track with { Question = name.Question };
            else if (ruling is Ruling.DropChange drop) track = track with { Changes = [.. track.Changes.Where(c => c.Kind != drop.Kind || !Fits(drop.Before, track.Entries[c.Before]) || !Fits(drop.After, track.Entries[c.After]))] };
        }

        return track;
    }

    private static bool IsMost(int found, int pointed, int held) => found * 2 > Math.Min(pointed, held);

    private static bool Has(List<Claim> group, Evidence evidence) => group.Exists(c => Fits(evidence, c));

    private static bool Fits(Evidence evidence, Entry entry) => Standing.Fit(evidence, entry.Article, entry.Span, entry.Quote) > 0;

    private static bool Fits(Evidence evidence, Claim claim) => Fit(evidence, claim) > 0;

    private static int Fit(Evidence evidence, Claim claim) => Standing.Fit(evidence, claim.In.Article.Id, claim.Quote, claim.Text);

    /// <summary>The group that holds most of the words pointed at, and at least one of them; words at their very place count twice, since a sentence may stand in two groups.</summary>
    private static List<Claim>? Holding(List<List<Claim>> groups, ImmutableArray<Evidence> evidence)
    {
        List<Claim>? best = null;
        var most = 0;
        foreach (var group in groups)
        {
            var held = evidence.Sum(e => group.Select(c => Fit(e, c)).DefaultIfEmpty().Max());
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
