using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>What became of the wish to hold a producer.</summary>
public abstract record HoldAnswer
{
    private HoldAnswer()
    {
    }

    /// <summary>A producer is held for the draft.</summary>
    /// <param name="ReservationId">The hold, for <see cref="ReservationBook.TakeAsync"/>.</param>
    /// <param name="ProducerId">The producer.</param>
    /// <param name="Until">When the hold runs out unless it is renewed.</param>
    public sealed record Held(Guid ReservationId, int ProducerId, Instant Until) : HoldAnswer;

    /// <summary>Nobody is free; what the draft held before it still holds.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Alternatives">Up to three other starts, in order of time.</param>
    public sealed record Nobody(NobodyReason Reason, IReadOnlyList<Instant> Alternatives) : HoldAnswer;
}

/// <summary>What became of the wish to hold another time for an order, or to move it there.</summary>
public abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    /// <summary>
    /// That producer is held for the new time, or the order has that producer and the old time is free.
    /// </summary>
    public sealed record Reserved(int ProducerId) : MoveAnswer;

    /// <summary>Nobody is free; the order keeps what it has.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Alternatives">Up to three other starts, in order of time.</param>
    public sealed record Nobody(NobodyReason Reason, IReadOnlyList<Instant> Alternatives) : MoveAnswer;

    /// <summary>The producer who was asked for is not free; the order keeps what it has.</summary>
    public sealed record Taken : MoveAnswer;

    /// <summary>The order is not as it was: it was moved or cancelled meanwhile, for example.</summary>
    public sealed record Gone : MoveAnswer;
}
