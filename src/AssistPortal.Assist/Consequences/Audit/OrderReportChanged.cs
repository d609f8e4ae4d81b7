using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has corrected a report, or had it mailed once more.</summary>
[AuditAction("order.report-changed", EvenUnchanged = true)]
public sealed record OrderReportChanged(Guid OrderId, Change<ReportSnapshot> Report) : OrderRecord(OrderId);
