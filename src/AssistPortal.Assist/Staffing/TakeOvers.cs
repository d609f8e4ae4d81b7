using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Who could take over a live event or a session at its time.</summary>
public sealed class TakeOvers(PortalDbContext db, Cached<Roster> roster, AssignedTimes times, IClock clock)
{
    /// <summary>Null for what is not reserved, has begun or is over.</summary>
    /// <param name="number">The order.</param>
    /// <param name="sessionId">One of its sessions; null for its live event.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<TakeOver?> FindAsync(RequestNumber number, Guid? sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var orders = await db.Set<Order>()
            .Where(order => order.Number == number.Compact)
            .Select(order => order.Id)
            .ToListAsync(cancellationToken);
        var all = orders.Count == 0 ? [] : await times.OfOrdersAsync(orders, cancellationToken);
        var wanted = all.FirstOrDefault(item => item.Session?.Id == sessionId
            && (item.Session?.CanChangeAt(now) ?? item.Order.PhaseAt(now) == OrderPhase.Coming));
        if (wanted is null)
        {
            return null;
        }

        var board = await CandidateBoard.ReadAsync(
            db, await roster.GetAsync(cancellationToken), [wanted], now, cancellationToken);
        var candidates = board.For(wanted);
        return new TakeOver(
            wanted,
            candidates.FirstOrDefault(candidate => candidate.State == CandidateState.IsNow)?.Name ?? "",
            [.. candidates.Where(candidate => candidate.State == CandidateState.Free)]);
    }
}

/// <summary>A coming live event or session.</summary>
/// <param name="Time">When it is, and of which order.</param>
/// <param name="Producer">Name of who has it now.</param>
/// <param name="Free">Who is qualified, at work and not reserved then, in the order of fairness.</param>
public sealed record TakeOver(AssignedTime Time, string Producer, IReadOnlyList<ProducerCandidate> Free);
