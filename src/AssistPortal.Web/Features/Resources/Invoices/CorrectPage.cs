using AssistPortal.Assist.Billing;
using AssistPortal.Data;
using AssistPortal.Web.Features.Orders.Further;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>The question whether to issue a corrected invoice.</summary>
/// <param name="Page">The invoice that was taken back.</param>
/// <param name="Lines">What the corrected one would charge; empty where that is nothing.</param>
public sealed record CorrectPage(InvoicePage Page, IReadOnlyList<InvoiceLine> Lines)
{
    /// <summary>What is typed of further lines.</summary>
    public IReadOnlyList<FurtherLineInput> Further { get; init; } = [];

    /// <summary>Whether lines and total are to be looked at first.</summary>
    public bool IsToLookAt { get; init; }

    public Money Total => new(Lines.Sum(line => line.AmountMinor), Page.Invoice.Currency);

    public bool IsNothing => Total.Minor == 0;
}
