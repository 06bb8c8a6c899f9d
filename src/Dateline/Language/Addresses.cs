using System.Buffers;

namespace Dateline.Language;

/// <summary>Web and mail addresses, which are one token each.</summary>
internal static class Addresses
{
    private static readonly string[] Schemes = ["http://", "https://", "www.", "ftp://", "mailto:"];
    private static readonly string[] Domains = ["com", "org", "net", "edu", "gov", "mil", "int", "info", "co", "uk", "eu", "io", "tv", "ru", "cn", "de", "fr", "ua", "kr", "jp", "au", "ca", "pdf", "doc", "docx", "xls", "htm", "html", "txt"];
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>Length of the address that opens the chunk, without the marks that follow it; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> chunk)
    {
        foreach (var scheme in Schemes)
        {
            if (chunk.Length > scheme.Length && chunk.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return WithoutMarks(chunk, chunk.Length);
        }

        var end = 0;
        int at = -1, dot = -1;
        while (end < chunk.Length && (char.IsAsciiLetterOrDigit(chunk[end]) || chunk[end] is '.' or '-' or '_' or '@' or '%' or '+'))
        {
            if (chunk[end] == '@') at = end;
            if (chunk[end] == '.') dot = end;
            end++;
        }

        end = WithoutMarks(chunk, end);
        if (at > 0 && at < end - 1) return end;
        if (at == 0 && end > 1) return end; // an account: "@name"
        if (dot <= 1 || !char.IsLetter(chunk[0])) return 0;
        dot = chunk[..end].LastIndexOf('.');
        if (dot <= 1 || chunk[..dot].ContainsAnyExcept(HostCharacters)) return 0;
        foreach (var domain in Domains)
        {
            if (chunk[(dot + 1)..end].SequenceEqual(domain)) return end < chunk.Length && chunk[end] == '/' ? WithoutMarks(chunk, chunk.Length) : end;
        }

        return 0;
    }

    private static int WithoutMarks(ReadOnlySpan<char> chunk, int end)
    {
        while (end > 0 && chunk[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '>' or '"' or '\'' or '\u201d' or '\u2019' or '-') end--;
        return end;
    }
}
