using System.Collections.Frozen;

namespace Dateline.Reading;

/// <summary>The elements that reading tells apart; all others are <see cref="Other"/>.</summary>
internal enum HtmlTag : byte
{
    Other,
    A, Abbr, Address, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Col, Dd, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed,
    Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Label, Li, Link, Main, Map, Mark,
    Math, Menu, Meta, Nav, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Pre, Q, S, Script, Section, Select, Small, Source, Span, Strong, Style, Sub,
    Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, U, Ul, Video, Wbr, Xmp, Plaintext, Rp, Rt,
}

/// <summary>What the HTML standard says of elements, as far as reading needs it.</summary>
internal static class HtmlTags
{
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> Names =
        Enum.GetValues<HtmlTag>().Where(t => t != HtmlTag.Other).ToFrozenDictionary(t => t.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Traits[] Table = MakeTable();

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Void = 1,
        Raw = 2,       // its content is text up to its own end tag
        Block = 4,     // starts a line of its own
        ClosesP = 8,
        Hidden = 16,   // its content is never shown as text of the page
        Formatting = 32,
        Special = 64,  // an end tag of an inline element does not reach beyond it
        Boundary = 128, // an end tag does not reach beyond it
    }

    public static HtmlTag Of(ReadOnlySpan<char> name) => name.Length is > 0 and < 11 && Names.TryGetValue(name, out var tag) ? tag : HtmlTag.Other;

    public static bool IsVoid(HtmlTag tag) => (Table[(int)tag] & Traits.Void) != 0;

    public static bool IsRaw(HtmlTag tag) => (Table[(int)tag] & Traits.Raw) != 0;

    public static bool IsBlock(HtmlTag tag) => (Table[(int)tag] & Traits.Block) != 0;

    public static bool ClosesP(HtmlTag tag) => (Table[(int)tag] & Traits.ClosesP) != 0;

    public static bool IsHidden(HtmlTag tag) => (Table[(int)tag] & Traits.Hidden) != 0;

    public static bool IsFormatting(HtmlTag tag) => (Table[(int)tag] & Traits.Formatting) != 0;

    public static bool IsSpecial(HtmlTag tag) => (Table[(int)tag] & Traits.Special) != 0;

    public static bool IsBoundary(HtmlTag tag) => (Table[(int)tag] & Traits.Boundary) != 0;

    public static bool IsHeading(HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6;

    private static Traits[] MakeTable()
    {
        var table = new Traits[(int)HtmlTag.Rt + 1];
        void Set(Traits trait, params ReadOnlySpan<HtmlTag> tags)
        {
            foreach (var tag in tags) table[(int)tag] |= trait;
        }

        Set(Traits.Void, HtmlTag.Base, HtmlTag.Br, HtmlTag.Col, HtmlTag.Embed, HtmlTag.Frame, HtmlTag.Hr, HtmlTag.Img, HtmlTag.Input, HtmlTag.Link, HtmlTag.Meta, HtmlTag.Param, HtmlTag.Source, HtmlTag.Track, HtmlTag.Wbr);
        Set(Traits.Raw, HtmlTag.Script, HtmlTag.Style, HtmlTag.Textarea, HtmlTag.Title, HtmlTag.Xmp, HtmlTag.Iframe, HtmlTag.Noembed, HtmlTag.Noframes, HtmlTag.Plaintext);
        ReadOnlySpan<HtmlTag> closers =
        [
            HtmlTag.Address, HtmlTag.Article, HtmlTag.Aside, HtmlTag.Blockquote, HtmlTag.Center, HtmlTag.Details, HtmlTag.Dialog, HtmlTag.Dir, HtmlTag.Div, HtmlTag.Dl, HtmlTag.Fieldset, HtmlTag.Figcaption, HtmlTag.Figure,
            HtmlTag.Footer, HtmlTag.Form, HtmlTag.H1, HtmlTag.H2, HtmlTag.H3, HtmlTag.H4, HtmlTag.H5, HtmlTag.H6, HtmlTag.Header, HtmlTag.Hgroup, HtmlTag.Hr, HtmlTag.Main, HtmlTag.Menu, HtmlTag.Nav, HtmlTag.Ol, HtmlTag.P,
            HtmlTag.Pre, HtmlTag.Section, HtmlTag.Summary, HtmlTag.Table, HtmlTag.Ul, HtmlTag.Li, HtmlTag.Dd, HtmlTag.Dt, HtmlTag.Plaintext,
        ];
        Set(Traits.ClosesP | Traits.Block | Traits.Special, closers);
        Set(Traits.Block | Traits.Special, HtmlTag.Body, HtmlTag.Html, HtmlTag.Head, HtmlTag.Tbody, HtmlTag.Td, HtmlTag.Tfoot, HtmlTag.Th, HtmlTag.Thead, HtmlTag.Tr, HtmlTag.Caption, HtmlTag.Button, HtmlTag.Video, HtmlTag.Audio, HtmlTag.Option, HtmlTag.Optgroup, HtmlTag.Select);
        Set(Traits.Block, HtmlTag.Textarea, HtmlTag.Title, HtmlTag.Noscript);
        Set(Traits.Hidden, HtmlTag.Script, HtmlTag.Style, HtmlTag.Noscript, HtmlTag.Template, HtmlTag.Svg, HtmlTag.Math, HtmlTag.Iframe, HtmlTag.Object, HtmlTag.Select, HtmlTag.Textarea, HtmlTag.Canvas, HtmlTag.Audio, HtmlTag.Noembed, HtmlTag.Noframes, HtmlTag.Title, HtmlTag.Head, HtmlTag.Map, HtmlTag.Rp, HtmlTag.Rt);
        Set(Traits.Formatting, HtmlTag.A, HtmlTag.B, HtmlTag.Code, HtmlTag.Em, HtmlTag.Font, HtmlTag.I, HtmlTag.S, HtmlTag.Small, HtmlTag.Strong, HtmlTag.U);
        Set(Traits.Boundary, HtmlTag.Html, HtmlTag.Body, HtmlTag.Table, HtmlTag.Td, HtmlTag.Th, HtmlTag.Caption, HtmlTag.Template, HtmlTag.Object);
        return table;
    }
}
