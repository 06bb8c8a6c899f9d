namespace Dateline.Tracing;

/// <summary>Runs of words as one hash each.</summary>
internal static class Shingles
{
    /// <summary>Words in a run of the index. Four survive a scan that spoils one character in twenty, and are rare enough to lead to few articles.</summary>
    public const int Length = 4;

    /// <summary>Fills <paramref name="into"/> with the hash of the run that begins at each word; 0 where no full run begins or where it holds nothing but stop words.</summary>
    public static void Fill(Words words, int length, uint[] into)
    {
        var hashes = words.Hashes;
        var marks = words.Marks;
        for (var i = 0; i < words.Count; i++)
        {
            into[i] = 0;
            if (i + length > words.Count) continue;
            var hash = 0u;
            var telling = 0;
            for (var k = 0; k < length; k++)
            {
                hash = Mix(hash, hashes[i + k]);
                if ((marks[i + k] & WordMarks.Stop) == 0) telling++;
            }

            if (telling > 0) into[i] = hash == 0 ? 1 : hash;
        }
    }

    private static uint Mix(uint hash, uint word)
    {
        hash = (hash ^ word) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }
}
