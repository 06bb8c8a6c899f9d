namespace Dateline.Reading;

/// <summary>The stems of a page's title and story: what another line must share to belong to it.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<int> stems = [];

    public int Count => stems.Count;

    public void Add(Measure measure)
    {
        foreach (var stem in measure.DifferentStems) stems.Add(stem);
    }

    /// <summary>Share of a line's different stems that stand here, 0 to 1; 0 for a line without stems.</summary>
    public double Shared(Measure measure)
    {
        var different = measure.DifferentStems;
        var shared = 0;
        foreach (var stem in different)
        {
            if (stems.Contains(stem)) shared++;
        }

        return different.Length == 0 ? 0 : (double)shared / different.Length;
    }
}
