using AssistPortal.Assist.Billing;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Invoicing.Audit;

/// <summary>An act on an invoice or credit note: its writing.</summary>
public abstract record InvoiceRecord(Guid InvoiceId) : AuditRecord<Invoice>($"{InvoiceId}");
