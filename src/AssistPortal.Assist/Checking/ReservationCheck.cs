using AssistPortal.Data.Checking;
using NodaTime;

namespace AssistPortal.Assist.Checking;

/// <summary>One producer's reservations and their slots.</summary>
internal sealed class ReservationCheck(CheckReport report, Instant now)
{
    private const long QuarterSeconds = 15 * 60;

    private static readonly Duration Quarter = Duration.FromMinutes(15);

    /// <param name="producer">Whose they are.</param>
    /// <param name="reservations">All reservations of the producer, by start.</param>
    /// <param name="slots">All slots of the producer, by start.</param>
    public void Check(int producer, IReadOnlyList<CheckedReservation> reservations, IReadOnlyList<CheckedSlot> slots)
    {
        report.Count("reservations", reservations.Count);
        report.Count("slots", slots.Count);
        FindOverlaps(producer, reservations);
        var byReservation = slots.ToLookup(slot => slot.ReservationId, slot => slot.Start);
        foreach (var reservation in reservations)
        {
            CheckOne(reservation, byReservation[reservation.Id]);
        }

        var known = reservations.Select(reservation => reservation.Id).ToHashSet();
        foreach (var stray in slots.Where(slot => !known.Contains(slot.ReservationId)))
        {
            report.Add(
                OrderFinding.SlotWithoutReservation,
                $"slot {stray.Start} of producer {producer}, reservation {stray.ReservationId}");
        }
    }

    private void FindOverlaps(int producer, IEnumerable<CheckedReservation> reservations)
    {
        CheckedReservation? latest = null;
        foreach (var live in reservations.Where(item => item.HoldUntil is null || item.HoldUntil > now))
        {
            if (latest is not null && live.Start < latest.End)
            {
                report.Add(
                    OrderFinding.Overlap,
                    $"reservations {latest.Id} and {live.Id} of producer {producer} at {live.Start}");
            }

            latest = latest is null || live.End > latest.End ? live : latest;
        }
    }

    private void CheckOne(CheckedReservation reservation, IEnumerable<Instant> slots)
    {
        if (!slots.SequenceEqual(QuartersOf(reservation)))
        {
            report.Add(
                OrderFinding.WrongSlots, $"reservation {reservation.Id}, {reservation.Start} to {reservation.End}");
        }

        if (reservation.StartQuarter * QuarterSeconds != reservation.Start.ToUnixTimeSeconds()
            || reservation.EndQuarter * QuarterSeconds != reservation.End.ToUnixTimeSeconds())
        {
            report.Add(OrderFinding.WrongQuarters, $"reservation {reservation.Id}");
        }

        var isHold = reservation is { HoldUntil: not null, DraftId: not null, OrderId: null, IsOfSession: false };
        var isForGood = reservation is { HoldUntil: null, DraftId: null }
            && reservation.OrderId is null == reservation.IsOfSession;
        if (!isHold && !isForGood)
        {
            report.Add(OrderFinding.WrongOwner, $"reservation {reservation.Id}");
        }
    }

    // A time that is empty or off the grid has no right slots at all.
    private static IEnumerable<Instant> QuartersOf(CheckedReservation reservation)
    {
        if (reservation.Start >= reservation.End
            || reservation.Start.ToUnixTimeTicks() % Quarter.BclCompatibleTicks != 0)
        {
            yield return Instant.MinValue;
        }

        for (var quarter = reservation.Start; quarter < reservation.End; quarter += Quarter)
        {
            yield return quarter;
        }
    }
}
