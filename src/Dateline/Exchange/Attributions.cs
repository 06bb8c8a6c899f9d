using System.Collections.Immutable;

namespace Dateline.Exchange;

/// <summary>Statements as attribution corpora have them: one a cue, the speech that goes on joined to it, "that" part of the content, no stance inside another's words.</summary>
internal static class Attributions
{
    public static IEnumerable<(Statement Statement, ImmutableArray<TextSpan> Content)> Of(ImmutableArray<Statement> statements, string text)
    {
        var heads = statements.Where(s => !s.OutletVoice && !IsContinued(s) && !IsInside(s, statements)).ToList();
        var contents = heads.Select(h => h.Content.Select(c => WithComplementiser(c, text)).ToList()).ToList();
        foreach (var more in statements.Where(IsContinued))
        {
            var at = heads.FindLastIndex(h => h.Source.Entity == more.Source.Entity && h.IsSaying && h.ContentCover.Start < more.ContentCover.Start);
            if (at < 0) at = heads.FindIndex(h => h.Source.Entity == more.Source.Entity && h.IsSaying);
            if (at >= 0) contents[at].AddRange(more.Content);
        }

        for (var i = 0; i < heads.Count; i++) yield return (heads[i], [.. contents[i].Order()]);
    }

    private static bool IsContinued(Statement statement) => !statement.OutletVoice && statement.Cue.IsEmpty;

    private static bool IsInside(Statement statement, ImmutableArray<Statement> statements) =>
        statements.Any(s => s != statement && !s.OutletVoice && (s.IsSaying || statement.Rule is "cue.noun" or "stance.noun" && !s.Cue.IsEmpty) && Holds(s, statement) && !(Holds(statement, s) && statement.Cue[0].Start < s.Cue.FirstOrDefault().Start));

    private static bool Holds(Statement outer, Statement inner) => inner.Cue.Any(c => outer.Content.Any(x => x.Contains(c)));

    private static TextSpan WithComplementiser(TextSpan content, string text) =>
        content.Start >= 5 && text.AsSpan(content.Start - 5, 5).Equals("that ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(content.Start - 5, content.End) : content;
}
