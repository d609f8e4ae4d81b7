using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A session of an order is scheduled.</summary>
[AuditAction("session.scheduled")]
public sealed record SessionScheduled(Guid OrderId, Guid SessionId, SessionKind Kind, Change<SessionSnapshot> Session)
    : OrderRecord(OrderId);
