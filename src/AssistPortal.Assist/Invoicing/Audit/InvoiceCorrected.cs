using AssistPortal.Data;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Invoicing.Audit;

/// <summary>A coordinator has issued a corrected invoice.</summary>
/// <param name="InvoiceId">The corrected invoice.</param>
/// <param name="Number">Its number.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="Total">What is to be paid.</param>
/// <param name="Corrected">Number of the one that was wrong.</param>
[AuditAction("invoice.corrected")]
internal sealed record InvoiceCorrected(Guid InvoiceId, string Number, Guid OrderId, Money Total, string Corrected)
    : InvoiceRecord(InvoiceId);
