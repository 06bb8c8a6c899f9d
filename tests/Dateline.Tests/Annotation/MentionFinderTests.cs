using Dateline.Annotation;

namespace Dateline.Tests.Annotation;

public class MentionFinderTests
{
    [Theory]
    [InlineData("She flew to Kyiv with the minister.", "Kyiv", EntityKind.Place, "Kyiv")]
    [InlineData("The South Korean army moved north.", "South Korean", EntityKind.Demonym, "South Korea")]
    [InlineData("The Ministry of Fisheries closed the port.", "Ministry of Fisheries", EntityKind.GovernmentBody, "Ministry of Fisheries")]
    [InlineData("He told Agence France-Presse on Friday.", "Agence France-Presse", EntityKind.Agency, "AFP")]
    [InlineData("It works with the UN on this.", "UN", EntityKind.Organisation, "United Nations")]
    [InlineData("The Lostrian Guards held the gate.", "Lostrian Guards", EntityKind.ArmedForce, "Lostrian Guards")]
    [InlineData("She reads the Ostmark Gazette.", "Ostmark Gazette", EntityKind.Outlet, "Ostmark Gazette")]
    [InlineData("They met at Ostmark Airport on Friday.", "Ostmark Airport", EntityKind.Facility, "Ostmark Airport")]
    [InlineData("The farmer met Colonel Bert Moss there.", "Bert Moss", EntityKind.Person, "Bert Moss")]
    public void Names_have_their_kind_and_canonical_name(string text, string name, EntityKind kind, string entity)
    {
        var mention = Assert.Single(Find(text), m => m.Span.Slice(text) == name);
        Assert.Equal(kind, mention.Kind);
        Assert.Equal(entity, mention.Entity);
    }

    [Theory]
    [InlineData("President Ada Lune spoke.", "Ada Lune")]
    [InlineData("Prime Minister Bert Moss spoke.", "Bert Moss")]
    [InlineData("Lt. Col. Bert Moss spoke.", "Bert Moss")]
    public void An_office_is_no_part_of_the_name(string text, string name) => Assert.Equal([name], Find(text).Select(m => m.Span.Slice(text)));

    [Fact]
    public void What_one_place_does_not_tell_of_a_name_its_other_places_do()
    {
        const string text = "The road to Ulm is closed. Nobody lives in Zarvash now. The bus stops near Zarvash. They drove from Zarvash to Ulm. Zarvash was rich once.";
        Assert.All(Find(text).Where(m => m.Span.Slice(text) == "Zarvash"), m => Assert.Equal(EntityKind.Place, m.Kind));
    }

    [Theory]
    [InlineData("Troops shelled the town of Bashir al-Dabban. Bashir al-Dabban was empty.", "Bashir al-Dabban", EntityKind.Place)]
    [InlineData("Omar al-Hadid, a village in the hills, was burnt.", "Omar al-Hadid", EntityKind.Place)]
    [InlineData("Dorvik has become a ghost town.", "Dorvik", EntityKind.Place)]
    [InlineData("Sonora Bell are a band from the north.", "Sonora Bell", EntityKind.Organisation)]
    public void What_the_page_calls_a_name_settles_its_kind(string text, string name, EntityKind kind) =>
        Assert.All(Find(text).Where(m => m.Span.Slice(text) == name), m => Assert.Equal(kind, m.Kind));

    [Theory]
    [InlineData("President Ada Lune spoke. Later Lune left.", "Lune", "Ada Lune")]
    [InlineData("Omar al-Hasan spoke. Later Hasan left.", "Hasan", "Omar al-Hasan")]
    [InlineData("The Ostmark Gazette wrote of it. Then the Gazette fell silent.", "Gazette", "Ostmark Gazette")]
    [InlineData("Ethar El-Naggar spoke. Later El-Naggar left.", "El-Naggar", "Ethar El-Naggar")]
    [InlineData("The Lostrian Harbour Service (LHS) opened. The LHS is new.", "LHS", "Lostrian Harbour Service")]
    public void Later_names_resolve_to_the_full_one(string text, string name, string entity) =>
        Assert.Equal(entity, Find(text).Last(m => m.Span.Slice(text) == name).Entity);

    [Theory]
    [InlineData("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan")]
    [InlineData("Łukasz Żak", "Lukasz Zak")]
    [InlineData("Volodymyr Zelenskyy", "Volodymyr Zelensky")]
    [InlineData("Jens Sørum", "Jens Sorum")]
    public void Marks_of_letters_and_ways_to_transliterate_make_no_other_name(string a, string b) => Assert.Equal(EntityNames.Key(a), EntityNames.Key(b));

    [Theory]
    [InlineData("Pyongyang", "North Korea")]
    [InlineData("the Kremlin", "Russia")]
    [InlineData("South Korea's spy agency", "National Intelligence Service")]
    [InlineData("Seoul’s National Intelligence Service", "National Intelligence Service")]
    [InlineData("the Syrian government", "Syria")]
    [InlineData("the harbour master", null)]
    public void Those_who_stand_for_a_state_have_its_name(string phrase, string? name) => Assert.Equal(name, EntityNames.Canonical(phrase));

    [Theory]
    [InlineData("Petro Ostrovskyy", "Petro Ostrovsky")]
    [InlineData("Kim Do-young", "Kim Do Young")]
    public void Spellings_of_one_name_are_one(string name, string spelling) => Assert.Equal(spelling, EntityNames.Spelling(name));

    [Fact]
    public void A_sentence_s_first_word_is_no_name_by_its_capital_alone() => Assert.Empty(Find("However, the harbour closed. Ships waited."));

    [Fact]
    public void Mentions_are_sorted_and_do_not_overlap()
    {
        var mentions = Find("Lostrian Prime Minister Ada Lune met Bank of England Governor Bert Moss in New York City, U.S. officials told the Washington Post.");
        for (var i = 1; i < mentions.Count; i++) Assert.True(mentions[i - 1].Span.End <= mentions[i].Span.Start);
    }

    private static List<Mention> Find(string text) => [.. Pipeline.Annotate(ArticleText.Of("a", text)).Annotations.Mentions];
}
