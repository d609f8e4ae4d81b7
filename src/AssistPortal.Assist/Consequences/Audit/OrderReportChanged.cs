using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Consequences.Audit;

/// <summary>A coordinator has corrected a report.</summary>
[AuditAction("order.report-changed")]
public sealed record OrderReportChanged(Guid OrderId, Change<ReportSnapshot> Report) : OrderRecord(OrderId);
