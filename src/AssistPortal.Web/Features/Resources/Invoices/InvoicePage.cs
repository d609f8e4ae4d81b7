using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Web.Features.Managing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>An invoice or credit note with all that its page shows.</summary>
public sealed record InvoicePage
{
    /// <summary>With its lines.</summary>
    public required Invoice Invoice { get; init; }

    public required OrderWithRelations Whole { get; init; }

    /// <summary>Of an invoice the credit note that takes it back, of a credit note the invoice.</summary>
    public required string? Other { get; init; }

    /// <summary>Number of the invoice that this one corrects; null where it is the first.</summary>
    public required string? Corrects { get; init; }

    /// <summary>Number of the invoice that corrects this one; null where there is none.</summary>
    public required string? CorrectedBy { get; init; }

    public required string CoordinatorEmail { get; init; }

    /// <summary>Who reads it.</summary>
    public required InvoiceReader Reader { get; init; }

    /// <summary>What has just been done; null where nothing was.</summary>
    public string? Notice { get; init; }

    /// <summary>What is typed of the reason for taking it back.</summary>
    public CreditInput Input { get; init; } = new();

    /// <summary>Whether somebody has been faster with taking it back.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether somebody has been faster with correcting it.</summary>
    public bool IsCorrectionLate { get; init; }

    public string Sender => Invoice.Print?.Sender ?? CoordinatorEmail;

    public string SiteName => Invoice.Print?.Site ?? Whole.Site.Name;

    /// <summary>In the current language.</summary>
    public string PackageName => Invoice.Print?.PackageIn(CultureInfo.CurrentUICulture) ?? Whole.PackageName;

    public bool IsForStaff => Reader == InvoiceReader.Staff;

    public bool IsCredit => Invoice.Kind == InvoiceKind.CreditNote;

    public bool CanCredit => IsForStaff && !IsCredit && Other is null;

    public bool CanCorrect => IsForStaff && !IsCredit && Other is not null && CorrectedBy is null
        && Invoice.IsOfState(Whole.Order.State);

    /// <summary>What the addresses of invoices begin with.</summary>
    public string ListPath => Reader switch
    {
        InvoiceReader.Staff => InvoiceListPage.OfStaff,
        InvoiceReader.Host => InvoiceListPage.OfHost,
        _ => ManagePaths.Of(Whole.Order.RequestNumber, ManagePaths.Invoices),
    };

    public string Path => PathOf(Invoice.Number);

    public string OrderPath => Reader switch
    {
        InvoiceReader.Staff => $"/staff/orders/{Whole.Order.RequestNumber}",
        InvoiceReader.Host => $"/resources/orders/{Whole.Order.RequestNumber}",
        _ => ManagePaths.Of(Whole.Order.RequestNumber, "availability"),
    };

    public string PathOf(string number) => $"{ListPath}/{number}";
}

/// <summary>Finds invoices by their numbers; a host's only among the own ones.</summary>
public sealed class InvoicePages(PortalDbContext db, OrderReader orders, IOptions<MailOptions> mail)
{
    /// <param name="number">As typed.</param>
    /// <param name="hostUserId">The host; null for staff.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null where there is none.</returns>
    public Task<InvoicePage?> FindAsync(string number, Guid? hostUserId, CancellationToken cancellationToken) =>
        FindAsync(
            number,
            new InvoiceFilter(new InvoiceListInput(), hostUserId).Visible(db),
            hostUserId is null ? InvoiceReader.Staff : InvoiceReader.Host,
            cancellationToken);

    /// <summary>Among those of one order, for whoever has access to it.</summary>
    public Task<InvoicePage?> FindAsync(string number, Order order, CancellationToken cancellationToken)
    {
        var orderId = order.Id;
        return FindAsync(
            number,
            db.Set<Invoice>().Where(invoice => invoice.OrderId == orderId),
            InvoiceReader.Customer,
            cancellationToken);
    }

    private async Task<InvoicePage?> FindAsync(
        string number, IQueryable<Invoice> visible, InvoiceReader reader, CancellationToken cancellationToken)
    {
        if (InvoiceNumber.Read(number) is not var (year, sequence))
        {
            return null;
        }

        var invoice = await visible
            .AsNoTracking()
            .Include(item => item.Lines)
            .SingleOrDefaultAsync(item => item.Year == year && item.Sequence == sequence, cancellationToken);
        if (invoice is null)
        {
            return null;
        }

        var family = await db.Set<Invoice>().Where(item => item.OrderId == invoice.OrderId && item.Id != invoice.Id)
            .Select(item => new { item.Id, item.CreditedId, item.Kind, item.Revision, Number = new InvoiceNumber(
                item.Year, item.Sequence) })
            .ToListAsync(cancellationToken);
        var corrections = invoice.Kind == InvoiceKind.Invoice
            ? family.FindAll(item => item.Kind == InvoiceKind.Invoice)
            : [];
        return new InvoicePage
        {
            Invoice = invoice,
            Whole = (await orders.FindAsync(order => order.Id == invoice.OrderId, cancellationToken))!,
            Other =
                family.Find(item => item.CreditedId == invoice.Id || item.Id == invoice.CreditedId)?.Number.ToString(),
            Corrects = corrections.Find(item => item.Revision == invoice.Revision - 1)?.Number.ToString(),
            CorrectedBy = corrections.Find(item => item.Revision == invoice.Revision + 1)?.Number.ToString(),
            CoordinatorEmail = mail.Value.ReplyTo ?? mail.Value.From,
            Reader = reader,
        };
    }
}
