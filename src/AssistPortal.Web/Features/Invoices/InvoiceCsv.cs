using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Csv;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Invoices;

/// <summary>Invoices as a file: a row for each of their lines.</summary>
public sealed class InvoiceCsv(InvoiceList list, Kept<Catalogue> catalogue, Wording wording)
{
    private static readonly string[] Columns =
        ["Number", "Date", "Kind", "Order", "Site", "Company", "Email", "Description", "Minutes", "Amount", "Currency"];

    internal async Task<CsvResult> WriteAsync(InvoiceFilter filter, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new CsvResult(
            "invoices.csv",
            Columns,
            list.ReadAllAsync(filter, cancellationToken).SelectMany(found => found.Invoice.Lines
                .OrderBy(line => line.Position)
                .Select(line => CellsOf(found, line, known))));
    }

    private IReadOnlyList<object?> CellsOf(FoundInvoice found, InvoiceLine line, Catalogue known)
    {
        var invoice = found.Invoice;
        return
        [
            invoice.Number,
            LocalDatePattern.Iso.Format(invoice.IssuedAt.InUtc().Date),
            invoice.Kind,
            found.Order,
            known.FindSite(invoice.SiteId)?.Site.Name,
            invoice.RecipientCompany,
            invoice.RecipientEmail,
            wording.FeeWithoutTime(line),
            line.Minutes,
            new CsvNumber(new Money(line.AmountMinor, invoice.Currency).ToPlainString()),
            invoice.Currency,
        ];
    }
}
