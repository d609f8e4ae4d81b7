using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Assignments;

/// <summary>Reads what producers have said to their assignments.</summary>
public sealed class AssignmentAnswers(PortalDbContext db)
{
    private const int AtOnce = 250;

    /// <summary>What was said to an order's assignments, the present and former ones.</summary>
    public async Task<OrderAnswers> OfOrderAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var present = await db.Set<Reservation>()
            .Where(item => item.OrderId == orderId && item.HoldUntil == null)
            .Select(item => (Guid?)item.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var all = await db.Set<AssignmentAnswer>().AsNoTracking()
            .Where(answer => answer.OrderId == orderId)
            .ToListAsync(cancellationToken);
        return new OrderAnswers(
            all.Find(answer => answer.ReservationId == present),
            [.. all.Where(answer => !answer.IsAccepted).OrderByDescending(answer => answer.At)]);
    }

    /// <summary>What was said to each of some times; to those that are missing, nothing yet.</summary>
    public async Task<IReadOnlyDictionary<Guid, AssignmentAnswer>> OfAsync(
        IEnumerable<AssignedTime> times, CancellationToken cancellationToken)
    {
        var ids = times.Select(time => time.ReservationId).ToList();
        return await db.Set<AssignmentAnswer>().AsNoTracking()
            .Where(answer => ids.Contains(answer.ReservationId))
            .ToDictionaryAsync(answer => answer.ReservationId, cancellationToken);
    }

    /// <summary>Who has declined which of some live events, at the time that it has now.</summary>
    internal async Task<ILookup<AssignedKey, int>> RefusingAsync(
        IReadOnlyCollection<AssignedTime> times, CancellationToken cancellationToken)
    {
        var starts = times.Where(time => time.Session is null)
            .ToDictionary(time => time.Order.Id, time => time.Order.Time.Start);
        var declined = new List<AssignmentAnswer>();
        foreach (var ids in starts.Keys.Chunk(AtOnce))
        {
            declined.AddRange(await db.Set<AssignmentAnswer>().AsNoTracking()
                .Where(answer => ids.Contains(answer.OrderId) && !answer.IsAccepted)
                .ToListAsync(cancellationToken));
        }

        return declined.Where(answer => answer.Start == starts[answer.OrderId])
            .ToLookup(answer => new AssignedKey(answer.OrderId, SessionId: null), answer => answer.ProducerId);
    }
}

/// <summary>What producers have said to an order.</summary>
/// <param name="Present">What who has it now has said; null for nothing yet.</param>
/// <param name="Declined">Whoever has declined it at whatever time, the last one first.</param>
public sealed record OrderAnswers(AssignmentAnswer? Present, IReadOnlyList<AssignmentAnswer> Declined);
