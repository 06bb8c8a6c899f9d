namespace Dateline.Annotation;

/// <summary>Joins what runs of capitals cut apart: "47th Mechanised Brigade", "Ada “The Lamp” Lune", "Lune, Inc.", "Fridays for Future", "Lune's" where it is a shop.</summary>
internal static class NameJoins
{
    private const int LongestNickname = 3; // words
    private const int LongestSide = 3;     // words before the nickname, and behind it
    private const int Often = 3;           // times on a page that words stand together

    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal) { "inc", "inc.", "ltd", "ltd.", "llc", "l.l.c.", "llp", "l.p.", "lp", "corp", "corp.", "co", "co.", "plc", "gmbh" };

    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal) { "people", "peoples", "men", "women", "children", "boys", "girls", "workers", "farmers", "teachers", "nurses", "doctors", "students", "lawyers", "writers", "veterans", "fishermen", "king", "queen" };

    /// <summary>Joins the parts of one page, which are in text order.</summary>
    public static void Join(Words words, List<NamePart> parts)
    {
        Repeated(words, parts);
        for (var n = 0; n < parts.Count; n++)
        {
            var before = n > 0 ? parts[n - 1].End : 0;
            if (SuffixEnd(words, parts[n]) is var stop and > 0) parts[n] = parts[n] with { End = stop, Known = null };
            if (TakesOrdinal(words, parts[n], before) || TakesFrequency(words, parts[n], before)) parts[n] = parts[n] with { First = parts[n].First - 1, IsJoined = true };
            else if ((n + 1 < parts.Count && IsOwned(words, parts[n], parts[n + 1]) ? n + 1 : Nicknamed(words, parts, n)) is var last and > 0)
            {
                parts[n] = parts[n] with { End = parts[last].End, Known = null, IsJoined = IsOwnedBody(words, parts[last]) };
                parts.RemoveRange(n + 1, last - n);
            }
            else if (n + 1 < parts.Count && IsLineBetween(words, parts[n], parts[n + 1]))
            {
                var from = n;
                while (from > 0 && parts[from].First == parts[from - 1].End + 1 && words.Is(parts[from - 1].End, ",") && parts[from - 1] is { Length: <= 2, Title: null } && words.SentenceOf(parts[from - 1].First) == words.SentenceOf(parts[n].First)) from--;
                parts[from] = parts[from] with { End = parts[n + 1].End, Known = null, IsJoined = true };
                parts.RemoveRange(from + 1, n + 1 - from);
                n = from;
            }
            else if (IsHouse(words, parts[n])) parts[n] = parts[n] with { End = parts[n].End + 1, Known = null };
        }
    }

    /// <summary>"47th", "3rd", "62d".</summary>
    public static bool IsOrdinal(Words words, int token)
    {
        var word = words.Lower(token);
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        return digits > 0 && word[digits..] is "st" or "nd" or "rd" or "th" or "d";
    }

    /// <summary>Words by which companies end: "Ltd.".</summary>
    public static bool IsCompanyForm(string lower) => Suffixes.Contains(lower);

    /// <summary>A person with a nickname: no other name holds an opening quotation mark.</summary>
    public static bool HasNickname(Words words, NamePart part)
    {
        for (var i = part.First + 1; i < part.End - 1; i++)
            if (Opens(words, i)) return true;
        return false;
    }

    /// <summary>"Fridays for Future": what stands joined by the same small word again and again, and never alone, is one name.</summary>
    private static void Repeated(Words words, List<NamePart> parts)
    {
        var joined = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n + 1 < parts.Count; n++)
        {
            if (IsLinked(words, parts[n], parts[n + 1])) joined[Both(n)] = joined.GetValueOrDefault(Both(n)) + 1;
        }

        if (joined.Values.All(count => count < Often)) return;
        var alone = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < parts.Count; n++)
            if (!(n > 0 && IsLinked(words, parts[n - 1], parts[n])) && !(n + 1 < parts.Count && IsLinked(words, parts[n], parts[n + 1]))) alone.Add(parts[n].Text(words));
        for (var n = 0; n + 1 < parts.Count; n++)
        {
            if (!IsLinked(words, parts[n], parts[n + 1]) || joined[Both(n)] < Often || alone.Contains(parts[n].Text(words)) || alone.Contains(parts[n + 1].Text(words))) continue;
            var first = parts[n].First;
            if (first > 0 && words.IsNumber(first - 1) && words.SentenceOf(first - 1) == words.SentenceOf(first)) first--;
            parts[n] = new NamePart(first, parts[n + 1].End, null, null) { IsJoined = true };
            parts.RemoveAt(n + 1);
        }

        string Both(int n) => words.Cover(parts[n].First, parts[n + 1].End).Slice(words.Text);
    }

    private static bool IsLinked(Words words, NamePart left, NamePart right) =>
        right.First == left.End + 1 && left.Title is null && right.Title is null && words.SentenceOf(left.First) == words.SentenceOf(right.First) && words.Lower(left.End) is ("to" or "for" or "without" or "against" or "with" or "in" or "on");

    /// <summary>Where "Lune, Inc." ends; 0 without such words.</summary>
    private static int SuffixEnd(Words words, NamePart part)
    {
        var at = part.End;
        if (at + 1 >= words.Count || words.SentenceOf(at + 1) != words.SentenceOf(part.First) || !words.Is(at, ",") || !Suffixes.Contains(words.Lower(at + 1)) || !words.IsCapital(at + 1)) return 0;
        return at + 2;
    }

    /// <summary>"at Lune's, Moss's became Tamsin's": a genitive that nothing belongs to is a house's name.</summary>
    private static bool IsHouse(Words words, NamePart part)
    {
        var mark = part.End;
        if (part.Length > 2 || part.Title is not null || part.First == 0 || mark + 1 >= words.Count || !words.Is(mark, "'s") || words.SentenceOf(mark + 1) != words.SentenceOf(part.First) || words.Analysis.FineTags.IsDefaultOrEmpty || words.Analysis.FineTags[mark] != "POS") return false;
        var after = mark + 1;
        if (words.Is(after, "and") || words.Is(after, "or") || words.Lower(after) is "\"" or "”" or "“" or "'" or "-" or "(" || !(words.IsMark(after) || words.IsVerb(after) || words.Tag(after) is "ADP" or "SCONJ")) return false;
        return !words.IsOpeningOfSentence(part.First) && words.Lower(part.First - 1) is not ("of" or "is" or "was" or "are" or "were" or "be" or "been" or "than" or "like" or "as" or "not" or "and" or "or" or ",");
    }

    /// <summary>"People's Front", "Dorvik's Bay": a genitive inside of a name.</summary>
    private static bool IsOwned(Words words, NamePart owner, NamePart owned)
    {
        if (owned.First != owner.End + 1 || owned.Title is not null || owned.Known is not null || words.SentenceOf(owner.First) != words.SentenceOf(owned.First)) return false;
        var last = words.Lower(owner.End - 1);
        if ((words.Is(owner.End, "'s") || words.Is(owner.End, "'")) && Owners.Contains(last)) return true;
        if (!words.Is(owner.End, "'s") || owner is not { Length: 1, Known: null, Title: null }) return false;
        return IsOwnedBody(words, owned) || (owned.Length == 1 && WordClasses.IsHead(words.Lower(owned.First), "place") && !WordClasses.IsFirstName(last));
    }

    private static bool IsLine(string lower) => lower is "railway" or "railroad" or "turnpike" or "canal";

    /// <summary>"Lune's Brigade", "Lune's Limited", "Lune's Big Band".</summary>
    private static bool IsOwnedBody(Words words, NamePart owned)
    {
        var last = words.Lower(owned.End - 1);
        return IsCompanyForm(last) || last is "limited" or "brigade" or "division" or "regiment" or "battalion" or "band" or "orchestra" or "quartet" or "trio";
    }

    /// <summary>"the Ulm and Tamsin Railway": lines are called by their ends.</summary>
    private static bool IsLineBetween(Words words, NamePart left, NamePart right) =>
        right.First == left.End + 1 && (words.Is(left.End, "and") || words.Is(left.End, "&")) && left is { Length: <= 2, Title: null } && right is { Length: > 1, Title: null, Known: null } && words.SentenceOf(left.First) == words.SentenceOf(right.First)
        && IsLine(words.Lower(right.End - 1)) && !WordClasses.IsHead(words.Lower(left.End - 1), "org") && !WordClasses.IsHead(words.Lower(left.End - 1), "fac");

    private static bool TakesOrdinal(Words words, NamePart part, int before)
    {
        var ordinal = part.First - 1;
        if (part.Known is not null || part.Title is not null || ordinal < before || words.SentenceOf(ordinal) != words.SentenceOf(part.First) || !IsOrdinal(words, ordinal)) return false;
        if (ordinal > 0 && NameKinds.IsCalendar(words.Lower(ordinal - 1))) return false; // "on March 5th Congress met"
        var head = NameKinds.Head(words, part);
        return WordClasses.IsHead(head, "force") || WordClasses.IsHead(head, "body") || WordClasses.IsHead(head, "org");
    }

    /// <summary>"702 6QX": a station's place on the dial before its call sign.</summary>
    private static bool TakesFrequency(Words words, NamePart part, int before) =>
        part.First > before && NameRuns.IsStation(words, part.First) && words.IsNumber(part.First - 1) && words.SentenceOf(part.First - 1) == words.SentenceOf(part.First) && words.Span(part.First - 1).Length is 3 or 4 && !NameRuns.IsStation(words, part.First - 1) && !IsYear(words, part.First - 1);

    public static bool IsYear(Words words, int token) => words.Lower(token) is ['1', '8' or '9', _, _] or ['2', '0', _, _];

    /// <summary>The part that ends the name which the n-th begins; 0 where there is no nickname behind it.</summary>
    private static int Nicknamed(Words words, List<NamePart> parts, int n)
    {
        var first = parts[n];
        if (first.Length > LongestSide || first.End + 3 >= words.Count || !Opens(words, first.End)) return 0;
        var close = first.End + 1;
        while (close < words.Count && close - first.End <= LongestNickname + 1 && words.IsWord(close) && (words.IsCapital(close) || NameRuns.IsParticle(words.Lower(close)))) close++;
        if (close == first.End + 1 || close - first.End > LongestNickname + 1 || close + 1 >= words.Count || words.SentenceOf(close + 1) != words.SentenceOf(first.First) || !Closes(words, first.End, close)) return 0;
        var last = n + 1;
        while (last < parts.Count && parts[last].First <= close) last++;
        if (last == parts.Count || parts[last].First != close + 1 || parts[last].Length > LongestSide || parts[last].Title is not null) return 0;
        return IsPersonal(words, first) && IsPersonal(words, parts[last]) ? last : 0;
    }

    /// <summary>Not what the lexicons know as something else, unless it is somebody's name, too: "Jordan".</summary>
    private static bool IsPersonal(Words words, NamePart part) =>
        part.Known is not { Kind: not EntityKind.Person } || WordClasses.IsFirstName(words.Lower(part.First)) || WordClasses.IsSurname(words.Lower(part.First));

    private static bool Opens(Words words, int i) =>
        words.Lower(i) is "\"" or "“" or "'" or "‘" or "„" && words.Span(i).Start > 0 && words.Text[words.Span(i).Start - 1] == ' ';

    private static bool Closes(Words words, int open, int i) => (words.Lower(open), words.Lower(i)) is ("\"", "\"") or ("“", "”") or ("„", "“") or ("'", "'") or ("‘", "'");
}
