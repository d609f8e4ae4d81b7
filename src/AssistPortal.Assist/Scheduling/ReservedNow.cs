using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What is reserved, as a request sees it: from memory, with all that was committed before it began.</summary>
internal sealed class ReservedNow(
    PortalDbContext db, RevisionStamps stamps, ReservationCalendar calendar, WorkingTimes work, IClock clock)
{
    private const int Turns = 4;

    /// <summary>
    /// Null where the database has to be asked: in a transaction, which sees more than others do, and where nothing is
    /// known.
    /// </summary>
    public async ValueTask<ReservedTimes?> GetAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return null;
        }

        stamps.WantLog();
        for (var turn = 0; turn < Turns; turn++)
        {
            await stamps.ReadAsync(cancellationToken);
            var reading = (ReservationReading)stamps.Reading!;
            var times = calendar.TimesFor(reading);
            var isDue = calendar.IsDue;
            if (times is not null && (turn > 0 || !isDue))
            {
                return times;
            }

            if (turn > 0 || isDue)
            {
                var outcome = await calendar.BuildAsync(
                    db, clock.GetCurrentInstant(), reading, cancellationToken);
                if (outcome != BuildOutcome.Built)
                {
                    return times;
                }
            }

            stamps.Forget();
        }

        return null;
    }

    /// <summary>Finds free starts, from memory where that covers the range, else from the database.</summary>
    /// <inheritdoc cref="FreeStarts.Find(IEnumerable{QualifiedProducer}, ILookup{int, QuarterRange}, QuarterRange,
    /// EventShape, IReadOnlyList{QuarterRange})" path="/param" />
    /// <param name="times">What <see cref="GetAsync"/> has given; null asks the database.</param>
    /// <param name="view">Which reservations count.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async ValueTask<FreeStarts> FindAsync(
        IReadOnlyList<QualifiedProducer> producers,
        ReservedTimes? times,
        ReservationView view,
        QuarterRange range,
        EventShape shape,
        IReadOnlyList<QuarterRange>? parts,
        CancellationToken cancellationToken)
    {
        var window = work.At(view.Now);
        if (window.Range.Hull(range) != window.Range)
        {
            return FreeStarts.Find(
                producers, await db.ReservedTimesAsync(range, view, cancellationToken), range, shape, parts);
        }

        return times is not null && range.From >= times.From
            ? FreeStarts.Find(producers, times, work, window, ReservedView.Of(view), range, shape, parts)
            : FreeStarts.Find(
                producers,
                await db.ReservedTimesAsync(range, view, cancellationToken),
                work,
                window,
                range,
                shape,
                parts);
    }

    /// <summary>What <see cref="FairChoice.Order"/> asks of free producers.</summary>
    public async ValueTask<(IReadOnlyDictionary<int, int> Load, IReadOnlyDictionary<int, Instant> LastAssigned)>
        FairnessAsync(
            IReadOnlyList<RosterProducer> free,
            QuarterRange week,
            ReservationView view,
            ReservedTimes? times,
            CancellationToken cancellationToken) =>
        times is null || week.From < times.From
            ? (
                await db.LoadAsync(week, view, cancellationToken), await db.LastAssignedAsync(cancellationToken))
            : times.Fairness(free, week, ReservedView.Of(view));

    /// <summary>This request has reserved or freed something.</summary>
    public void Forget() => stamps.Forget();

    /// <summary>The database has said otherwise.</summary>
    public void Doubt() => calendar.Doubt();
}
