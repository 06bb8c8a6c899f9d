namespace Dateline.Intake;

/// <summary>One thing that came of the named paths: a capture, input that was refused, a remark, or a path that is not there.</summary>
public abstract record Arrival
{
    private Arrival()
    {
    }

    public sealed record Got(Capture Capture) : Arrival;

    /// <param name="Bytes">What was refused, where it was read and fits the bounds.</param>
    public sealed record Refused(Rejection Rejection, ReadOnlyMemory<byte>? Bytes = null) : Arrival;

    public sealed record Noted(Remark Remark) : Arrival;

    /// <summary>A named path that does not exist: the caller's mistake, not bad input.</summary>
    public sealed record Missing(string Path) : Arrival;
}
