namespace Dateline.Intake;

/// <summary>The files of a folder and the folders below it, in ordinal order of their paths, one at a time.</summary>
/// <remarks>Names that begin with a dot are left out. A link to a folder is followed once; one that leads back is left out.</remarks>
internal static class FileWalk
{
    /// <returns>A file, or the reason why a folder could not be looked into.</returns>
    public static IEnumerable<(string File, Rejection? Rejection)> Files(string folder) => Walk(folder, 0, new HashSet<string>(StringComparer.Ordinal));

    private static IEnumerable<(string File, Rejection? Rejection)> Walk(string folder, int depth, HashSet<string> seen)
    {
        if (!seen.Add(RealPath(folder))) yield break;
        if (depth > IntakeBounds.FolderDepth)
        {
            yield return (folder, new Rejection(Codes.Unreadable, $"Folders are nested deeper than {IntakeBounds.FolderDepth}; add the inner folder by itself.", folder));
            yield break;
        }

        var (names, rejection) = Names(folder);
        if (rejection is not null)
        {
            yield return (folder, rejection);
            yield break;
        }

        foreach (var name in names)
        {
            var path = Path.Combine(folder, name.TrimEnd('/'));
            if (!name.EndsWith('/'))
            {
                yield return (path, null);
                continue;
            }

            foreach (var inner in Walk(path, depth + 1, seen)) yield return inner;
        }
    }

    /// <summary>Folders end in a slash, so that names sort as whole paths do.</summary>
    private static (List<string> Names, Rejection? Rejection) Names(string folder)
    {
        var names = new List<string>();
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (entry.Name.StartsWith('.')) continue;
                names.Add(Directory.Exists(entry.FullName) ? entry.Name + "/" : entry.Name); // follows links, as DirectoryInfo's own attributes do not
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([], new Rejection(Codes.Unreadable, $"The folder cannot be listed: {error.Message}", folder));
        }

        names.Sort(StringComparer.Ordinal);
        return (names, null);
    }

    private static string RealPath(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            return Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName is { } target ? Path.TrimEndingDirectorySeparator(target) : full;
        }
        catch (IOException)
        {
            return full; // a link to itself: listing it fails next, with its reason
        }
    }
}
