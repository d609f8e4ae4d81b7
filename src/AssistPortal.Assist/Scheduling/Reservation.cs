using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// A stretch of a producer's time that is taken: held for a draft until <see cref="HoldUntil"/>, or for good by an
/// order. Its quarter-hours stand in <see cref="ProducerSlot"/>, whose key makes two reservations of one
/// quarter-hour impossible.
/// </summary>
internal sealed class Reservation
{
    /// <summary>No reservation lasts longer, lead and trail included; searches by time rely on it.</summary>
    public static readonly Duration Longest = Duration.FromHours(24);

    private readonly List<ProducerSlot> slots = [];

    private Reservation()
    {
    }

    public Guid Id { get; private set; }

    public int ProducerId { get; private set; }

    /// <summary>First reserved instant: the event's start less the package's lead.</summary>
    public Instant Start { get; private set; }

    /// <summary>End of the reserved time, exclusive: the event's end and the package's trail.</summary>
    public Instant End { get; private set; }

    /// <summary>
    /// <see cref="Start"/> as its number on the grid, see <see cref="QuarterHours"/>: what the search reads, at a
    /// fraction of the cost of dates.
    /// </summary>
    public int StartQuarter { get; private set; }

    /// <summary><see cref="End"/> as its number on the grid, exclusive.</summary>
    public int EndQuarter { get; private set; }

    /// <summary>When the hold runs out; null once an order has it for good.</summary>
    public Instant? HoldUntil { get; private set; }

    /// <summary>Since when it is held; null where an order or a session had it from the beginning.</summary>
    public Instant? HeldSince { get; private set; }

    /// <summary>The draft that it is held for.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>The order whose live event it is for.</summary>
    public Guid? OrderId { get; private set; }

    /// <summary>The planning call, consultation or rehearsal that it is for.</summary>
    public Guid? SessionId { get; private set; }

    public IReadOnlyCollection<ProducerSlot> Slots => slots.AsReadOnly();

    /// <summary>A hold of a producer for a draft, with its slots.</summary>
    /// <param name="producerId">Whose time it is.</param>
    /// <param name="reserved">The time.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="holdUntil">When the hold runs out.</param>
    /// <param name="heldSince">Since when it is held; without that it may be renewed without end.</param>
    /// <exception cref="ArgumentException">The time is empty, too long or not on the grid of quarter-hours.</exception>
    public static Reservation Hold(
        int producerId, Interval reserved, Guid draftId, Instant holdUntil, Instant? heldSince = null)
    {
        var reservation = Of(producerId, reserved);
        (reservation.DraftId, reservation.HoldUntil, reservation.HeldSince) = (draftId, holdUntil, heldSince);
        return reservation;
    }

    /// <summary>A producer's time that an order has for good, with its slots.</summary>
    /// <exception cref="ArgumentException">The time is empty, too long or not on the grid of quarter-hours.</exception>
    public static Reservation ForOrder(int producerId, Interval reserved, Guid orderId)
    {
        var reservation = Of(producerId, reserved);
        reservation.OrderId = orderId;
        return reservation;
    }

    /// <summary>A producer's time that a session has for good, with its slots.</summary>
    /// <exception cref="ArgumentException">The time is empty, too long or not on the grid of quarter-hours.</exception>
    public static Reservation ForSession(int producerId, Interval reserved, Guid sessionId)
    {
        var reservation = Of(producerId, reserved);
        reservation.SessionId = sessionId;
        return reservation;
    }

    private static Reservation Of(int producerId, Interval reserved)
    {
        if (reserved.Duration > Longest)
        {
            throw new ArgumentException($"A reservation lasts at most {Longest}.", nameof(reserved));
        }

        var reservation = new Reservation
        {
            Id = Guid.CreateVersion7(),
            ProducerId = producerId,
            Start = reserved.Start,
            End = reserved.End,
            StartQuarter = (int)QuarterHours.IndexOf(reserved.Start),
            EndQuarter = (int)QuarterHours.IndexOf(reserved.End),
        };
        reservation.slots.AddRange(QuarterHours.In(reserved).Select(slot => new ProducerSlot
        {
            ProducerId = producerId,
            SlotStart = slot,
            ReservationId = reservation.Id,
        }));
        return reservation;
    }

    /// <summary>Whether the producer is free again because nobody renewed or took the hold.</summary>
    public bool HasRunOut(Instant now) => HoldUntil <= now;
}

/// <summary>One quarter-hour of one producer, taken by a reservation.</summary>
internal sealed class ProducerSlot
{
    public required int ProducerId { get; init; }

    public required Instant SlotStart { get; init; }

    public required Guid ReservationId { get; init; }
}
