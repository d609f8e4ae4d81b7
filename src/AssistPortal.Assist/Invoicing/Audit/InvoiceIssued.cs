using AssistPortal.Data;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Invoicing.Audit;

/// <summary>An order has its first invoice.</summary>
[AuditAction("invoice.issued")]
internal sealed record InvoiceIssued(Guid InvoiceId, string Number, Guid OrderId, Money Total)
    : InvoiceRecord(InvoiceId);
