namespace Dateline.Storage;

/// <summary>Something that does not stand as it was written, or does not come out again.</summary>
/// <param name="Code">One of <see cref="Codes"/>: verify.*</param>
/// <param name="Where">The capture, article, track ... that it is about.</param>
/// <param name="Detail">One sentence for a person.</param>
public sealed record Difference(string Code, string Where, string Detail);
