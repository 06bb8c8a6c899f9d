using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Tracks;

/// <summary>Types the steps of a track. Repetition is never a change, and background turns nothing.</summary>
internal static class ChangeFinder
{
    private const int LongestTurn = 31; // days

    /// <param name="claims">In the order of the track's entries.</param>
    /// <param name="sameText">True when two articles share the text in which two claims stand.</param>
    public static ImmutableArray<Change> Find(IReadOnlyList<Claim> claims, Func<Claim, Claim, bool> sameText)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var last = -1;
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Background) continue;
            if (last >= 0 && Kind(claims[last], claims[i], sameText) is { } kind)
                changes.Add(new Change(kind, last, i, DayOf(claims[i]), Reason(kind, claims[last], claims[i])));
            if (last < 0 || !IsOutrun(claims[last], claims[i])) last = i;
        }

        return changes.ToImmutable();
    }

    private static ChangeKind? Kind(Claim before, Claim after, Func<Claim, Claim, bool> sameText)
    {
        if (before.Value.Equals(after.Value, StringComparison.OrdinalIgnoreCase) || sameText(before, after)) return null;
        if (before.Amount is { } old && after.Amount is { } now) return KindOfAmounts(before, after, old, now);
        if (before.Amount is not null || after.Amount is not null) return null;
        if (after.Value == "confirmed") return ChangeKind.Confirmation;
        if (after.Value is "denied") return ChangeKind.Denial;
        var sameHolder = before.Holder == after.Holder;
        var order = before.Time.Compare(after.Time);
        if (order is DateOrder.Same or DateOrder.Overlapping && !sameHolder && Near(before, after)) return ChangeKind.Contradiction;
        if (sameHolder && order is DateOrder.Same && before.In.Article.Id != after.In.Article.Id && before.Holder != "outlet") return ChangeKind.Correction;
        return before.In.Article.Id == after.In.Article.Id && sameHolder ? null : ChangeKind.Update;
    }

    // A page that still gives the old, lower number, or one of another scope, does not turn the count back.
    private static bool IsOutrun(Claim before, Claim after) =>
        before.Amount is { } old && after.Amount is { } now && (old.AgreementWith(now) == Agreement.Lowered || (old.Comparator != Comparator.Magnitude && now.Comparator == Comparator.Magnitude));

    private static ChangeKind? KindOfAmounts(Claim before, Claim after, Amount old, Amount now)
    {
        if (before.In.Article.Id == after.In.Article.Id) return null;
        return old.AgreementWith(now) switch
        {
            Agreement.Raised => ChangeKind.Update,
            Agreement.Compatible when old.Comparator == Comparator.Magnitude && now.Comparator != Comparator.Magnitude => ChangeKind.Refine,
            _ => null,
        };
    }

    // two pages of the same days; between far pages the world had time to move
    private static bool Near(Claim before, Claim after) =>
        before.In.Article.Id == after.In.Article.Id
        || (before.In.Article.Published is { IsDay: true, From: { } a } && after.In.Article.Published is { IsDay: true, From: { } b } && Math.Abs(a.DayNumber - b.DayNumber) <= 1);

    // a page dated to half a year does not say on which day it turned
    private static DateOnly? DayOf(Claim claim)
    {
        var time = claim.Time.IsKnown ? claim.Time : claim.In.Article.Published;
        return time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > LongestTurn ? null : time.To ?? time.From;
    }

    private static string Reason(ChangeKind kind, Claim before, Claim after)
    {
        var verb = kind switch
        {
            ChangeKind.Contradiction => "excludes",
            ChangeKind.Confirmation => "confirms what was open in",
            ChangeKind.Denial => "rejects",
            ChangeKind.Correction => "takes back",
            ChangeKind.Refine => "is narrower than",
            _ => "replaces",
        };
        return string.Create(CultureInfo.InvariantCulture, $"“{after.Text}” ({Name(after)}) {verb} “{before.Text}” ({Name(before)}).");
    }

    private static string Name(Claim claim)
    {
        var outlet = claim.In.Article.Outlet?.Value ?? claim.In.Article.Page;
        var who = claim.Holder == "outlet" ? outlet : $"{claim.Holder}, in {outlet}";
        return claim.Time.IsKnown ? $"{who}, {claim.Time}" : who;
    }
}
