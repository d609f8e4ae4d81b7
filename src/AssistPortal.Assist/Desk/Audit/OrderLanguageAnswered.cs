using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>
/// A coordinator has said whether assistance can be had in the asked language; perhaps once more for another producer.
/// </summary>
[AuditAction("order.language-answered", EvenUnchanged = true)]
internal sealed record OrderLanguageAnswered(Guid OrderId, Change<LanguageAnswer> Answer)
    : OrderRecord(OrderId);
