using System.Text;

namespace Dateline.Server.Charts;

/// <summary>How wide a text is drawn, without a font at hand: an upper estimate over the common sans-serif fonts, so that what is laid out apart stays apart.</summary>
public static class GlyphWidths
{
    /// <summary>Line height in font sizes.</summary>
    public const double Line = 1.25;

    // Thousandths of the font size for ' ' to '~': the wider of Noto Sans and Liberation Sans, rounded up.
    private static readonly short[] Ascii =
    [
        280, 280, 410, 650, 580, 900, 740, 240, 340, 340, 560, 600, 280, 340, 280, 380,
        580, 580, 580, 580, 580, 580, 580, 580, 580, 580, 280, 280, 600, 600, 600, 560,
        1020, 670, 670, 730, 740, 670, 620, 780, 750, 340, 500, 670, 570, 910, 770, 790,
        620, 790, 670, 670, 620, 740, 670, 950, 670, 670, 620, 340, 380, 340, 600, 560,
        340, 570, 620, 510, 620, 570, 350, 620, 620, 270, 270, 550, 270, 940, 620, 610,
        620, 620, 420, 510, 370, 620, 520, 790, 540, 520, 510, 390, 560, 390, 600,
    ];

    private const short Letter = 660;
    private const short Sign = 1000; // arrows, CJK, emoji
    private const double Wider = 1.06; // fonts that are wider than the two

    /// <param name="bold">Bold glyphs are wider.</param>
    public static double Of(string text, double size, bool bold = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sum = 0;
        foreach (var rune in text.EnumerateRunes()) sum += Of(rune);
        return sum * size * (bold ? 1.08 * Wider : Wider) / 1000;
    }

    /// <summary>The text, or its beginning with an ellipsis where it is wider than the room.</summary>
    public static string Fit(string text, double size, double room, bool bold = false)
    {
        if (Of(text, size, bold) <= room) return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var length = kept.Length;
            kept.Append(rune.ToString());
            if (Of(kept + "…", size, bold) <= room) continue;
            kept.Length = length;
            break;
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static int Of(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Ascii[rune.Value - ' '],
        0x2026 => Sign,
        0xB7 or 0x2018 or 0x2019 => Ascii[0],
        0x2013 => 580,
        < 0x2000 => Letter,
        _ => Sign,
    };
}
