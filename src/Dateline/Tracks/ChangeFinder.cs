using System.Collections.Immutable;
using System.Globalization;

namespace Dateline.Tracks;

/// <summary>Types the steps of a track. Repetition is never a change, and background turns nothing.</summary>
internal static class ChangeFinder
{
    private const int LongestTurn = 31; // days

    private const int Recent = 7; // days in which an old answer that comes again is only told again

    private const decimal FarthestApart = 2m; // times; of one page the dead of a town and of a country are further apart

    private const int MostChanges = 24; // of one track; more is noise

    /// <param name="claims">In the order of the track's entries.</param>
    /// <param name="sameText">True when two articles share the text in which two claims stand.</param>
    public static ImmutableArray<Change> Find(IReadOnlyList<Claim> claims, Func<Claim, Claim, bool> sameText)
    {
        var steps = claims.All(c => c.Amount is not null) ? Amounts(claims, sameText) : claims[0].Aspect.Kind == TrackKind.Blame ? Found(claims) : States(claims, sameText);
        var told = steps.ToHashSet();
        var all = steps.Concat(Corrections(claims)).Concat(Contradictions(claims, sameText).Where(c => !told.Any(t => SamePages(claims, t, c))));
        return [.. all.OrderBy(c => c.After).ThenBy(c => c.Before).Take(MostChanges).Select(c => new Change(c.Kind, c.Before, c.After, DayOf(claims[c.After]), Reason(c.Kind, claims[c.Before], claims[c.After])))];
    }

    private readonly record struct Step(ChangeKind Kind, int Before, int After);

    // ---- numbers

    private static List<Step> Amounts(IReadOnlyList<Claim> claims, Func<Claim, Claim, bool> sameText)
    {
        var steps = new List<Step>();
        var last = -1;
        for (var i = 0; i < claims.Count; i++)
        {
            var now = claims[i].Amount!;
            if (claims[i].Background || (last >= 0 && now.Comparator is Comparator.AtMost or Comparator.LessThan)) continue;
            if (last < 0)
            {
                last = i;
                continue;
            }

            var old = claims[last].Amount!;
            if (old.AgreementWith(now) == Agreement.Raised && IsOutlier(claims, last, i)) continue;
            if (!sameText(claims[last], claims[i]) && KindOfAmounts(claims[last], claims[i], old, now) is { } kind) steps.Add(new Step(kind, last, i));
            if (!IsOutrun(old, now) || (IsLevel(claims[i]) && old.Comparator != Comparator.Magnitude && now.Comparator != Comparator.Magnitude)) last = i;
        }

        return steps;
    }

    private static ChangeKind? KindOfAmounts(Claim before, Claim after, Amount old, Amount now)
    {
        if (before.In.Article.Id == after.In.Article.Id || Same(before.Value, after.Value)) return null;
        return old.AgreementWith(now) switch
        {
            Agreement.Raised => ChangeKind.Update,
            Agreement.Lowered when IsLevel(after) => ChangeKind.Update,
            // "at least 33", the next day 36: the count went on
            Agreement.Compatible when old.Comparator is Comparator.AtLeast or Comparator.MoreThan && now.Value > old.Value && now.Comparator is not Comparator.Magnitude => ChangeKind.Update,
            Agreement.Compatible when old.Comparator == Comparator.Magnitude && now.Comparator != Comparator.Magnitude => ChangeKind.Refine,
            _ => null,
        };
    }

    /// <summary>The missing are found and the displaced go home: such a count falls, where a toll only grows.</summary>
    private static bool IsLevel(Claim claim) => claim.Aspect.Name is "missing";

    // A page that still gives the old, lower number, or one of another scope, does not turn the count back.
    private static bool IsOutrun(Amount old, Amount now) =>
        old.AgreementWith(now) == Agreement.Lowered
        || (old.Comparator is Comparator.Exact or Comparator.About && now.Comparator is Comparator.AtLeast or Comparator.MoreThan && now.Value <= old.Value) // "more than 600" of 639
        || (old.Comparator != Comparator.Magnitude && now.Comparator == Comparator.Magnitude);

    /// <summary>A number that every later page stays below counted something else.</summary>
    private static bool IsOutlier(IReadOnlyList<Claim> claims, int last, int at)
    {
        var later = claims.Skip(at + 1).Where(c => !c.Background && c.In.Article.Id != claims[at].In.Article.Id && c.Amount!.Comparator is not (Comparator.Magnitude or Comparator.AtMost or Comparator.LessThan) && c.Amount.Value >= claims[last].Amount!.Value).ToList();
        return later.Count > 0 && later.All(c => c.Amount!.AgreementWith(claims[at].Amount!) == Agreement.Raised);
    }

    // ---- states

    private static List<Step> States(IReadOnlyList<Claim> claims, Func<Claim, Claim, bool> sameText)
    {
        var steps = new List<Step>();
        var last = -1;
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Background || claims[i].Amount is not null) continue;
            if (last >= 0)
            {
                if (Same(claims[last].Bare, claims[i].Bare))
                {
                    if (IsDone(claims[last], claims[i]) && !sameText(claims[last], claims[i])) steps.Add(new Step(ChangeKind.Update, last, i));
                    last = i;
                    continue;
                }

                if (sameText(claims[last], claims[i]) || ToldBefore(claims, i) || !OfOne(claims[last].Theme, claims[i].Theme)) continue; // an old state told again does not turn the track back
                var kind = KindOfStates(claims[last], claims[i]);
                if (kind == ChangeKind.Denial && (claims[i].Value == "denies guilt" || IsParty(claims[i])))
                {
                    // who denies a charge does not lift it; said again it is no new denial
                    if (!steps.Any(s => s.Kind == ChangeKind.Denial && Same(claims[s.After].Bare, claims[i].Bare))) steps.Add(new Step(ChangeKind.Denial, last, i));
                    continue;
                }

                if (kind is { } step) steps.Add(new Step(step, last, i));
                else if (claims[last].In.Article.Id == claims[i].In.Article.Id) continue;
            }

            last = i;
        }

        return steps;
    }

    /// <summary>What was only planned of an office or a vote is done on a later page.</summary>
    private static bool IsDone(Claim before, Claim after) =>
        before.Aspect.Kind == TrackKind.Plan && before.Mood == Mood.Planned && after.Mood == Mood.Fact && before.In.Article.Published.Compare(after.In.Article.Published) == DateOrder.Before && OfOne(before.Theme, after.Theme);

    private static bool ToldBefore(IReadOnlyList<Claim> claims, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (!claims[i].Background && Same(claims[i].Bare, claims[at].Bare) && Near(claims[i], claims[at], Recent) && claims.Skip(i + 1).Take(at - i - 1).Any(c => !Same(c.Bare, claims[at].Bare))) return true;
        return false;
    }

    private static ChangeKind? KindOfStates(Claim before, Claim after)
    {
        if (after.Value == "confirmed") return ChangeKind.Confirmation;
        if (after.Value is "denied" or "denies guilt" || (IsParty(after) && !IsParty(before) && Exclude(before, after))) return ChangeKind.Denial;
        var sameHolder = before.Holder == after.Holder;
        if (after.Value == "disputed") return sameHolder ? null : ChangeKind.Contradiction;
        var order = before.Time.Compare(after.Time);
        var samePage = before.In.Article.Id == after.In.Article.Id;
        if (order is DateOrder.Same or DateOrder.Overlapping && !sameHolder && Exclude(before, after) && Near(before, after, 1) && (samePage || AreBothNamed(before, after))) return ChangeKind.Contradiction;
        if (sameHolder && order is DateOrder.Same && !samePage && before.Holder != "outlet" && Exclude(before, after)) return ChangeKind.Correction;
        if (samePage && (sameHolder || order is not (DateOrder.Before or DateOrder.After))) return null;
        return order is DateOrder.After && samePage ? null : ChangeKind.Update;
    }

    // ---- who did it

    /// <summary>What nobody knew and a later page names.</summary>
    private static List<Step> Found(IReadOnlyList<Claim> claims)
    {
        var open = -1;
        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Value == Claim.Unknown) open = i;
            else if (open >= 0 && claims[i] is { Mood: Mood.Fact, Background: false, Agent: not null } && claims[i].In.Article.Id != claims[open].In.Article.Id && !Same(claims[i].Value, claims[open].Value)) return [new Step(ChangeKind.Update, open, i)];
        }

        return [];
    }

    // ---- corrections that a page prints

    /// <summary>What a notice takes back turns to what the same page says now.</summary>
    private static IEnumerable<Step> Corrections(IReadOnlyList<Claim> claims)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            if (!claims[i].Retracted) continue;
            for (var j = 0; j < claims.Count; j++)
            {
                if (claims[j].Retracted || claims[j].In.Article.Id != claims[i].In.Article.Id || Same(claims[i].Value, claims[j].Value) || claims[i].Amount is null != claims[j].Amount is null) continue;
                yield return new Step(ChangeKind.Correction, i, j);
                break;
            }
        }
    }

    // ---- contradictions, wherever they stand

    private static IEnumerable<Step> Contradictions(IReadOnlyList<Claim> claims, Func<Claim, Claim, bool> sameText)
    {
        var pages = new HashSet<(ArticleId, ArticleId)>();
        for (var i = 1; i < claims.Count; i++)
        {
            for (var j = i - 1; j >= 0 && i - j <= Recent * 3; j--)
            {
                var (before, after) = (claims[j], claims[i]);
                if (before.Retracted || after.Retracted || before.Holder == after.Holder || !(Near(before, after, 1) || AreAccounts(before, after)) || !Disagree(before, after) || !(before.In.Article.Id == after.In.Article.Id || before.Aspect.Kind == TrackKind.Blame || AreBothNamed(before, after)) || !OfOne(before.Theme, after.Theme) || sameText(before, after)) continue;
                if (pages.Add((before.In.Article.Id, after.In.Article.Id))) yield return new Step(ChangeKind.Contradiction, j, i);
            }
        }
    }

    /// <summary>Two accounts of why one thing happened stay apart for as long as both are held; of violence a story has many.</summary>
    private static bool AreAccounts(Claim a, Claim b) => a.Theme.Head is { Parent: "event", Class: not "violence" } && b.Theme.Head is { Parent: "event", Class: not "violence" } && a.Aspect.Name is "cause" or "blame" && b.Aspect.Name is "cause" or "blame" && a.Holder != "unnamed source" && b.Holder != "unnamed source";

    /// <summary>True when two themes are one: what one woman did does not contradict what the people did.</summary>
    private static bool OfOne(Theme a, Theme b) =>
        a.IsUnknown || b.IsUnknown || (a.Plural == b.Plural && (a.Entities.IsEmpty || b.Entities.IsEmpty || a.Entities.Intersect(b.Entities, StringComparer.Ordinal).Any())) || a.Head?.Parent is "event" or "official" || b.Head?.Parent is "event" || (a.Proper && b.Proper);

    private static bool Disagree(Claim a, Claim b)
    {
        if (a.Mood is Mood.Wanted or Mood.Possible || b.Mood is Mood.Wanted or Mood.Possible) return false;
        if (a.Amount is { } x && b.Amount is { } y) return a.In.Article.Id == b.In.Article.Id && AreBothNamed(a, b) && Math.Max(x.Value, y.Value) <= Math.Min(x.Value, y.Value) * FarthestApart && x.AgreementWith(y) != Agreement.Compatible && y.AgreementWith(x) != Agreement.Compatible && x.Comparator != Comparator.Magnitude && y.Comparator != Comparator.Magnitude
            && !a.Background && !b.Background && (a.Places.IsEmpty || b.Places.IsEmpty || a.Places.Intersect(b.Places, StringComparer.Ordinal).Any());
        if (a.IsRetold || b.IsRetold) return false; // what somebody said before, told again, disputes nothing
        return (AreAccounts(a, b) || a.Time.Compare(b.Time) is DateOrder.Same or DateOrder.Overlapping or DateOrder.Unknown) && Exclude(a, b);
    }

    /// <summary>True when both cannot hold: the one is the other's opposite, or they name two who did one deed.</summary>
    private static bool Exclude(Claim a, Claim b)
    {
        if (a.Aspect.Kind != TrackKind.Blame || b.Aspect.Kind != TrackKind.Blame) return PredicateLexicon.AreOpposite(a.Bare, b.Bare) || NameTwo(a, b);
        if (a.Agent is not { } x || b.Agent is not { } y || Same(a.Bare, b.Bare)) return false;
        // "not the rebels" excludes the rebels, and nobody else
        if (a.Bare.StartsWith("not ", StringComparison.Ordinal) || b.Bare.StartsWith("not ", StringComparison.Ordinal)) return PredicateLexicon.AreOpposite(a.Bare, b.Bare);
        if (IsNature(x) != IsNature(y)) return IsActor(x) || IsActor(y); // the rain, or the operator
        if (x.Head is { } p && y.Head is { } q) return !HeadLexicon.Agree(p, q) && !IsStateAndArms(p, q) && !IsStateAndArms(q, p) && p.Parent != "event" && q.Parent != "event" && !x.Entities.Intersect(y.Entities, StringComparer.Ordinal).Any();
        return !x.Entities.IsEmpty && !y.Entities.IsEmpty && !x.Entities.Intersect(y.Entities, StringComparer.Ordinal).Any() && x.Head is null && y.Head is null;
    }

    // what an army does its government does
    private static bool IsStateAndArms(HeadClass a, HeadClass b) => a is { Class: "government" or "official" } && b is { Class: "troop" or "police" or "personnel" or "armour" };

    private static bool IsNature(Theme theme) => theme.Head?.Class == "calamity";

    private static bool IsActor(Theme theme) => theme.Head?.Parent is "person" or "force" or "official" || (theme.Head is null && (theme.Proper || !theme.Entities.IsEmpty));

    /// <summary>Of one place two sources on one page name two who hold it.</summary>
    private static bool NameTwo(Claim a, Claim b) =>
        IsAgent(a) && IsAgent(b) && !Same(a.Bare, b.Bare) && a.Holder != b.Holder && AreBothNamed(a, b) && a.In.Article.Id == b.In.Article.Id && !a.Agent!.Entities.Intersect(b.Agent!.Entities, StringComparer.Ordinal).Any();

    // the answer is who does it: "who controls the dam"
    private static bool IsAgent(Claim claim) => claim.Agent is { Label.Length: > 0 } agent && claim.Bare.EndsWith(agent.Label, StringComparison.OrdinalIgnoreCase);

    // whoever the claim is about speaks himself
    private static bool IsParty(Claim claim) => claim.Theme.Entities.Contains(claim.Holder, StringComparer.Ordinal) || (claim.Aspect.Kind == TrackKind.Blame && claim.Agent is { } agent && agent.Entities.Contains(claim.Holder, StringComparer.Ordinal));

    // what two outlets tell on two days is the world that moves; what two named sources say is a dispute
    private static bool AreBothNamed(Claim a, Claim b) => a.Holder is not ("outlet" or "unnamed source") && b.Holder is not ("outlet" or "unnamed source");

    private static bool SamePages(IReadOnlyList<Claim> claims, Step a, Step b) =>
        claims[a.Before].In.Article.Id == claims[b.Before].In.Article.Id && claims[a.After].In.Article.Id == claims[b.After].In.Article.Id;

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    // two pages of the same days; between far pages the world had time to move
    private static bool Near(Claim before, Claim after, int days) =>
        before.In.Article.Id == after.In.Article.Id
        || (before.In.Article.Published is { IsDay: true, From: { } a } && after.In.Article.Published is { IsDay: true, From: { } b } && Math.Abs(a.DayNumber - b.DayNumber) <= days);

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
