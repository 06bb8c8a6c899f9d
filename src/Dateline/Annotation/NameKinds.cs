namespace Dateline.Annotation;

/// <summary>What a name names, from the lexicons and its own words first, from its surroundings second.</summary>
internal static class NameKinds
{
    /// <summary>The kind, where the name's own words or its title tell it.</summary>
    public static (EntityKind Kind, string Rule)? Sure(Words words, NamePart part)
    {
        if (part.Known is { } known) return Ambiguous(words, part) ? null : (known.Kind, "name.lexicon");
        var last = words.Lower(part.End - 1);
        var head = Head(words, part);
        if (WordClasses.IsHead(head, "force")) return part.Length > 1 ? (EntityKind.ArmedForce, "name.head") : null;
        if (part.Length == 1 && ((NameRuns.IsStation(words, part.First) && IsOnRadio(words)) || IsChannel(words, part.First))) return (EntityKind.Outlet, "name.head");
        if (part.Length > 1)
        {
            if (part.IsJoined && NameRuns.IsStation(words, part.End - 1)) return (EntityKind.Outlet, "name.head");
            if (NameJoins.HasNickname(words, part)) return (EntityKind.Person, "name.nickname");
            if (IsVerbAndFirstName(words, part)) return (EntityKind.Person, "name.age");
            if (words.Is(part.First, "operation")) return (EntityKind.Event, "name.head");
            if (WordClasses.IsHead(last, "thing") && last == head) return (EntityKind.Other, "name.head");
            if ((head == "state" || NameParts.IsRealm(head) || NameParts.IsLand(head)) && last != head) return (EntityKind.Place, "name.head");
            if (head is "government" && last != head) return (EntityKind.GovernmentBody, "name.head");
            if (WordClasses.IsHead(head, "event") && last != head) return (EntityKind.Event, "name.head");
            if (WordClasses.IsHead(head, "body")) return (EntityKind.GovernmentBody, "name.head");
            if (WordClasses.IsHead(last, "outlet") && last == head && !words.Is(part.First, "state")) return (EntityKind.Outlet, "name.head");
            if (WordClasses.IsHead(head, "org") || WordClasses.IsHead(last, "org")) return (EntityKind.Organisation, "name.head");
            if (IsRailway(words, part) && IsCompany(words, part)) return (EntityKind.Organisation, "name.head");
            if (WordClasses.IsHead(last, "fac")) return (EntityKind.Facility, "name.head");
            if (WordClasses.IsHead(last, "event")) return (EntityKind.Event, "name.head");
            if (WordClasses.IsHead(last, "place") || (words.Lower(part.First) is "mount" or "lake" or "cape" or "north" or "south" or "east" or "west" or "northern" or "southern" or "eastern" or "western" or "central" or "fort" or "camp" or "san" or "st." or "santa" or "port" or "el" && part.Title is null && !words.Is(part.First + 1, "-"))) return (EntityKind.Place, "name.head");
            if (last == "house" && part.Length > 2 && WordClasses.IsFirstName(words.Lower(part.First))) return (EntityKind.Facility, "name.head");
            if (WordClasses.IsFirstName(words.Lower(part.First)) && part.Length <= 5) return (EntityKind.Person, "name.first-name");
            if (IsInitial(words, part.First) || IsInitial(words, part.First + 1)) return (EntityKind.Person, "name.initial");
        }

        if (part.Length == 1 && WordClasses.Of(last) != WordClass.None) return null; // "Doctor Who"
        return part.Title is not null && part.Length <= 5 ? (EntityKind.Person, "name.title") : null;
    }

    /// <summary>The kind, as far as the words around it tell; null where it is likely no name.</summary>
    public static (EntityKind Kind, string Rule)? Likely(Words words, NamePart part, PageNames page)
    {
        if (part.Known is { } known) return (known.Kind, "name.lexicon");
        var lower = words.Lower(part.First);
        if (words.Is(part.End - 1, "'s")) return (EntityKind.Organisation, "name.possessive");
        if (part.Length == 1)
        {
            if (IsCalendar(lower) || lower.Length == 1) return null;
            if (words.Sentences[words.SentenceOf(part.First)] is var sentence && NameRuns.IsTitleCase(words, sentence)) return null;
            if (words.IsOpeningOfSentence(part.First) || FollowsOpeningMark(words, part.First))
                if (!page.SeenInside(part.Text(words)) && words.Tag(part.First) != "PROPN") return null;
        }
        else if (NameRuns.IsTitleCase(words, words.Sentences[words.SentenceOf(part.First)])) return null;

        if (part.Length == 1 && WordClasses.IsCommonAcronym(lower)) return (EntityKind.Other, "name.acronym");
        if (part.Length == 1 && WordClasses.IsHead(lower, "thing")) return (EntityKind.Other, "name.head");
        if (IsAcronym(words, part)) return (EntityKind.Organisation, "name.acronym");
        var before = part.First > 0 && !words.IsOpeningOfSentence(part.First) ? words.Lower(part.First - 1) : "";
        var after = part.End < words.Count && words.SentenceOf(part.End) == words.SentenceOf(part.First) ? words.Lower(part.End) : "";
        if (before is "in" or "near" or "at" or "from" or "into" or "around" or "outside" or "across" or "to" or "towards" && !Cues.IsSpeaking(after) && part.Length <= 3) return before is "to" or "from" or "at" && part.Length == 2 ? (EntityKind.Person, "name.shape") : (EntityKind.Place, "name.in");
        if (Cues.IsSpeaking(after) && part.Length <= 4) return (EntityKind.Person, "name.speaks");
        if (after == "," && part.End + 1 < words.Count && words.IsNumber(part.End + 1)) return (EntityKind.Person, "name.age");
        if (part.Length == 2 && Gazetteer.Find(words.Span(part.First).Slice(words.Text)) is { Kind: EntityKind.Place }) return (EntityKind.Organisation, "name.place-name");
        if (part.Length == 1 && (WordClasses.IsFirstName(lower) || WordClasses.IsSurname(lower)) && lower is not ("will" or "may" or "mark" or "grant" or "hope" or "faith" or "grace" or "joy" or "art" or "bill" or "young" or "long" or "green" or "brown" or "white" or "king" or "hill" or "park")) return (EntityKind.Person, "name.lexicon");
        if (part.Length is 2 or 3) return (EntityKind.Person, "name.shape");
        return part.Length == 1 ? (EntityKind.Other, "name.shape") : (EntityKind.Organisation, "name.shape");
    }

    /// <summary>"Said El Masri, 23," and "Grant Moss said": the first word of the sentence could be the verb, what follows leaves only the name.</summary>
    private static bool IsVerbAndFirstName(Words words, NamePart part)
    {
        if (!words.IsOpeningOfSentence(part.First) || part.Length > 4 || !WordClasses.IsFirstName(words.Lower(part.First)) || !Cues.IsSpeaking(words.Lower(part.First))) return false;
        var after = part.End;
        if (after + 1 >= words.Count || words.SentenceOf(after + 1) != words.SentenceOf(part.First)) return false;
        return (words.Is(after, ",") && words.IsNumber(after + 1) && after + 2 < words.Count && words.Is(after + 2, ",")) || (Cues.IsSpeaking(words.Lower(after)) && words.IsVerb(after));
    }

    /// <summary>"ITV1": a medium and its number.</summary>
    private static bool IsChannel(Words words, int token)
    {
        var name = words.Text.AsSpan(words.Span(token).Start, words.Span(token).Length);
        return name.Length > 2 && char.IsAsciiDigit(name[^1]) && NameLists.IsMedium(name[..^1]);
    }

    /// <summary>The page speaks of radio: digits and capitals are a call sign there.</summary>
    private static bool IsOnRadio(Words words)
    {
        for (var i = 0; i < words.Count; i++)
            if (words.Is(i, "radio")) return true;
        return false;
    }

    public static bool IsRailway(Words words, NamePart part) => words.Lower(part.End - 1) is "railway" or "railroad";

    /// <summary>A line's company, not its track: who says, owns or is owned.</summary>
    private static bool IsCompany(Words words, NamePart part)
    {
        if (part.First > 0 && words.Is(part.First - 1, "by")) return true;
        return part.End < words.Count && words.SentenceOf(part.End) == words.SentenceOf(part.First) && (Cues.IsSpeaking(words.Lower(part.End)) || words.Is(part.End, "("));
    }

    public static string Head(Words words, NamePart part)
    {
        for (var i = part.First + 1; i < part.End; i++) if (words.Is(i, "of") || words.Is(i, "for")) return words.Lower(i - 1);
        return words.Lower(part.End - 1);
    }

    /// <summary>A lexicon name that is a person's too, or a common word: "Jordan said", "Turkey" as the first word.</summary>
    private static bool Ambiguous(Words words, NamePart part) => part.Title is not null && part.Known!.Kind == EntityKind.Place && WordClasses.TitleKind(part.Title) == "honorific";

    private static bool IsInitial(Words words, int i) => words.Span(i).Length == 2 && words.Text[words.Span(i).End - 1] == '.' && words.IsCapital(i);

    private static bool IsAcronym(Words words, NamePart part)
    {
        if (part.Length != 1) return false;
        var span = words.Span(part.First);
        if (span.Length is < 2 or > 7) return false;
        if (NameRuns.IsStation(words, part.First)) return true;
        var letters = 0;
        var text = words.Text.AsSpan(span.Start, span.Length);
        if (text.Length > 2 && char.IsAsciiDigit(text[^1]) && text is not ("CO2" or "SO2" or "NO2")) text = text[..^1]; // "ITV1"
        foreach (var c in text)
        {
            if (char.IsUpper(c)) letters++;
            else if (c != '.') return false;
        }

        return letters >= 2;
    }

    private static bool FollowsOpeningMark(Words words, int i) => words.IsMark(i - 1) && words.Lower(i - 1) is not ("," or "-" or "(" or ")");

    public static bool IsCalendar(string lower) => lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        or "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun" or "jan." or "feb." or "aug." or "sept." or "oct." or "nov." or "dec." or "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec" or "a.m." or "p.m." or "am" or "pm" or "gmt" or "est" or "edt" or "utc";
}
