namespace Dateline.Training;

/// <summary>Labels for lines that no gold speaks of, from a forest that has not seen their page: only where it is sure, and at half weight (self-training).</summary>
internal static class GuessedLabels
{
    private const float Unsure = 0.12f; // and as far from 1
    private const float Weight = 0.5f;

    public static void Add(List<LabelledPage> pages, float[][] scores)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            if (!page.Labels.Contains(-1)) continue;
            var weights = PageCorpus.Weights(page.Page.Lines, [.. scores[i].Select(score => score > 0.5f ? 1f : 0)], Weight);
            for (var j = 0; j < scores[i].Length; j++)
            {
                var isSure = scores[i][j] is > 1 - Unsure or < Unsure;
                if (page.Labels[j] >= 0 || !isSure) continue;
                page.Labels[j] = scores[i][j] > 0.5f ? 1 : 0;
                page.Weights[j] = weights[j];
            }
        }
    }
}
