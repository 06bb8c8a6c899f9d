using Dateline.Language;

namespace Dateline.Training;

/// <summary>A sentence as the parser sees it: words, tags that a tagger found, and the tree to learn.</summary>
/// <param name="Gold">The right tags by class; -1 for those that are not learned.</param>
/// <param name="Heads">A head equal to the number of words is the root.</param>
internal sealed record ParserExample(WordTraits[] Words, byte[] Tags, int[] Gold, int[] Heads, byte[] Labels);
