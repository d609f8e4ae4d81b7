using System.Runtime.CompilerServices;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Finds invoices for lists and their exports, by number, the last one first.</summary>
public sealed class InvoiceList(PortalDbContext db, OrderWords words)
{
    public const int PageSize = 25;

    private const int PartSize = 200;

    /// <summary>A page of those that fit.</summary>
    public async Task<InvoiceListModel> ReadAsync(InvoiceFilter filter, CancellationToken cancellationToken)
    {
        var invoices = (await OfAsync(filter, cancellationToken)).AsNoTracking();
        var (before, after) = (InvoiceNumber.Read(filter.Input.Before), InvoiceNumber.Read(filter.Input.After));
        if (before is null && after is var (lowYear, lowSequence))
        {
            var newer = await RowsAsync(
                invoices.Where(item => item.Year > lowYear || (item.Year == lowYear && item.Sequence > lowSequence))
                    .OrderBy(item => item.Year).ThenBy(item => item.Sequence),
                cancellationToken);
            if (newer.Count > PageSize)
            {
                return new InvoiceListModel([.. newer.Take(PageSize).Reverse()], HasNewer: true, HasOlder: true);
            }
        }

        var rows = await RowsAsync(Below(invoices, before), cancellationToken);
        return new InvoiceListModel([.. rows.Take(PageSize)], before is not null, rows.Count > PageSize);
    }

    /// <summary>The years in which there are any, the last one first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(InvoiceFilter filter, CancellationToken cancellationToken) =>
        await filter.Visible(db)
            .Select(invoice => invoice.Year)
            .Distinct()
            .OrderDescending()
            .ToListAsync(cancellationToken);

    /// <summary>What all that fit come to in each currency, invoices less credit notes.</summary>
    public async Task<IReadOnlyList<Money>> SumsAsync(InvoiceFilter filter, CancellationToken cancellationToken)
    {
        var sums = await (await OfAsync(filter, cancellationToken))
            .GroupBy(invoice => invoice.Currency)
            .Select(group => new { Currency = group.Key, Minor = group.Sum(invoice => invoice.TotalMinor) })
            .OrderBy(sum => sum.Currency)
            .ToListAsync(cancellationToken);
        return [.. sums.Select(sum => new Money(sum.Minor, sum.Currency))];
    }

    /// <summary>All that fit with their lines, read in parts.</summary>
    public async IAsyncEnumerable<FoundInvoice> ReadAllAsync(
        InvoiceFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = (await OfAsync(filter, cancellationToken)).AsNoTracking().Include(invoice => invoice.Lines);
        for (InvoiceNumber? last = null; ;)
        {
            var part = await Below(all, last).Take(PartSize).ToListAsync(cancellationToken);
            var orderIds = part.Select(invoice => invoice.OrderId).Distinct().ToList();
            var numbers = await db.Set<Order>().Where(order => orderIds.Contains(order.Id))
                .Select(order => new { order.Id, order.Number })
                .ToDictionaryAsync(order => order.Id, order => RequestNumber.Parse(order.Number), cancellationToken);
            var creditedIds = part.Select(invoice => invoice.CreditedId).OfType<Guid>().ToList();
            var credited = await db.Set<Invoice>().Where(invoice => creditedIds.Contains(invoice.Id))
                .Select(invoice => new { invoice.Id, invoice.Year, invoice.Sequence })
                .ToDictionaryAsync(
                    invoice => invoice.Id,
                    invoice => new InvoiceNumber(invoice.Year, invoice.Sequence),
                    cancellationToken);
            foreach (var invoice in part)
            {
                yield return new FoundInvoice(
                    invoice, numbers[invoice.OrderId], invoice.CreditedId is { } id ? credited[id] : null);
            }

            if (part.Count < PartSize)
            {
                yield break;
            }

            last = new InvoiceNumber(part[^1].Year, part[^1].Sequence);
        }
    }

    private async ValueTask<IQueryable<Invoice>> OfAsync(
        InvoiceFilter filter, CancellationToken cancellationToken) =>
        filter.Of(db, await words.ReadAsync(filter.Words, cancellationToken));

    private static IQueryable<Invoice> Below(IQueryable<Invoice> invoices, InvoiceNumber? place)
    {
        if (place is var (year, sequence))
        {
            invoices = invoices.Where(item => item.Year < year || (item.Year == year && item.Sequence < sequence));
        }

        return invoices.OrderByDescending(item => item.Year).ThenByDescending(item => item.Sequence);
    }

    private Task<List<InvoiceRow>> RowsAsync(
        IQueryable<Invoice> invoices, CancellationToken cancellationToken) => invoices
        .Take(PageSize + 1)
        .Select(invoice => new InvoiceRow
        {
            Year = invoice.Year,
            Sequence = invoice.Sequence,
            Kind = invoice.Kind,
            Reason = invoice.Reason,
            IssuedAt = invoice.IssuedAt,
            TotalMinor = invoice.TotalMinor,
            Currency = invoice.Currency,
            Company = invoice.RecipientCompany,
            Email = invoice.RecipientEmail,
            SiteId = invoice.SiteId,
            OrderNumber = db.Set<Order>()
                .Where(order => order.Id == invoice.OrderId)
                .Select(order => order.Number)
                .Single(),
            Topic = db.Set<Order>()
                .Where(order => order.Id == invoice.OrderId)
                .Select(order => order.Event.Topic)
                .Single(),

            // Not Any: PostgreSQL may read all credit notes for a page of invoices then.
            IsTakenBack = db.Set<Invoice>()
                .Where(credit => credit.CreditedId == invoice.Id)
                .Select(credit => credit.CreditedId)
                .FirstOrDefault() != null,
        })
        .ToListAsync(cancellationToken);
}

/// <summary>
/// An invoice with its lines, its order's number, and of a credit note that of the invoice that it takes back.
/// </summary>
public sealed record FoundInvoice(Invoice Invoice, RequestNumber Order, InvoiceNumber? Credited);

/// <summary>A page of invoices.</summary>
/// <param name="Rows">The last one first.</param>
/// <param name="HasNewer">Whether there is a page before.</param>
/// <param name="HasOlder">Whether there is a page after.</param>
public sealed record InvoiceListModel(IReadOnlyList<InvoiceRow> Rows, bool HasNewer, bool HasOlder);

/// <summary>A line of a list.</summary>
public sealed class InvoiceRow
{
    public required int Year { get; init; }

    public required int Sequence { get; init; }

    public required InvoiceKind Kind { get; init; }

    public required InvoiceReason Reason { get; init; }

    public required Instant IssuedAt { get; init; }

    public required long TotalMinor { get; init; }

    public required string Currency { get; init; }

    public required string Company { get; init; }

    public required string Email { get; init; }

    public required int SiteId { get; init; }

    public required string OrderNumber { get; init; }

    public required string Topic { get; init; }

    /// <summary>Whether a credit note takes it back.</summary>
    public required bool IsTakenBack { get; init; }

    public string Number => Invoice.NumberOf(Year, Sequence);

    public RequestNumber Order => RequestNumber.Parse(OrderNumber);

    public Money Total => new(TotalMinor, Currency);
}
