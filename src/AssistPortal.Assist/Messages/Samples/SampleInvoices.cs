using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Messages.Samples;

/// <summary>Made-up invoices of <see cref="SampleOrders"/>.</summary>
internal static class SampleInvoices
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 17, 9, 0);

    public static Invoice For(Order order) => Invoice.For(
        order,
        InvoiceReason.Completion,
        new InvoiceNumber(2027, 123),
        ChargedFee.Of(order, contract: null).Lines,
        print: null,
        Now);

    public static Invoice ForCancellation(Order order) => Invoice.For(
        order,
        InvoiceReason.Cancellation,
        new InvoiceNumber(2027, 123),
        ChargedFee.Of(order, contract: null).ForCancellation(50),
        print: null,
        Now);

    public static Invoice InPlaceOf(Invoice former, Order order) => Invoice.InPlaceOf(
        former,
        order,
        former.Reason,
        new InvoiceNumber(2027, 131),
        ChargedFee.Of(order, contract: null).Lines,
        print: null,
        Now + Duration.FromDays(5));

    public static Invoice CreditFor(Invoice invoice) =>
        Invoice.CreditFor(
            invoice, "The recording was lost by our fault.", new InvoiceNumber(2027, 130), Now + Duration.FromDays(5));
}
