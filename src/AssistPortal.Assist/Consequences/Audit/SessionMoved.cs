using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A session of an order has another time or producer.</summary>
[AuditAction("session.moved")]
public sealed record SessionMoved(Guid OrderId, Guid SessionId, SessionKind Kind, Change<SessionSnapshot> Session)
    : OrderRecord(OrderId);
