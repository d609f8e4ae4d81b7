using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Producers;

/// <summary>Gives an order another producer at the same time.</summary>
public sealed class ProducerAssignments(
    PortalDbContext db, Kept<Roster> roster, AssignedTimes times, ProducerSwaps swaps, IClock clock)
{
    /// <summary>
    /// Everybody who could assist the live event, and who can't and why: first who has it, then who is free, in the order of
    /// fairness. Empty for an order without a reservation.
    /// </summary>
    public async Task<IReadOnlyList<ProducerCandidate>> CandidatesAsync(Order order, CancellationToken cancellationToken)
    {
        if (await FindAsync(order.Id, cancellationToken) is not { } time)
        {
            return [];
        }

        var board = await CandidateBoard.ReadAsync(
            db, await roster.GetAsync(cancellationToken), [time], clock.GetCurrentInstant(), cancellationToken);
        return board.For(time);
    }

    /// <summary>
    /// Gives the order that producer: reservation, order, audit trail and mails, all or nothing. Commits by itself.
    /// </summary>
    /// <param name="orderId">The order.</param>
    /// <param name="producerId">The producer who is to have it.</param>
    /// <param name="version">The order's version as it was shown.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="cancellationToken">Nothing has changed then.</param>
    public async Task<AssignOutcome> AssignAsync(
        Guid orderId, int producerId, int version, Guid actorId, string? reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(orderId, cancellationToken) is not { } time)
        {
            return AssignOutcome.Changed;
        }

        var swap = new ProducerSwap(time.Key, producerId, version);
        return (await swaps.ApplyAsync([swap], time.ProducerId, timeOff: null, actorId, reason, cancellationToken)).Outcome;
    }

    private async Task<AssignedTime?> FindAsync(Guid orderId, CancellationToken cancellationToken) =>
        (await times.OfOrdersAsync([orderId], cancellationToken)).FirstOrDefault(time => time.Session is null);
}

/// <summary>What became of an assignment.</summary>
public enum AssignOutcome
{
    Assigned,

    /// <summary>Somebody else has reserved the producer meanwhile.</summary>
    Taken,

    /// <summary>The producer is not qualified or not at work at that time, or has the order already.</summary>
    NotAble,

    /// <summary>The order is not as it was shown: moved, cancelled, begun or given to another producer meanwhile.</summary>
    Changed,
}
