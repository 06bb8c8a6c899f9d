namespace Dateline.Reading;

/// <summary>One line of a page on its way to a block: its words measured once, its role settled last.</summary>
/// <remarks>Working state of one reading; it never leaves this folder.</remarks>
internal sealed class Line
{
    public Line(string text, int start, bool blankBefore = false)
    {
        Text = text;
        Start = start;
        BlankBefore = blankBefore;
    }

    public string Text { get; }

    /// <summary>Offset of the first character in the page's text.</summary>
    public int Start { get; set; }

    public bool BlankBefore { get; }

    public Measure Measure => field ??= Measure.Of(Text);

    public LineMarks Marks { get; set; }

    /// <summary>The phrase of the lexicon that marked it, for the reason.</summary>
    public string? Phrase { get; set; }

    /// <summary>Where in the tree it stands; null on a page that is only lines.</summary>
    public HtmlPlace? Place { get; init; }

    /// <summary>How likely the line is part of the story's text, 0 to 1.</summary>
    public float Score { get; set; }

    public BlockRole Role { get; set; } = BlockRole.Boilerplate;

    public string Why { get; set; } = "";

    /// <summary>Of the story, not of what stands around it: in one of the roles that the article's text is made of.</summary>
    public bool IsStory => Role is BlockRole.Body or BlockRole.Subhead or BlockRole.Standfirst or BlockRole.Pullquote;

    public bool IsSettled => Why.Length > 0;

    public bool Is(LineMarks mark) => (Marks & mark) != 0;

    public void Settle(BlockRole role, string why)
    {
        Role = role;
        Why = why;
    }
}

/// <summary>What the words of one line say of it, whatever the page.</summary>
[Flags]
internal enum LineMarks
{
    None = 0,

    /// <summary>Sentences: enough words and a stop.</summary>
    Prose = 1,

    /// <summary>Three words or more, no full stop at the end.</summary>
    Headlike = 1 << 1,
    Boilerplate = 1 << 2,
    Notice = 1 << 3,
    Caption = 1 << 4,
    Byline = 1 << 5,
    Dateline = 1 << 6,
    ReadMore = 1 << 7,
    Outlet = 1 << 8,

    /// <summary>A date and hardly anything else.</summary>
    Stamp = 1 << 9,

    /// <summary>The heading of a list of other stories or of the page's foot.</summary>
    ListHead = 1 << 10,

    /// <summary>Asks for a subscription, a sign-in, a gift, a follow.</summary>
    Plea = 1 << 11,
    Quote = 1 << 12,
    Repeated = 1 << 13,
}
