namespace Dateline.Intake;

/// <summary>What is taken in at most. Anything beyond is rejected with a code, and the rest goes on.</summary>
public static class IntakeBounds
{
    /// <summary>Bytes of one page, unpacked: 32 MiB. The largest saved news pages, with pictures inlined, stay below 20.</summary>
    public const int PageBytes = 32 * 1024 * 1024;

    /// <summary>Lines of one JSON Lines file.</summary>
    public const int LinesPerFile = 10_000_000;

    /// <summary>Nesting of a JSON line.</summary>
    public const int JsonDepth = 64;

    /// <summary>Bytes of a manifest.</summary>
    public const int ManifestBytes = 64 * 1024 * 1024;

    /// <summary>Folders above a page in which a manifest is looked for.</summary>
    public const int ManifestLevels = 3;

    /// <summary>Nesting of folders; links that lead round in a circle end here at the latest.</summary>
    public const int FolderDepth = 64;
}
