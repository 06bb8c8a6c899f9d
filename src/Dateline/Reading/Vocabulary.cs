namespace Dateline.Reading;

/// <summary>The stems of a page's title and story: what another line must share to belong to it.</summary>
/// <remarks>A table with open addresses: every line of every page is asked of it several times.</remarks>
internal sealed class Vocabulary
{
    private int[] slots = new int[64]; // 0: free
    private bool hasZero;

    public int Count { get; private set; }

    public void Add(Measure measure)
    {
        foreach (var stem in measure.DifferentStems)
        {
            if (stem == 0)
            {
                Count += hasZero ? 0 : 1;
                hasZero = true;
                continue;
            }

            if (Count * 2 >= slots.Length) Grow();
            ref var slot = ref Slot(stem);
            if (slot == stem) continue;
            slot = stem;
            Count++;
        }
    }

    /// <summary>Share of a line's different stems that stand here, 0 to 1; 0 for a line without stems.</summary>
    public double Shared(Measure measure)
    {
        var different = measure.DifferentStems;
        if (different.Length == 0) return 0;
        var shared = 0;
        foreach (var stem in different)
        {
            if (stem == 0 ? hasZero : Slot(stem) == stem) shared++;
        }

        return (double)shared / different.Length;
    }

    private ref int Slot(int stem)
    {
        var mask = slots.Length - 1;
        var at = (stem ^ (stem >> 16)) & mask;
        while (slots[at] != 0 && slots[at] != stem) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Grow()
    {
        var old = slots;
        slots = new int[old.Length * 4];
        foreach (var stem in old)
        {
            if (stem != 0) Slot(stem) = stem;
        }
    }
}
