namespace Dateline.Stories;

/// <summary>Which episodes speak of a term: the newest few of each, so that an article meets a bounded number of candidates.</summary>
internal sealed class StoryIndex
{
    private const int TermsOfArticle = 24;
    private const int Candidates = 16;

    private readonly PostingTable postings = new();
    private readonly int[] heaviest = new int[TermsOfArticle];
    private readonly Dictionary<int, float> scores = [];
    private readonly List<(float Score, int Episode)> ranked = [];

    public int Terms => postings.Count;

    public void Add(int episode, TermVector vector)
    {
        foreach (var at in Heaviest(vector)) postings.Add(vector.Terms[at].Hash, episode);
    }

    /// <summary>The episodes that share the most weight with the article's heaviest terms; of equal ones the oldest first.</summary>
    public void Likely(TermVector vector, List<int> into)
    {
        scores.Clear();
        foreach (var at in Heaviest(vector))
        {
            var weight = vector.Terms[at].Weight;
            foreach (var episode in postings.Of(vector.Terms[at].Hash))
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(scores, episode, out _) += weight;
        }

        ranked.Clear();
        foreach (var (episode, score) in scores) ranked.Add((-score, episode));
        ranked.Sort();
        into.Clear();
        for (var i = 0; i < Math.Min(Candidates, ranked.Count); i++) into.Add(ranked[i].Episode);
    }

    public void Write(BinaryWriter into) => postings.Write(into);

    public void Read(BinaryReader from) => postings.Read(from);

    private ReadOnlySpan<int> Heaviest(TermVector vector)
    {
        var terms = vector.Terms;
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var at = count < TermsOfArticle ? count : TermsOfArticle;
            while (at > 0 && Before(terms, i, heaviest[at - 1])) at--;
            if (at == TermsOfArticle) continue;
            if (count < TermsOfArticle) count++;
            Array.Copy(heaviest, at, heaviest, at + 1, count - at - 1);
            heaviest[at] = i;
        }

        return heaviest.AsSpan(0, count);
    }

    private static bool Before(ReadOnlySpan<TermVector.Term> terms, int one, int other) =>
        terms[one].Weight != terms[other].Weight ? terms[one].Weight > terms[other].Weight : terms[one].Hash < terms[other].Hash;
}
