using System.Text;

namespace Dateline.Benchmarks;

/// <summary>Writes one made article: words by Zipf's law, a name in one word of sixteen, every third sentence somebody's, with every token where a parser would leave it.</summary>
internal sealed class MadeText(Random random, MadeWords words)
{
    private const int Shortest = 8; // sentences
    private const int Further = 22;
    private const double Said = 0.35;
    private const double Told = 0.45; // sentences in the outlet's own voice
    private static readonly string[] Tags = ["NOUN", "VERB", "ADJ", "DET", "ADP", "PUNCT"];
    private static readonly string[] Relations = ["nsubj", "obj", "amod", "det", "case", "obl"];

    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<Sentence> sentences = [];
    private readonly List<Token> tokens = [];
    private readonly List<Mention> mentions = [];
    private readonly List<Timex> timexes = [];
    private readonly List<Quantity> quantities = [];
    private readonly List<Statement> statements = [];

    public AnnotatedArticle Write(MadeStory story, int number, string page, DateOnly day)
    {
        Clear();
        var outlet = words.Outlet(random);
        var agency = random.NextDouble() < 0.35 ? words.Agency(random) : null;
        var capture = CaptureId.Of(Encoding.UTF8.GetBytes(page));
        var id = Article.IdOf(capture, 0);
        var title = $"{story.Title} {words.Common(random)} {words.Common(random)}";
        for (var i = 0; i < 5; i++) Line(BlockRole.Boilerplate, () => text.Append(words.Common(random)).Append(' ').Append(words.Common(random)), "short line among links");
        Line(BlockRole.Headline, () => text.Append(title), "h1");
        if (agency is not null) Line(BlockRole.Notice, () => text.Append(agency), "credit");
        for (var left = Shortest + random.Next(Further); left > 0; left -= 3)
        {
            var many = Math.Min(3, left);
            Line(BlockRole.Body, () => Paragraph(story, id, day, many), "paragraph");
        }

        for (var i = 0; i < 4; i++) Line(BlockRole.Related, () => Words(7), "link with a headline");
        var published = random.Next(12) == 0 ? UncertainDate.Between(day.AddDays(-2), day.AddDays(1), DateGrain.Day, "from weekday words and other pages of the story", DateAnchor.Story) : UncertainDate.On(day, "a tag of the page");
        var article = new Article(
            id, capture, page, text.ToString(), [.. blocks], new Sourced(title, "h1"), new Sourced(outlet, "og:site_name"), [words.Person(random)], agency is null ? [] : [agency], null, published, "meta", null, "en",
            $"https://{number % 400}.example/{number}", []);
        return new AnnotatedArticle(article, new Annotations(id, [.. sentences], [.. tokens], [.. mentions], [.. timexes], [.. quantities], [.. statements]));
    }

    private void Clear()
    {
        text.Clear();
        blocks.Clear();
        sentences.Clear();
        tokens.Clear();
        mentions.Clear();
        timexes.Clear();
        quantities.Clear();
        statements.Clear();
    }

    private void Line(BlockRole role, Action write, string why)
    {
        if (text.Length > 0) text.Append('\n');
        var start = text.Length;
        write();
        blocks.Add(new Block(role, new TextSpan(start, text.Length), why));
    }

    private void Paragraph(MadeStory story, ArticleId id, DateOnly day, int many)
    {
        for (var i = 0; i < many; i++)
        {
            if (i > 0) text.Append(' ');
            var (start, first) = (text.Length, tokens.Count);
            Sentence(story, id, day);
            sentences.Add(new Sentence(new TextSpan(start, text.Length), first, tokens.Count - first, blocks.Count));
        }
    }

    private void Sentence(MadeStory story, ArticleId id, DateOnly day)
    {
        var kind = random.NextDouble();
        if (kind < Said)
        {
            var person = story.Names[(int)(story.Names.Length * random.NextDouble() * random.NextDouble())];
            var source = Name(person);
            var cue = Word("said");
            Word("that");
            var content = Words(14, story, day);
            statements.Add(new Statement(
                StatementId.Of(id, statements.Count), id, false, new Source([source], person, person), [cue], [content], random.Next(3) == 0 ? Manner.Direct : Manner.Indirect,
                random.Next(6) == 0 ? "a statement" : null, random.Next(5) == 0 ? [words.Agency(random)] : [], UncertainDate.On(day, "as the page"), null, false, "said-that"));
        }
        else
        {
            var content = Words(20, story, day);
            if (kind < Said + Told) statements.Add(new Statement(StatementId.Of(id, statements.Count), id, true, new Source([], "", null), [], [content], Manner.Indirect, null, [], null, null, false, "voice"));
        }

        Word(".");
    }

    private TextSpan Words(int many, MadeStory? story = null, DateOnly day = default)
    {
        var start = text.Length + (text.Length > 0 && text[^1] is not ('\n' or ' ') ? 1 : 0);
        for (var i = 0; i < many; i++)
        {
            var one = random.Next(48);
            if (story is null || one > 5) Word(words.Common(random));
            else if (one < 3) Name(story.Names[random.Next(story.Names.Length)]);
            else if (one == 3) Date(day);
            else if (one == 4) Amount();
            else Word(story.Own[random.Next(story.Own.Length)]);
        }

        return new TextSpan(start, text.Length);
    }

    private void Date(DateOnly day)
    {
        var meant = day.AddDays(-random.Next(5));
        timexes.Add(new Timex(Word(meant.DayOfWeek.ToString()), TimexType.Date, MadeWords.Iso(meant), UncertainDate.On(meant, "the weekday before the page", DateAnchor.Published), "weekday"));
    }

    private void Amount()
    {
        var amount = random.Next(2, 9000);
        var number = Word(MadeWords.Number(amount));
        quantities.Add(new Quantity(number.Cover(Word("people")), number, new Amount(Comparator.Exact, amount), "count", "person", "number-head"));
    }

    private TextSpan Name(string name)
    {
        var parts = name.Split(' ');
        var span = Word(parts[0]);
        foreach (var part in parts[1..]) span = span.Cover(Word(part));
        mentions.Add(new Mention(span, parts.Length == 2 ? EntityKind.Person : EntityKind.Organisation, name, "name"));
        return span;
    }

    private TextSpan Word(string word)
    {
        if (text.Length > 0 && text[^1] is not ('\n' or ' ') && word != ".") text.Append(' ');
        var span = new TextSpan(text.Length, text.Length + word.Length);
        text.Append(word);
        tokens.Add(new Token(span, word, Tags[tokens.Count % Tags.Length], Math.Max(-1, tokens.Count - 1 - (tokens.Count % 3)), Relations[tokens.Count % Relations.Length]));
        return span;
    }
}
