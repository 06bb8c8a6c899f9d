using System.Text;

namespace Dateline.Tests.Reading;

/// <summary>Pages that look as news pages do, and what can befall them. Every choice is a number of the caller's, so that a case is its list of numbers.</summary>
/// <remarks>Also compiled into the benchmarks, which run it for longer.</remarks>
internal sealed class PageMaker(IReadOnlyList<int> choices)
{
    private const int MostChanges = 12;

    private static readonly string[] Sentences =
    [
        "Ferry crews stopped work in Port Orlan on Monday after pay talks with the company failed, the seamen's union said in a statement.",
        "“No boat will leave before there is an offer,” union head Mina Torvald told AFP at the quay.",
        "The company said that it had made a fair offer, and that the union had walked away from the talks on Sunday night.",
        "Die Hafenbehörde rechnet damit, dass rund neuntausend Fahrgäste einen anderen Weg über die Meerenge finden müssen.",
        "Le port restera fermé jusqu’à vendredi, a indiqué la capitainerie dans un communiqué publié lundi soir.",
        "Порт Орлан останется закрытым до пятницы, сообщили в понедельник в управлении гавани.",
        "港の事務所は月曜日、北側の岸壁を金曜日まで閉鎖すると発表した。",
        "قال مكتب الميناء يوم الاثنين إن الرصيف الشمالي سيبقى مغلقا حتى يوم الجمعة.",
        "At least 12 of 40 boats, some 3.5 million crowns' worth, were held at 6:30 p.m. GMT on 3/4/2031 (Photo: AP/Ann Lee).",
        "By Ann Lee, Norland News Agency | Updated 4 March 2031, 11:21 pm CET",
        "FILE - A ferry at the quay. © 2031 The Orlan Courier. All rights reserved.",
        "Read more: Mayor of Lesser Hallow opens the new library ...",
        "Sign up for our newsletter", "Advertisement", "Related articles", "Share on Facebook", "12 comments", "ORLAN | Mon Mar 3, 2031 9:15 am", "ORLAN, March 3 (NNA) -",
    ];

    private static readonly string[] Frames =
    [
        "<p>{0}</p>", "<div class=\"article-body\"><p>{0}</p></div>", "<li><a href='/x?a=1&copy=2'>{0}</a></li>", "<h2>{0}</h2>", "<figure><img src=x><figcaption>{0}</figcaption></figure>", "<aside class=related><p>{0}</aside>",
        "<blockquote>{0}</blockquote>", "<table><tr><td>{0}<td>{0}</table>", "<div hidden>{0}</div>", "<span>{0}</span><br>", "<section><article>{0}</article></section>", "<footer>{0}</footer>", "<pre>{0}\n{0}</pre>", "<b>{0}<i></b></i>",
        "<time datetime='2031-03-04T08:40:00+02:00'>{0}</time>", "<script>window.state = {{\"body\":\"\\u003cp\\u003e{0}\\u003c/p\\u003e\"}};</script>", "<noscript>{0}</noscript>", "<svg><text>{0}</text></svg>", "<template>{0}</template>", "<textarea>{0}</textarea>",
    ];

    private static readonly string[] Debris =
    [
        "<", ">", "</", "</p>", "</div></div>", "<div>", "<p class=\"", "<a href='", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<script><!-- <script>", "<style>", "<title>", "<plaintext>", "<svg>", "<math>", "<table>", "<template>", "<br/>", "</br>", "<!DOCTYPE html [", "<?php",
        "&amp;", "&nbsp;", "&#0;", "&#xD800;", "&#99999999999;", "&notit;", "&", "&copy", "\0", "\uFFFD", "\r", "\r\n", "\n\n\n", "\t", "\u0301", "\u200B", "\uFEFF", "\u2028", "\uD83D", "\uDE00", "😀", "e\u0301", "\u1112\u1161\u11AB",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"", "\"}</script>", "<meta charset=utf-16>", "<meta property='og:title' content='x", "<html lang=xx>", "</body></html>", "<base href=//>",
    ];

    private int at;

    /// <summary>A page of its head, a story and what stands around it, then broken in some places.</summary>
    public string Html()
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=utf-8><title>Ferry crews walk out in Port Orlan | The Orlan Courier</title>");
        if (Pick(2) == 0) page.Append("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry crews walk out\",\"datePublished\":\"2031-03-04\",\"author\":[{\"name\":\"Ann Lee\"}],\"articleBody\":\"").Append(Sentences[Pick(4)]).Append("\"}</script>");
        page.Append("</head><body><nav><ul><li><a href=/>Home</a><li>News</ul></nav><main><article><h1>Ferry crews walk out in Port Orlan</h1>");
        for (var pieces = 1 + Pick(40); pieces > 0; pieces--) page.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Frames[Pick(Frames.Length)], Sentences[Pick(Sentences.Length)]);
        return Broken(page.Append("</article></main></body></html>").ToString());
    }

    public string Text()
    {
        var page = new StringBuilder();
        for (var pieces = 1 + Pick(60); pieces > 0; pieces--) page.Append(Sentences[Pick(Sentences.Length)]).Append(Pick(5) == 0 ? " " : "\n");
        return Broken(page.ToString());
    }

    /// <summary>Cut, doubled, swapped, and strewn with debris.</summary>
    private string Broken(string page)
    {
        for (var changes = Pick(MostChanges); changes > 0 && page.Length > 0; changes--)
        {
            var (a, b) = (Pick(page.Length), Pick(page.Length));
            var (from, to) = (Math.Min(a, b), Math.Max(a, b));
            page = Pick(8) switch
            {
                0 => page[..to],
                1 => page[from..],
                2 => page.Remove(from, Math.Min(to - from, 200)),
                3 => page.Insert(to, page.Substring(from, Math.Min(to - from, 2000))),
                4 => string.Concat(page.AsSpan(to), page.AsSpan(from, to - from), page.AsSpan(0, from)),
                _ => page.Insert(from, string.Concat(Enumerable.Repeat(Debris[Pick(Debris.Length)], 1 + Pick(3) * Pick(300)))),
            };
        }

        return page;
    }

    private int Pick(int below)
    {
        if (choices.Count == 0) return 0;
        // the same number says something else each time it comes round
        var pick = (uint)(choices[at % choices.Count] + at / choices.Count * 7919);
        at++;
        return (int)(pick % (uint)below);
    }
}
