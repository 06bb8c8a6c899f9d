namespace Dateline.Annotation;

/// <summary>A half-open range of token indices.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public static TokenRange None { get; } = new(0, 0);

    public int Length => End - First;

    public bool IsEmpty => End <= First;

    public bool Contains(int token) => token >= First && token < End;
}
