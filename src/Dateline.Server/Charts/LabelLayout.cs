namespace Dateline.Server.Charts;

/// <summary>Gives each label the first of its places that is free, in the order of asking: no two labels overlap, and the same labels always lie the same.</summary>
/// <param name="bounds">No label leaves it.</param>
public sealed class LabelLayout(Box bounds)
{
    private readonly List<Box> taken = [];

    /// <summary>What must not be covered: marks, signs, labels laid elsewhere.</summary>
    public void Occupy(Box box) => taken.Add(box);

    public bool IsFree(Box box) => bounds.Contains(box) && !taken.Exists(box.Overlaps);

    /// <summary>Null where none of the places is free.</summary>
    public Box? Place(IEnumerable<Box> places)
    {
        foreach (var place in places ?? throw new ArgumentNullException(nameof(places)))
        {
            if (!IsFree(place)) continue;
            Occupy(place);
            return place;
        }

        return null;
    }

    /// <summary>The places of a label around a mark, the best first: right, left, above, below, and the corners.</summary>
    public static IEnumerable<Box> Around(Box mark, double width, double height, double gap = 4)
    {
        var middle = mark.Y + (mark.Height - height) / 2;
        var centre = mark.X + (mark.Width - width) / 2;
        yield return new Box(mark.Right + gap, middle, width, height);
        yield return new Box(mark.X - gap - width, middle, width, height);
        yield return new Box(centre, mark.Y - gap - height, width, height);
        yield return new Box(centre, mark.Bottom + gap, width, height);
        yield return new Box(mark.Right, mark.Y - gap - height, width, height);
        yield return new Box(mark.Right, mark.Bottom + gap, width, height);
        yield return new Box(mark.X - width, mark.Y - gap - height, width, height);
        yield return new Box(mark.X - width, mark.Bottom + gap, width, height);
    }
}
