namespace Dateline.Annotation;

/// <summary>Who a source is: names, pronouns and descriptions resolved within the page, in reading order.</summary>
internal sealed class Speakers(Words words, NounPhrases phrases)
{
    private readonly List<Speaker> spoken = [];
    private readonly Dictionary<string, char> genders = new(StringComparer.Ordinal);

    private sealed record Speaker(string Entity, SpeakerKind Kind, char Gender, string Head, string Words, bool Speaks);

    private enum SpeakerKind
    {
        Person,
        Body,
        Group,
    }

    /// <summary>The canonical name of the source; null where it cannot be told. Remembers it for the pronouns that follow.</summary>
    public string? Resolve(Draft draft, string? enclosing)
    {
        NoteNamesBefore(draft.First);
        if (draft.Source.IsEmpty) return null;
        var speaks = draft.Rule != "stance.noun"; // the owner of an opposition or a plan is only named
        var source = draft.Source;
        var head = Head(source);
        var lower = words.Lower(head);
        if (source.Length == 1 && words.Lower(source.First) is var pronoun && Pronoun(pronoun, enclosing, source.First) is { } resolved) return resolved.Length == 0 ? null : resolved;
        if (Named(source) is var (person, gender) && person is not null) return Remember(new Speaker(person, SpeakerKind.Person, gender, "", Phrase(source), speaks));
        var phrase = Phrase(source);
        if (Explained(source) is { } body) return Remember(new Speaker(body, SpeakerKind.Body, 'n', lower, phrase, speaks));
        if (EntityNames.Canonical(phrase) is { } canonical) return Remember(new Speaker(canonical, SpeakerKind.Body, 'n', lower, phrase, speaks));
        if (phrases.MentionAt(head) is { } mention && mention.Kind is not (EntityKind.Demonym or EntityKind.Person)) return Remember(new Speaker(mention.Entity, SpeakerKind.Body, 'n', lower, phrase, speaks));
        if (words.Lower(source.First) is "the" or "this" or "that" or "his" or "her" or "its" or "their" && Described(source, lower) is { } known) return Remember(known with { Speaks = speaks });
        var kind = lower.EndsWith('s') && lower is not "police" ? SpeakerKind.Group : IsBody(lower) || draft.Rule is "cue.document" or "stance.document" or "cue.finding" ? SpeakerKind.Body : SpeakerKind.Person;
        var name = StripArticle(Phrase(WithoutClause(source)));
        return Remember(new Speaker(name, kind, kind == SpeakerKind.Person ? WordClasses.GenderOfTitle(lower) : 'n', lower, phrase, speaks));
    }

    private string Remember(Speaker speaker)
    {
        spoken.Add(speaker);
        return speaker.Entity;
    }

    /// <summary>Persons and bodies named since the last source: pronouns may stand for them.</summary>
    private int noted;

    private void NoteNamesBefore(int token)
    {
        for (; noted < token; noted++)
        {
            if (phrases.MentionAt(noted) is not { } mention || mention.Span.Start != words.Span(noted).Start) continue;
            if (mention.Kind == EntityKind.Person) spoken.Add(new Speaker(mention.Entity, SpeakerKind.Person, GenderAt(noted, mention), "", TitleBefore(noted) + mention.Span.Slice(words.Text), false));
            else if (mention.Kind is EntityKind.Organisation or EntityKind.Agency or EntityKind.Outlet or EntityKind.GovernmentBody or EntityKind.ArmedForce) spoken.Add(new Speaker(mention.Entity, SpeakerKind.Body, 'n', "", mention.Entity, false));
        }
    }

    /// <summary>Null where the word is no pronoun; empty where nobody fits.</summary>
    private string? Pronoun(string word, string? enclosing, int at)
    {
        switch (word)
        {
            case "he" or "his" or "him":
                return LastPerson('m');
            case "she" or "her":
                return LastPerson('f');
            case "it" or "its":
                return Last(s => s.Kind == SpeakerKind.Body);
            case "they" or "their" or "them":
                return Last(s => s.Kind == SpeakerKind.Group) is { Length: > 0 } group ? group : Last(s => s.Kind == SpeakerKind.Body);
            case "i" or "we" or "my" or "our" or "me" or "us":
                return enclosing ?? "";
            case "who" or "which" or "that":
                return at > 0 && phrases.MentionAt(at - 1) is { } mention ? mention.Entity : at > 1 && words.Is(at - 1, ",") && phrases.MentionAt(at - 2) is { } earlier ? earlier.Entity : "";
            default:
                return null;
        }

        // a speaker of unknown gender who was "he" once is no "she" later
        string LastPerson(char gender)
        {
            var entity = Last(s => s.Kind == SpeakerKind.Person && (s.Gender == gender || (s.Gender == '?' && genders.GetValueOrDefault(s.Entity, gender) == gender)));
            if (entity.Length > 0) genders.TryAdd(entity, gender);
            return entity;
        }

        // the last one who spoke comes first; then the last one named
        string Last(Predicate<Speaker> fits) => (spoken.FindLast(s => s.Speaks && fits(s) && spoken.Count - spoken.LastIndexOf(s) <= 12) ?? spoken.FindLast(fits))?.Entity ?? "";
    }

    /// <summary>The person that the phrase itself names as its head or in apposition.</summary>
    private (string? Entity, char Gender) Named(TokenRange source)
    {
        for (var i = source.First; i < source.End; i++)
        {
            if (phrases.MentionAt(i) is not { Kind: EntityKind.Person } mention || mention.Span.Start != words.Span(i).Start) continue;
            if (HangsOn(source.First, i)) continue;
            var end = i;
            while (end < source.End && phrases.MentionAt(end) == mention) end++;
            if (end < source.End && (words.Is(end, "'s") || words.Is(end, "'"))) continue;
            return (mention.Entity, GenderAt(i, mention));
        }

        return (null, '?');
    }

    /// <summary>"The operator, Lostria Power,": the body that a description in commas names.</summary>
    private string? Explained(TokenRange source)
    {
        for (var i = source.First + 2; i < source.End; i++)
            if (words.Is(i - 1, ",") && phrases.MentionAt(i) is { } body && (body.Kind is EntityKind.Organisation or EntityKind.GovernmentBody or EntityKind.Agency or EntityKind.Outlet or EntityKind.ArmedForce || body.Kind == EntityKind.Other && IsBody(words.Lower(i - 2))) && body.Span.Start == words.Span(i).Start && words.Span(source.End - 1).End <= body.Span.End + 1 && phrases.MentionAt(i - 2) is null) return body.Entity;
        return null;
    }

    /// <summary>"supporters of the Lostrian President Ada Lune": a preposition stands before the name, and no comma behind it.</summary>
    private bool HangsOn(int first, int name)
    {
        for (var i = name - 1; i >= first && !words.Is(i, ","); i--)
            if (i > first && words.Tag(i) is "ADP" || words.Lower(i) is "of" or "to" or "for") return true;
        return false;
    }

    /// <summary>"the official", "the agency", "the Ukrainian leader": the last speaker who was described so.</summary>
    private Speaker? Described(TokenRange source, string head)
    {
        var same = spoken.FindLast(s => s.Speaks && s.Head == head && !IsOther(source, s.Words));
        if (same is not null) return same;
        if (head is "agency" or "service" or "ministry" or "group" or "organization" or "organisation" or "company" or "newspaper" or "paper" or "broadcaster" or "network" or "statement" or "report" or "watchdog" or "union")
        {
            var body = spoken.FindLast(s => s.Kind == SpeakerKind.Body && !char.IsLower(s.Entity[0]) && Gazetteer.Find(s.Entity) is not { Kind: EntityKind.Place } && !(s.Head.Length > 0 && s.Entity.EndsWith(s.Head, StringComparison.Ordinal)) && (head is not "ministry" || s.Entity.Contains(head, StringComparison.OrdinalIgnoreCase)) && (s.Speaks || s.Entity.Contains(head, StringComparison.OrdinalIgnoreCase)));
            if (body is not null) return body;
        }

        if (WordClasses.TitleKind(head) is null && head is not ("man" or "woman" or "official" or "witness" or "actor" or "author" or "politician" or "president" or "leader")) return null;
        var gender = head is "man" ? 'm' : head is "woman" ? 'f' : WordClasses.GenderOfTitle(head);
        var titled = spoken.FindLast(s => s.Kind == SpeakerKind.Person && !IsOther(source, s.Words) && s.Words.Contains(head is "leader" ? "president" : head, StringComparison.OrdinalIgnoreCase) && s.Gender != (gender == 'm' ? 'f' : gender == 'f' ? 'm' : '-'));
        if (titled is not null) return titled;
        return head is "man" or "woman" or "actor" ? spoken.FindLast(s => s.Kind == SpeakerKind.Person && s.Speaks && (s.Gender == gender || gender == '?' || s.Gender == '?')) : null;
    }

    /// <summary>"the rebels, who hold the north" are the rebels.</summary>
    private TokenRange WithoutClause(TokenRange source)
    {
        for (var i = source.First + 1; i + 1 < source.End; i++)
            if (words.Is(i, ",") && (words.Lower(i + 1) is "who" or "which" or "whose" or "where" || words.Tag(i + 1) == "VERB")) return source with { End = i };
        return source;
    }

    /// <summary>"the prime minister" is not the minister who spoke before: a word of rank before the head that the other lacks.</summary>
    private bool IsOther(TokenRange source, string known)
    {
        for (var i = source.First; i + 1 < source.End && words.Tag(i) != "ADP"; i++)
            if (words.Tag(i) is "ADJ" or "NOUN" && phrases.MentionAt(i) is null && words.Tag(i + 1) is "NOUN" && !known.Contains(words.Span(i).Slice(words.Text), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The last noun before "of", "from", "in", a comma or a relative clause.</summary>
    private int Head(TokenRange source)
    {
        int head = -1, last = source.First;
        for (var i = source.First; i < source.End; i++)
        {
            if (i > source.First && (words.Tag(i) is "ADP" or "VERB" or "AUX" || words.Is(i, ",") || words.Lower(i) is "who" or "which")) break;
            last = i;
            if (words.Tag(i) is "NOUN" or "PROPN" or "PRON" or "NUM" || phrases.MentionAt(i) is not null) head = i;
        }

        return head < 0 || words.Tag(last) == "ADJ" && phrases.MentionAt(last) is null && phrases.MentionAt(head) is not null ? last : head;
    }

    private char GenderAt(int first, Mention mention)
    {
        if (genders.TryGetValue(mention.Entity, out var known)) return known;
        var gender = WordClasses.GenderOfFirstName(mention.Entity.Split(' ')[0].ToLowerInvariant());
        for (var i = first - 1; gender == '?' && i >= 0 && i >= first - 2 && words.IsWord(i); i--) gender = WordClasses.GenderOfTitle(words.Lower(i).TrimEnd('.'));
        if (gender != '?') genders[mention.Entity] = gender;
        return gender;
    }

    /// <summary>"Ukrainian President" before a name: what the page calls the person.</summary>
    private string TitleBefore(int first)
    {
        var start = first;
        while (start > 0 && words.SentenceOf(start - 1) == words.SentenceOf(first) && words.IsWord(start - 1) && (words.IsCapital(start - 1) || WordClasses.TitleKind(words.Lower(start - 1)) is not null)) start--;
        return start < first ? words.Cover(start, first).Slice(words.Text) : "";
    }

    private static bool IsBody(string head) => head is "agency" or "ministry" or "government" or "army" or "military" or "police" or "service" or "group" or "organization" or "organisation" or "company" or "newspaper" or "report" or "statement" or "court" or "committee" or "party" or "network" or "television" or "media" or "council" or "union" or "study" or "poll" or "survey" or "letter" or "leaflet" or "document" or "intelligence" or "bank" or "office" or "commission" or "department" or "administration" or "campaign" or "institute" or "operator" or "owner" or "maker" or "firm" or "airline" or "manufacturer" or "developer" or "charity" or "club" or "hospital" or "university" or "publisher" or "insurer" or "retailer";

    private string Phrase(TokenRange source) => words.Cover(source.First, source.End).Slice(words.Text);

    private static string StripArticle(string phrase)
    {
        foreach (var article in (string[])["the ", "a ", "an ", "his ", "her ", "its ", "their ", "our ", "my "])
            if (phrase.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return phrase[article.Length..];
        return phrase;
    }
}
