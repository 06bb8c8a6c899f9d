namespace Dateline.Annotation;

/// <summary>Settles where the rules and the trained tagger differ. Lexicons know what a name is; the tagger, which has seen the rules' names, knows better where an unknown name begins and ends, and whether it is one.</summary>
internal static class NameMerger
{
    private const string ByModel = "name.model";

    public static List<(NamePart Part, EntityKind Kind, string Rule)> Merge(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> ruled, List<TaggedName> tagged)
    {
        var things = tagged.FindAll(t => t.Type == NameType.Thing);
        tagged = tagged.FindAll(t => t.Type != NameType.Thing);
        var borne = Borne(words, ruled, tagged);
        var merged = new List<(NamePart Part, EntityKind Kind, string Rule)>();
        // of persons that the tagger does not see here, the speech of one word or a number behind it says little, and an echo only as much as what it echoes
        bool Stands((NamePart Part, EntityKind Kind, string Rule) rule) => rule.Part.IsJoined || IsSure(rule.Rule) && rule.Rule is not ("name.speaks" or "name.age") && (rule is not { Rule: "name.page", Kind: EntityKind.Person } || borne.Contains(words.Span(rule.Part.End - 1).Slice(words.Text)));
        var taken = new HashSet<TaggedName>();
        foreach (var rule in ruled)
        {
            if (TypeOf(rule.Kind) is not null && things.Exists(t => t.First <= rule.Part.First && t.End >= rule.Part.End && t.End - t.First > rule.Part.Length)) continue; // "the Lostria Cup" names no place
            var meets = tagged.Where(t => t.First < rule.Part.End && rule.Part.First < t.End).ToList();
            if (meets.Count == 0)
            {
                if (Stands(rule) || TypeOf(rule.Kind) is null) merged.Add(rule);
            }
            else if ((rule.Part.Known is not null || rule.Part.IsJoined || rule.Rule == "name.nickname") && !meets.Any(t => t.First <= rule.Part.First && t.End >= rule.Part.End && t.End - t.First > rule.Part.Length))
            {
                merged.Add(rule);
                taken.UnionWith(meets);
            }
            else if (rule.Rule == "name.head" && TypeOf(rule.Kind) is { } type && meets.Exists(t => t.First == rule.Part.First && t.Type == type) && meets.TrueForAll(t => t.End <= rule.Part.End))
            {
                merged.Add(rule); // "Ministry of Fisheries" is one name, where the tagger sees two
                taken.UnionWith(meets);
            }
            else if (rule.Rule == "name.age" && meets.TrueForAll(t => t.Type == NameType.Person && t.First >= rule.Part.First && t.End <= rule.Part.End))
            {
                merged.Add(rule);
                taken.UnionWith(meets);
            }
            else if (meets is [var same] && same.First == rule.Part.First && same.End == rule.Part.End)
            {
                merged.Add(TypeOf(rule.Kind) == same.Type || rule.Rule is "name.title" or "name.called" || (rule.Rule == "name.head" && (TypeOf(rule.Kind) == NameType.Organisation || NameParts.IsLandOf(words, rule.Part))) || (TypeOf(rule.Kind) is null && IsSure(rule.Rule)) ? rule : (rule.Part with { Known = null }, KindOf(same.Type), ByModel));
                taken.Add(same);
            }
        }

        foreach (var name in tagged)
        {
            if (taken.Contains(name)) continue;
            var inner = ruled.Where(r => r.Part.First < name.End && name.First < r.Part.End).ToList();
            var kind = inner.Where(r => TypeOf(r.Kind) == name.Type).Select(r => (EntityKind?)r.Kind).FirstOrDefault() ?? KindOf(name.Type);
            merged.Add((new NamePart(name.First, name.End, null, inner.Select(r => r.Part.Title).FirstOrDefault(t => t is not null)), kind, ByModel));
        }

        merged.Sort((a, b) => a.Part.First.CompareTo(b.Part.First));
        var end = 0;
        merged.RemoveAll(m =>
        {
            if (m.Part.First < end) return true;
            end = m.Part.End;
            return false;
        });
        return merged;
    }

    /// <summary>The first and last words of persons that the tagger or a sure rule found on the page.</summary>
    private static HashSet<string> Borne(Words words, List<(NamePart Part, EntityKind Kind, string Rule)> ruled, List<TaggedName> tagged)
    {
        var borne = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in tagged.Where(t => t.Type == NameType.Person)) Add(name.First, name.End);
        foreach (var (part, _, _) in ruled.Where(r => r.Kind == EntityKind.Person && r.Rule is "name.lexicon" or "name.title" or "name.first-name" or "name.initial")) Add(part.First, part.End);
        return borne;

        void Add(int first, int end)
        {
            borne.Add(words.Span(first).Slice(words.Text));
            borne.Add(words.Span(end - 1).Slice(words.Text));
        }
    }

    private static bool IsSure(string rule) => rule is "name.lexicon" or "name.head" or "name.title" or "name.first-name" or "name.initial" or "name.page" or "name.age" or "name.speaks" or "name.nickname" or "name.called";

    private static EntityKind KindOf(NameType type) => type switch
    {
        NameType.Person => EntityKind.Person,
        NameType.Organisation => EntityKind.Organisation,
        _ => EntityKind.Place,
    };

    /// <summary>What the tagger calls this kind; null where it knows no such names.</summary>
    public static NameType? TypeOf(EntityKind kind) => kind switch
    {
        EntityKind.Person => NameType.Person,
        EntityKind.Organisation or EntityKind.Agency or EntityKind.Outlet or EntityKind.ArmedForce or EntityKind.GovernmentBody => NameType.Organisation,
        EntityKind.Place => NameType.Place,
        _ => null,
    };
}
