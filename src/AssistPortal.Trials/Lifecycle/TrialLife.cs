using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>
/// The dates of a trial, and what follows from them at any moment. All days are the customer's; a day begins with its
/// first valid moment there, so half-open spans meet without gap whatever the clocks do.
/// </summary>
/// <param name="Start">The day on which it began.</param>
/// <param name="End">The first day on which it is over: D.</param>
/// <param name="Zone">The customer's zone.</param>
/// <param name="NoticesWrittenOn">The day on which the notices of D were written; null while they are not.</param>
/// <param name="ConvertedAt">When it was converted; null where it is not.</param>
public sealed record TrialLife(
    LocalDate Start, LocalDate End, DateTimeZone Zone, LocalDate? NoticesWrittenOn = null, Instant? ConvertedAt = null)
{
    /// <summary>Days before the end on which its coming is told.</summary>
    public const int NoticeDays = 7;

    /// <summary>Days of grace.</summary>
    public const int GraceDays = 30;

    /// <summary>
    /// Least days between the notices of the end and the cut-off: what a clock that was off leaves the customer.
    /// </summary>
    public const int LeastGraceDays = 7;

    /// <summary>Days after the cut-off for which phone numbers are kept.</summary>
    public const int NumberDays = 15;

    /// <summary>The first moment of the day before which it is active.</summary>
    public Instant EndsAt => FirstMomentOf(End);

    /// <summary>When the coming end is told.</summary>
    public Instant NoticeAt => FirstMomentOf(End.PlusDays(-NoticeDays));

    public TrialState StateAt(Instant now) =>
        ConvertedAt <= now ? TrialState.Paid
        : now < EndsAt ? TrialState.Active
        : now < CutOffAt(now) ? TrialState.Expired
        : TrialState.Ended;

    /// <summary>
    /// The day on which grace is over. While the notices of the end are not written, it moves on with the days: as if
    /// they were written today.
    /// </summary>
    public LocalDate CutOffDate(Instant now) =>
        LocalDate.Max(
            End.PlusDays(GraceDays), (NoticesWrittenOn ?? LocalDate.Max(End, TodayAt(now))).PlusDays(LeastGraceDays));

    /// <inheritdoc cref="CutOffDate" />
    public Instant CutOffAt(Instant now) => FirstMomentOf(CutOffDate(now));

    /// <summary>When its phone numbers are free.</summary>
    public Instant NumbersFreeAt(Instant now) => FirstMomentOf(CutOffDate(now).PlusDays(NumberDays));

    /// <summary>The day that it is at the customer's.</summary>
    public LocalDate TodayAt(Instant now) => now.InZone(Zone).Date;

    /// <summary>Days until the end, in grace until the cut-off; null where nothing ends any more.</summary>
    public int? DaysLeftAt(Instant now) => StateAt(now) switch
    {
        TrialState.Active => Period.DaysBetween(TodayAt(now), End),
        TrialState.Expired => Period.DaysBetween(TodayAt(now), CutOffDate(now)),
        _ => null,
    };

    /// <summary>
    /// The first moment of a day at the customer's: where midnight is missing the first valid one, where it comes twice
    /// the first.
    /// </summary>
    public Instant FirstMomentOf(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();
}
