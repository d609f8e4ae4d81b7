using AssistPortal.Data;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Invoicing.Audit;

/// <summary>A coordinator has taken an invoice back.</summary>
/// <param name="InvoiceId">The credit note.</param>
/// <param name="Number">Its number.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Total">What is given back, below zero.</param>
/// <param name="Note">Why.</param>
/// <param name="Credited">Number of the invoice.</param>
[AuditAction("invoice.credited")]
internal sealed record InvoiceCredited(
    Guid InvoiceId, string Number, Guid OrderId, Money Total, string Note, string Credited) : InvoiceRecord(InvoiceId);
