using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Invoicing.Audit;

/// <summary>A coordinator has added a line to an order's invoice that follows from no rates.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Text">What is printed.</param>
/// <param name="Amount">What it comes to, below zero for a discount.</param>
/// <param name="Reason">Why.</param>
[AuditAction("invoice.line-added")]
public sealed record FurtherLineCharged(Guid OrderId, string Text, Money Amount, string Reason) : OrderRecord(OrderId);
