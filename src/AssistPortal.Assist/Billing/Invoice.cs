using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using NodaTime;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What a customer owes for an order, or gets back: written once and never changed. A credit note takes a whole invoice
/// back; after it, and never before, the order may get a corrected one.
/// </summary>
public sealed class Invoice
{
    public const int NoteLength = 500;

    private readonly List<InvoiceLine> lines = [];

    private Invoice()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Year of the number, in UTC.</summary>
    public int Year { get; private set; }

    /// <summary>Number within the year, from 1 and without gap; invoices and credit notes share it.</summary>
    public int Sequence { get; private set; }

    public InvoiceKind Kind { get; private set; }

    public InvoiceReason Reason { get; private set; }

    /// <summary>
    /// 1 for an order's first invoice, one more for each corrected one. A credit note has that of its invoice.
    /// </summary>
    public int Revision { get; private set; } = 1;

    public Guid OrderId { get; private set; }

    /// <summary>Whose order it is for; null where that belongs to the site alone.</summary>
    public Guid? HostUserId { get; private set; }

    public int SiteId { get; private set; }

    /// <summary>What was ordered then: an order that is reopened may be edited.</summary>
    public int PackageId { get; private set; }

    /// <summary>The invoice that a credit note takes back.</summary>
    public Guid? CreditedId { get; private set; }

    /// <summary>Why a coordinator waives it; empty for invoices.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Whom it is for, as the order named them then.</summary>
    public string RecipientName { get; private set; } = "";

    public string RecipientCompany { get; private set; } = "";

    public string RecipientEmail { get; private set; } = "";

    /// <summary>
    /// What it prints of things that may be renamed; null for invoices that are older than this record.
    /// </summary>
    public InvoicePrint? Print { get; private set; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Sum of <see cref="Lines"/>, in minor units; negative in a credit note.</summary>
    public long TotalMinor { get; private set; }

    public Instant IssuedAt { get; private set; }

    public IReadOnlyCollection<InvoiceLine> Lines => lines.AsReadOnly();

    /// <summary>Those of its lines that coordinators have added.</summary>
    public IReadOnlyList<FurtherLine> FurtherLines =>
        [.. lines.OrderBy(line => line.Position).Select(FurtherLine.Of).OfType<FurtherLine>()];

    /// <summary>The number as people read it, such as 2026-000123.</summary>
    public string Number => NumberOf(Year, Sequence);

    public Money Total => new(TotalMinor, Currency);

    /// <summary>Whether its order has ended as it says, and was not reopened.</summary>
    public bool IsOfState(OrderState state) =>
        state == (Reason == InvoiceReason.Completion ? OrderState.Completed : OrderState.Cancelled);

    public static string NumberOf(int year, int sequence) => new InvoiceNumber(year, sequence).ToString();

    /// <summary>An order's invoice.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reason">Why it is owed.</param>
    /// <param name="number">The next number.</param>
    /// <param name="charged">
    /// Each line's kind, time and share, and its amount in minor units of the order's currency.
    /// </param>
    /// <param name="print">What it prints of things that may be renamed.</param>
    /// <param name="now">When it is issued.</param>
    internal static Invoice For(
        Order order,
        InvoiceReason reason,
        InvoiceNumber number,
        IEnumerable<ChargedLine> charged,
        InvoicePrint? print,
        Instant now)
    {
        var invoice = new Invoice
        {
            Id = Guid.CreateVersion7(),
            Year = number.Year,
            Sequence = number.Sequence,
            Kind = InvoiceKind.Invoice,
            Reason = reason,
            OrderId = order.Id,
            HostUserId = order.HostUserId,
            SiteId = order.SiteId,
            PackageId = order.PackageId,
            RecipientName = PersonName.Of(order.Contact.FirstName, order.Contact.LastName),
            RecipientCompany = order.Contact.Company,
            RecipientEmail = order.Contact.Email,
            Print = print,
            Currency = order.Currency,
            IssuedAt = now,
        };
        invoice.Add(charged);
        return invoice;
    }

    /// <summary>Another invoice in place of one that was taken back.</summary>
    /// <inheritdoc cref="For" />
    internal static Invoice InPlaceOf(
        Invoice former,
        Order order,
        InvoiceReason reason,
        InvoiceNumber number,
        IEnumerable<ChargedLine> charged,
        InvoicePrint? print,
        Instant now)
    {
        var invoice = For(order, reason, number, charged, print, now);
        invoice.Revision = former.Revision + 1;
        return invoice;
    }

    /// <summary>Takes an invoice back as a whole.</summary>
    /// <exception cref="InvalidOperationException">It is a credit note itself.</exception>
    internal static Invoice CreditFor(Invoice invoice, string note, InvoiceNumber number, Instant now)
    {
        if (invoice.Kind != InvoiceKind.Invoice)
        {
            throw new InvalidOperationException($"{invoice.Number} is no invoice.");
        }

        var credit = new Invoice
        {
            Id = Guid.CreateVersion7(),
            Year = number.Year,
            Sequence = number.Sequence,
            Kind = InvoiceKind.CreditNote,
            Reason = invoice.Reason,
            OrderId = invoice.OrderId,
            HostUserId = invoice.HostUserId,
            SiteId = invoice.SiteId,
            PackageId = invoice.PackageId,
            CreditedId = invoice.Id,
            Revision = invoice.Revision,
            Note = note,
            RecipientName = invoice.RecipientName,
            RecipientCompany = invoice.RecipientCompany,
            RecipientEmail = invoice.RecipientEmail,
            Print = invoice.Print,
            Currency = invoice.Currency,
            IssuedAt = now,
        };
        credit.Add(invoice.Lines.OrderBy(line => line.Position)
            .Select(line => new ChargedLine(line.Kind, line.Minutes, line.Percent, -line.AmountMinor)
            {
                Text = line.Text,
                Reason = line.Reason,
            }));
        return credit;
    }

    private void Add(IEnumerable<ChargedLine> charged)
    {
        lines.AddRange(InvoiceLine.Of(Id, charged));
        TotalMinor = lines.Sum(line => line.AmountMinor);
        if (Kind == InvoiceKind.Invoice && TotalMinor < 0)
        {
            throw new InvalidOperationException("Nobody is paid by an invoice: its total is not below zero.");
        }
    }
}

/// <summary>
/// The last number of a year; raised in the transaction that writes the invoice, so that no number is lost.
/// </summary>
internal sealed class InvoiceCounter
{
    public required int Year { get; init; }

    public int Last { get; private set; }
}

public enum InvoiceKind
{
    Invoice,
    CreditNote,
}

public enum InvoiceReason
{
    /// <summary>The event was assisted.</summary>
    Completion,

    /// <summary>It was cancelled so late that it costs something.</summary>
    Cancellation,
}
