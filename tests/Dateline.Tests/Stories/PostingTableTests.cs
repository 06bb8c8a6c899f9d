using Dateline.Stories;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Stories;

public class PostingTableTests
{
    private const int Most = 32;

    [Fact]
    public void Holds_the_newest_numbers_of_each_term_oldest_first()
    {
        Prop.ForAll(Gen.Choose(1, 40).Two().Select(p => (Term: (uint)p.Item1 % 5, Number: p.Item2)).ListOf(300).ToArbitrary(), added =>
        {
            var table = new PostingTable();
            var model = new Dictionary<uint, List<int>>();
            foreach (var (term, number) in added)
            {
                table.Add(term, number);
                if (!model.TryGetValue(term, out var list)) model[term] = list = [];
                list.Remove(number);
                list.Add(number);
                if (list.Count > Most) list.RemoveAt(0);
            }

            return model.All(m => table.Of(m.Key).SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(m.Value))) && table.Of(99).IsEmpty && table.Count == model.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Many_terms_make_it_grow_and_none_is_lost()
    {
        var table = new PostingTable();
        for (var round = 0; round < 3; round++)
            for (uint term = 0; term < 50_000; term++) table.Add(term * 7919, (int)term + round);
        for (uint term = 0; term < 50_000; term++) Assert.Equal([(int)term, (int)term + 1, (int)term + 2], table.Of(term * 7919).ToArray());
    }
}
