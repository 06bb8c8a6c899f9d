using System.Runtime.InteropServices;

namespace Dateline.Stories;

/// <summary>Which stories speak of a term: the newest few of each, so that an article meets a bounded number of candidates.</summary>
internal sealed class StoryIndex
{
    private const int TermsOfArticle = 24;
    private const int StoriesOfTerm = 32;
    private const int Candidates = 16;

    private readonly Dictionary<uint, List<StoryProfile>> stories = []; // oldest first; a story stands once in a list
    private readonly Dictionary<StoryProfile, float> scores = [];

    public void Add(StoryProfile story, TermVector vector)
    {
        foreach (var (term, _) in vector.Terms.AsSpan(0, Math.Min(TermsOfArticle, vector.Terms.Length)))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(stories, term, out _);
            list ??= [];
            list.Remove(story);
            list.Add(story);
            if (list.Count > StoriesOfTerm) list.RemoveAt(0);
        }
    }

    /// <summary>The stories that share the most weight with the article's heaviest terms.</summary>
    public List<StoryProfile> Likely(TermVector vector)
    {
        scores.Clear();
        foreach (var (term, weight) in vector.Terms.AsSpan(0, Math.Min(TermsOfArticle, vector.Terms.Length)))
        {
            if (!stories.TryGetValue(term, out var list)) continue;
            foreach (var story in list)
                CollectionsMarshal.GetValueRefOrAddDefault(scores, story, out _) += weight;
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Id.Value).Take(Candidates).Select(s => s.Key)];
    }
}
