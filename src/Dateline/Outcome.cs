using System.Diagnostics.CodeAnalysis;

namespace Dateline;

/// <summary>A value, or the coded reason why there is none. Bad input is a value here, never an exception.</summary>
public sealed class Outcome<T>
    where T : class
{
    private readonly T? value;          // exactly one of the two is null
    private readonly Rejection? rejection;

    private Outcome(T? value, Rejection? rejection)
    {
        this.value = value;
        this.rejection = rejection;
    }

    public bool IsRejected => rejection is not null;

    public bool TryGet([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out Rejection? reason)
    {
        result = value;
        reason = rejection;
        return value is not null;
    }

    public Outcome<TNext> Select<TNext>(Func<T, TNext> next)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return value is null ? Outcome<TNext>.Rejected(rejection!) : Outcome<TNext>.Of(next(value));
    }

    internal static Outcome<T> Of(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), null);

    internal static Outcome<T> Rejected(Rejection rejection) => new(null, rejection ?? throw new ArgumentNullException(nameof(rejection)));

    public static implicit operator Outcome<T>(T value) => Of(value);

    public static implicit operator Outcome<T>(Rejection rejection) => Rejected(rejection);
}

/// <summary>Why a capture could not be read: it goes to quarantine, and nothing of it is lost.</summary>
/// <param name="Code">One of <see cref="Codes"/>, e.g. <c>read.no-article</c>.</param>
/// <param name="Detail">One sentence for a person: what was found, and what to do.</param>
/// <param name="Where">A page, a line or an offset, where there is one.</param>
public sealed record Rejection(string Code, string Detail, string? Where = null);

/// <summary>Damage that did not stop the reading: same codes as rejections, kept with the article.</summary>
public sealed record Remark(string Code, string Detail, string? Where = null);
