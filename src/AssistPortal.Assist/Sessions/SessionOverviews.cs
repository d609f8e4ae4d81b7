using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Sessions;

/// <summary>Reads what orders have of sessions.</summary>
public sealed class SessionOverviews(PortalDbContext db)
{
    public async Task<SessionOverview> OfAsync(OrderWithRelations whole, CancellationToken cancellationToken)
    {
        var orderId = whole.Order.Id;
        var found = await db.Set<OrderSession>().AsNoTracking()
            .Where(session => session.OrderId == orderId && !session.IsCancelled)
            .Join(
                db.Set<Producer>(),
                session => session.ProducerId,
                producer => producer.Id,
                (session, producer) => new { session, producer.Name })
            .OrderBy(item => item.session.Start)
            .ToListAsync(cancellationToken);
        var sessions = found.ConvertAll(item => item.session);
        return new SessionOverview(
            found.ConvertAll(item => new HeldSession(item.session, item.Name)),
            SessionNeed.AllOf(whole.Order, whole.Package, sessions),
            ProductionHours.Of(whole, sessions));
    }
}

/// <summary>An order's sessions beside what was ordered.</summary>
/// <param name="Sessions">Those that are not cancelled, by start.</param>
/// <param name="Needs">What was ordered, wished for, included and scheduled, by kind.</param>
/// <param name="Hours">Null where the package does not count production time.</param>
public sealed record SessionOverview(
    IReadOnlyList<HeldSession> Sessions, IReadOnlyList<SessionNeed> Needs, ProductionHours? Hours)
{
    /// <summary>The session of that key that is not cancelled.</summary>
    public OrderSession? Find(Guid sessionId) => Sessions.FirstOrDefault(item => item.Session.Id == sessionId)?.Session;
}

/// <summary>A session with the name of its producer.</summary>
public sealed record HeldSession(OrderSession Session, string ProducerName);
