namespace Dateline.Annotation;

/// <summary>One name, or what may be one: [First, End) token indices.</summary>
/// <param name="Known">What the lexicons say of it, or null.</param>
/// <param name="Title">The title before it, lower case, or null.</param>
internal sealed record NamePart(int First, int End, KnownName? Known, string? Title)
{
    public int Length => End - First;

    /// <summary>True where the page or the name's own form shows that runs of capitals belong together: a tagger that cuts them is wrong.</summary>
    public bool IsJoined { get; init; }

    public string Text(Words words) => words.Cover(First, End).Slice(words.Text);
}

/// <summary>Cuts runs of capitalised words into names: lexicon names, titles apart, "Ministry of Defence" together.</summary>
internal static class NameParts
{
    public static void Cut(Words words, NameRun run, List<NamePart> parts)
    {
        int first = parts.Count > 0 ? Math.Max(run.First, parts[^1].End) : run.First, end = run.End;
        if (first >= end) return;
        if (words.IsOpeningOfSentence(first) && end - first >= 1 && IsOpener(words, first)) first++;
        string? title = null;
        while (first < end)
        {
            if (words.Is(first, "a") || words.IsMark(first) || (words.Is(first, "the") && Longest(words, first, end).Known is null))
            {
                first++;
                continue;
            }

            if (TitleAt(words, first, end, out var leading) is { } compound && leading > 1)
            {
                title = compound;
                first += leading;
                continue;
            }

            if (Longest(words, first, end) is var (known, stop) && known is not null)
            {
                if (stop < end && known.Kind != EntityKind.Demonym && ContinuesName(words, first, stop, end))
                {
                    Rest(words, first, end, title, parts);
                    return;
                }

                if (stop < end && known.Kind == EntityKind.Demonym && HeadAt(words, stop, end) > 0)
                {
                    Rest(words, first, end, title, parts);
                    return;
                }

                if (IsService(words, known, stop, end))
                {
                    parts.Add(new NamePart(first, end, known with { Name = words.Cover(first, end).Slice(words.Text) }, null));
                    return;
                }

                parts.Add(new NamePart(first, stop, known, known.Kind == EntityKind.Demonym ? null : title));
                title = null;
                first = stop;
                continue;
            }

            if (TitleAt(words, first, end, out var length) is { } found && first + length <= end)
            {
                title = found;
                first += length;
                continue;
            }

            if (InnerTitle(words, first, end) is var at and > 0)
            {
                Rest(words, first, at, title, parts);
                title = null;
                first = at;
                continue;
            }

            Rest(words, first, end, title, parts);
            return;
        }
    }

    /// <summary>"VOA Russian:", "BBC Persian reported": an outlet and the tongue of its service, which end the run before a mark or a verb.</summary>
    private static bool IsService(Words words, KnownName known, int stop, int end)
    {
        if (known.Kind is not (EntityKind.Outlet or EntityKind.Agency) || stop != end - 1 || Gazetteer.Find(words.Span(stop).Slice(words.Text)) is not { Kind: EntityKind.Demonym }) return false;
        return end == words.Count || words.SentenceOf(end) != words.SentenceOf(stop) || words.IsMark(end) || words.IsVerb(end);
    }

    /// <summary>Where a title stands inside a run, before a name: "Lostrian President Ada Lune"; 0 where none does.</summary>
    public static int InnerTitle(Words words, int first, int end)
    {
        if (HeadAt(words, first, end) > 0) return 0;
        for (var i = first + 1; i < end - 1; i++)
            if (words.IsCapital(i) && TitleAt(words, i, end, out var length) is { } title && i + length < end && title is not ("king" or "major" or "private" or "chief" or "chair" or "father" or "sister" or "justice" or "marshal" or "general" or "speaker" or "leader" or "prince" or "bishop" or "deputy")) return i;
        return 0;
    }

    /// <summary>What is left of a run: a name up to the next lexicon name or title, with "of ..." where it is a body's.</summary>
    private static void Rest(Words words, int first, int end, string? title, List<NamePart> parts)
    {
        var stop = end;
        if (stop - 1 > first && TitleAt(words, stop - 1, stop, out _) is not null && !WordClasses.IsFirstName(words.Lower(first)) && WordClasses.TitleKind(words.Lower(stop - 1)) == "office") stop--;
        if (IsBody(words, stop - 1) || IsBody(words, first) || WordClasses.IsHead(words.Lower(stop - 1), "event"))
        {
            while (stop + 1 < words.Count && words.SentenceOf(stop + 1) == words.SentenceOf(first) && (words.Is(stop, "of") || (words.Is(stop, "for") && words.Lower(stop - 1) is not ("league" or "club" or "band" or "school" or "company" or "university" or "news" or "times" or "army"))))
            {
                var at = stop + 1;
                if (words.Is(at, "the") && at + 1 < words.Count) at++;
                if (at >= words.Count || words.SentenceOf(at) != words.SentenceOf(first) || !words.IsWord(at) || !words.IsCapital(at)) break;
                while (at < words.Count && words.SentenceOf(at) == words.SentenceOf(first) && ((words.IsWord(at) && words.IsCapital(at)) || ((words.Is(at, "and") || IsComma(words, at)) && at + 1 < words.Count && words.IsCapital(at + 1) && IsBody(words, stop - 1) && !IsLand(words.Lower(stop - 1)) && !IsRealm(words.Lower(stop - 1))))) at++;
                stop = at;
                break;
            }
        }

        parts.Add(new NamePart(first, stop, null, title));
    }

    private static bool IsBody(Words words, int i) => WordClasses.IsHead(words.Lower(i), "org") || WordClasses.IsHead(words.Lower(i), "body") || words.Lower(i) is "house" or "department" or "bank" or "state" or "government" or "diocese" or "archdiocese" || IsRealm(words.Lower(i)) || IsLand(words.Lower(i));

    /// <summary>"Ministry of Trade, Industry and Energy": a comma inside of a name has an "and" behind it.</summary>
    private static bool IsComma(Words words, int at)
    {
        if (!words.Is(at, ",")) return false;
        for (var i = at + 1; i < words.Count && words.SentenceOf(i) == words.SentenceOf(at); i++)
        {
            if (words.Is(i, "and")) return i + 1 < words.Count && words.IsCapital(i + 1);
            if (!words.Is(i, ",") && !(words.IsWord(i) && words.IsCapital(i))) return false;
        }

        return false;
    }

    /// <summary>"City of Tamsin", "Republic of Tamsin".</summary>
    public static bool IsRealm(string lower) => lower is "kingdom" or "republic" or "city" or "province";

    /// <summary>"City of Tamsin", "Gulf of Tamsin", "the Lostrian Empire".</summary>
    public static bool IsLandOf(Words words, NamePart part) => NameKinds.Head(words, part) is var head && head != words.Lower(part.End - 1) ? IsLand(head) || IsRealm(head) : head is "republic" or "empire" or "kingdom" or "sultanate" or "indies" && Gazetteer.Find(words.Span(part.First).Slice(words.Text)) is { Kind: EntityKind.Demonym };

    /// <summary>"Gulf of Tamsin", "Port of Tamsin": with "of", words of a place open its name.</summary>
    public static bool IsLand(string lower) => lower is "duchy" or "principality" or "emirate" or "sultanate" or "commonwealth" or "dominion" or "governorate" or "municipality" or "county" or "riding" or "port" or "gulf" or "bay" or "strait" or "straits" or "sea" or "island" or "islands" or "isle" or "isles" or "cape" or "horn" or "peninsula";

    /// <summary>The longest lexicon name that starts at a token, and where it ends.</summary>
    private static (KnownName? Known, int End) Longest(Words words, int first, int end)
    {
        // "Bank of England", "Trinidad and Tobago": the lexicon's names with small words reach beyond the run, where a shorter one may end
        for (var stop = Math.Min(words.Count, end + 4); stop > end; stop--)
        {
            if (words.SentenceOf(stop - 1) != words.SentenceOf(first)) continue;
            if (Gazetteer.Find(words.Text.AsSpan(words.Span(first).Start, words.Span(stop - 1).End - words.Span(first).Start)) is { } known) return (known, stop);
        }

        for (var stop = Math.Min(end, first + 8); stop > first; stop--)
        {
            var slice = words.Text.AsSpan(words.Span(first).Start, words.Span(stop - 1).End - words.Span(first).Start);
            if (Gazetteer.Find(slice) is { } known) return (known, stop);
            if (slice.Length > 3 && IsUpper(slice) && Gazetteer.Find(TitleCase(slice)) is { } shouted) return (shouted, stop);
        }

        return (null, first);
    }

    /// <summary>True where a lexicon name is only the start of a longer one: "Washington Institute", "Paris Hilton", "Jordan Smith".</summary>
    private static bool ContinuesName(Words words, int first, int stop, int end)
    {
        if (HeadAt(words, stop, end) > 0 || (WordClasses.IsHead(words.Lower(end - 1), "place") && stop == end - 1 && words.Lower(end - 1) is not ("north" or "south" or "east" or "west"))) return true;
        // "Lostria Dynamo": a place and one word more is a body of that place
        if (stop == end - 1 && words.IsWord(stop) && TitleAt(words, stop, end, out _) is null && !WordClasses.IsFirstName(words.Lower(stop)) && !WordClasses.IsSurname(words.Lower(stop)) && Gazetteer.Find(words.Span(stop).Slice(words.Text)) is null
            && words.Span(stop).Start == words.Span(stop - 1).End + 1 && !words.IsMark(stop - 1) && Gazetteer.Find(words.Cover(first, stop).Slice(words.Text)) is { Kind: EntityKind.Place } && !NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(first)])) return true;
        return WordClasses.IsFirstName(words.Lower(first)) && stop == first + 1 && TitleAt(words, stop, end, out _) is null;
    }

    /// <summary>Where a word of a body, a force or a building ends the run from here on; 0 where none does.</summary>
    private static int HeadAt(Words words, int from, int end) =>
        WordClasses.IsHead(words.Lower(end - 1), "org") || WordClasses.IsHead(words.Lower(end - 1), "fac") || WordClasses.IsHead(words.Lower(end - 1), "body") ? end : 0;

    /// <summary>The title that starts at a token, in lower case without full stops; <paramref name="length"/> tokens long.</summary>
    internal static string? TitleAt(Words words, int first, int end, out int length)
    {
        for (length = Math.Min(3, end - first); length > 0; length--)
        {
            var text = string.Join(' ', Enumerable.Range(first, length).Select(words.Lower)).Replace(".", "", StringComparison.Ordinal).Replace(" - ", "-", StringComparison.Ordinal);
            if (WordClasses.TitleKind(text) is not null) return text;
        }

        return null;
    }

    /// <summary>A small word that is a capital only because the sentence starts with it.</summary>
    private static bool IsOpener(Words words, int i) => WordClasses.Of(words.Lower(i)) != WordClass.None && words.Lower(i) is not ("us" or "may" or "will");

    private static bool IsUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text) if (char.IsLower(c)) return false;
        return true;
    }

    private static string TitleCase(ReadOnlySpan<char> text)
    {
        var buffer = text.ToString().ToLowerInvariant().ToCharArray();
        for (var i = 0; i < buffer.Length; i++) if (i == 0 || buffer[i - 1] is ' ' or '-') buffer[i] = char.ToUpperInvariant(buffer[i]);
        return new string(buffer);
    }
}
