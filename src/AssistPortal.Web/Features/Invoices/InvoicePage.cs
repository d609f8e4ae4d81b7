using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Invoices;

/// <summary>An invoice or credit note with all that its page shows.</summary>
public sealed record InvoicePage
{
    /// <summary>With its lines.</summary>
    public required Invoice Invoice { get; init; }

    public required WholeOrder Whole { get; init; }

    /// <summary>Of an invoice the credit note that takes it back, of a credit note the invoice.</summary>
    public required string? Other { get; init; }

    public required string CoordinatorEmail { get; init; }

    public required bool IsForStaff { get; init; }

    /// <summary>What has just been done; null where nothing was.</summary>
    public string? Notice { get; init; }

    /// <summary>What is typed of the reason for taking it back.</summary>
    public CreditInput Input { get; init; } = new();

    /// <summary>Whether somebody has been faster with taking it back.</summary>
    public bool IsLate { get; init; }

    public bool IsCredit => Invoice.Kind == InvoiceKind.CreditNote;

    public bool CanCredit => IsForStaff && !IsCredit && Other is null;

    public string ListPath => IsForStaff ? InvoiceListPage.OfStaff : InvoiceListPage.OfHost;

    public string Path => PathOf(Invoice.Number);

    public string OrderPath => $"{(IsForStaff ? "/staff" : "/resources")}/orders/{Whole.Order.RequestNumber}";

    public string PathOf(string number) => $"{ListPath}/{number}";
}

/// <summary>Finds invoices by their numbers; a host's only among the own ones.</summary>
public sealed class InvoicePages(PortalDbContext db, WholeOrders orders, IOptions<MailOptions> mail)
{
    /// <param name="number">As typed.</param>
    /// <param name="hostUserId">The host; null for staff.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<InvoicePage?> FindAsync(string number, Guid? hostUserId, CancellationToken cancellationToken)
    {
        if (Invoice.ReadNumber(number) is not var (year, sequence))
        {
            return null;
        }

        var invoice = await new InvoiceFilter(new InvoiceListInput(), hostUserId).Visible(db)
            .AsNoTracking()
            .Include(item => item.Lines)
            .SingleOrDefaultAsync(item => item.Year == year && item.Sequence == sequence, cancellationToken);
        if (invoice is null)
        {
            return null;
        }

        var other = await db.Set<Invoice>()
            .Where(item => item.CreditedId == invoice.Id || item.Id == invoice.CreditedId)
            .Select(item => new { item.Year, item.Sequence })
            .SingleOrDefaultAsync(cancellationToken);
        return new InvoicePage
        {
            Invoice = invoice,
            Whole = (await orders.FindAsync(order => order.Id == invoice.OrderId, cancellationToken))!,
            Other = other is null ? null : Invoice.NumberOf(other.Year, other.Sequence),
            CoordinatorEmail = mail.Value.ReplyTo ?? mail.Value.From,
            IsForStaff = hostUserId is null,
        };
    }
}
