using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Orders.Audit;

/// <summary>An act on an order.</summary>
public abstract record OrderRecord(Guid OrderId) : AuditRecord<Order>($"{OrderId}");
