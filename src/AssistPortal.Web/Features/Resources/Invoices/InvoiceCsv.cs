using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Shared.Csv;
using Microsoft.Extensions.Localization;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Invoices as a file: a row for each of their lines.</summary>
public sealed class InvoiceCsv(
    InvoiceList list, Cached<Catalogue> catalogue, Wording wording, IStringLocalizer<InvoicesTexts> texts)
{
    /// <summary>Names of the columns, as their headings' keys have them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Number", "Date", "Kind", "Credited", "Order", "Site", "Company", "Email", "Description", "Minutes", "Amount",
        "Currency",
        "Note",
    ];

    internal async Task<CsvResult> WriteAsync(InvoiceFilter filter, CancellationToken cancellationToken)
    {
        var known = await catalogue.GetAsync(cancellationToken);
        return new CsvResult(
            "invoices.csv",
            [.. Columns.Select(title => texts[$"Csv.{title}"].Value)],
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
            texts[$"Kind.{invoice.Kind}"].Value,
            found.Credited,
            found.Order,
            invoice.Print?.Site ?? known.FindSite(invoice.SiteId)?.Site.Name,
            invoice.RecipientCompany,
            invoice.RecipientEmail,
            wording.FeeWithoutTime(line),
            line.Minutes,
            new CsvNumber(new Money(line.AmountMinor, invoice.Currency).ToPlainString()),
            invoice.Currency,
            invoice.Note,
        ];
    }
}
