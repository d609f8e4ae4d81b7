using AssistPortal.Assist.Billing;
using AssistPortal.Data;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>The question whether to issue a corrected invoice.</summary>
/// <param name="Page">The invoice that was taken back.</param>
/// <param name="Lines">What the corrected one would charge; empty where that is nothing.</param>
public sealed record CorrectPage(InvoicePage Page, IReadOnlyList<InvoiceLine> Lines)
{
    public Money Total => new(Lines.Sum(line => line.AmountMinor), Page.Invoice.Currency);

    public bool IsNothing => Total.Minor == 0;
}
