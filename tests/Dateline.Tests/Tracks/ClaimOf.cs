using Dateline.Tracks;

namespace Dateline.Tests.Tracks;

/// <summary>Makes claims for tests of grouping and of changes: each is the only sentence of an article of its own.</summary>
internal static class ClaimOf
{
    public static Claim State(string aspect, string value, string day, string holder = "outlet", string page = "", string theme = "soldiers", bool background = false) =>
        Make(aspect, value, null, day, holder, page, theme, background);

    public static Claim Number(string aspect, Amount amount, string day, string holder = "outlet", string page = "", string theme = "people") =>
        Make(aspect, amount.Canonical, amount, day, holder, page, theme, false);

    private static Claim Make(string aspect, string value, Amount? amount, string day, string holder, string page, string theme, bool background)
    {
        var text = $"{theme} {value} {day}";
        var article = ArticleText.Of(page.Length > 0 ? page : "page-" + day, text, day);
        var span = new TextSpan(0, text.Length);
        var statement = new Statement(StatementId.Of(article.Id, 0), article.Id, holder == "outlet", new Source([], holder, holder), [], [span], Manner.Indirect, null, [], null, null, false, "test");
        var annotations = new Annotations(article.Id, [], [], [], [], [], [statement]);
        return new Claim(
            new AnnotatedArticle(article, annotations), span, new TextSpan(0, theme.Length), PredicateLexicon.Aspects[aspect], value, amount,
            new Theme(theme, HeadLexicon.Of(theme.TrimEnd('s')) ?? HeadLexicon.Of(theme), []), null, Mood.Fact, [], holder, statement, article.Published, background, 0);
    }
}
