using AssistPortal.Assist.Orders.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Desk.Audit;

/// <summary>A coordinator has named who gets the report.</summary>
[AuditAction("order.report-contact-named", EvenUnchanged = true)]
internal sealed record OrderReportContactNamed(Guid OrderId, Change<string> ReportEmail) : OrderRecord(OrderId);
