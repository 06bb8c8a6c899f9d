namespace Dateline.Stories;

/// <summary>The days from the first to the last dated article; the default is no day at all.</summary>
internal readonly record struct DaySpan(DateOnly? First, DateOnly? Last)
{
    public DaySpan With(UncertainDate date) => With(Of(date));

    public DaySpan With(DaySpan other) => new(
        First is null || other.First < First ? other.First ?? First : First,
        Last is null || other.Last > Last ? other.Last ?? Last : Last);

    public static DaySpan Of(UncertainDate date) => new(date.From ?? date.To, date.To ?? date.From);

    public void Write(BinaryWriter into)
    {
        into.Write(First?.DayNumber ?? -1);
        into.Write(Last?.DayNumber ?? -1);
    }

    public static DaySpan Read(BinaryReader from)
    {
        return new DaySpan(Day(), Day());

        DateOnly? Day() => from.ReadInt32() is var number && number is < 0 or > 3_652_058 ? null : DateOnly.FromDayNumber(number);
    }

    /// <summary>Days between the two; 0 where they overlap, null where either is unknown.</summary>
    public int? Gap(DaySpan other) =>
        First is not { } first || Last is not { } last || other.First is not { } otherFirst || other.Last is not { } otherLast ? null
        : otherFirst > last ? otherFirst.DayNumber - last.DayNumber
        : first > otherLast ? first.DayNumber - otherLast.DayNumber
        : 0;
}
