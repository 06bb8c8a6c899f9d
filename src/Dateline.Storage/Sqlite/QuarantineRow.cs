namespace Dateline.Storage.Sqlite;

/// <summary>Something in quarantine as its table holds it.</summary>
internal sealed record QuarantineRow(string Id, string Code, string Detail, string? Place, string? Capture, long? Length, byte[]? Bytes, string Stamp)
{
    public const string Select =
        "SELECT q.id, q.code, q.detail, q.place, c.id AS capture, q.length, q.bytes, q.stamp FROM quarantine q LEFT JOIN captures c ON c.seq = q.capture ORDER BY q.seq";

    public Quarantined ToQuarantined() => new(
        Id, new Rejection(Code, Detail, Place), Bytes is null ? (ReadOnlyMemory<byte>?)null : Payload.Decompress(Bytes, Length ?? -1), Capture is null ? null : new CaptureId(Capture), Stamp);

    /// <summary>The id is made of code, place and bytes: where it does not come out again, one of them was changed.</summary>
    public Difference? Fault()
    {
        try
        {
            var held = ToQuarantined();
            var again = held.Capture is { } capture ? Quarantined.Of(held.Rejection, capture) : Quarantined.Of(held.Rejection, held.Bytes);
            return again.Id == Id ? null : new Difference(Codes.VerifyStore, $"quarantine {Id}", $"The code, the place or the bytes of what was refused at {Place} are not those that were written.");
        }
        catch (InvalidDataException error)
        {
            return new Difference(Codes.VerifyStore, $"quarantine {Id}", $"The bytes that were refused at {Place} are damaged: {error.Message}");
        }
    }
}
