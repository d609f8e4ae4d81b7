using System.Globalization;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.Web.Features.Orders.Further;
using AssistPortal.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AssistPortal.UnitTests.Web.Staff;

/// <summary>Further lines are typed in the decimals of their currency and add up to the last unit.</summary>
public sealed class FurtherReaderTests
{
    [Theory]
    [InlineData("JPY", "1,250", "-99", 1_250, -99, "0.5")]
    [InlineData("USD", "0.07", "\u221212.5", 7, -1_250, "0.001")]
    [InlineData("KWD", "0.001", "-12.345", 1, -12_345, "0.0001")]
    [InlineData("BHD", "1.01", "-0.009", 1_010, -9, "1.2345")]
    public void Lines_add_up_to_the_last_unit_after_a_credit_and_a_corrected_invoice(
        string currency, string added, string off, long addedMinor, long offMinor, string tooFine)
    {
        var lines = Read(currency, added, off);
        Assert.Equal([addedMinor, offMinor], lines.Select(line => line.AmountMinor));
        ModelStateDictionary refused = new();
        Reader().Read([Line(tooFine)], currency, refused);
        Assert.Equal(["Further[0].Amount"], refused.Keys);

        const long Fee = 77_777;
        var order = SampleOrder.Placed();
        ChargedLine[] charged = [new(FeeKind.Base, null, null, Fee)];
        var invoice = Issue(order, ChargedFee.With(charged, lines));
        var credit = Invoice.CreditFor(invoice, "Agreed", new InvoiceNumber(2027, 2), SampleOrder.Now);
        var corrected = Issue(order, ChargedFee.With(charged, Read(currency, added)));

        Assert.Equal(Fee + addedMinor + offMinor, invoice.TotalMinor);
        Assert.Equal(0, invoice.TotalMinor + credit.TotalMinor);
        Assert.Equal(
            invoice.Lines.Select(line => (line.Text, -line.AmountMinor)),
            credit.Lines.Select(line => (line.Text, line.AmountMinor)));
        foreach (var bill in new[] { invoice, credit, corrected })
        {
            Assert.Equal(bill.TotalMinor, bill.Lines.Sum(line => line.AmountMinor));
            Assert.Equal(Major(bill.TotalMinor), bill.Lines.Sum(line => Major(line.AmountMinor)));
        }

        Assert.Equal(lines, invoice.FurtherLines);
        Assert.Throws<InvalidOperationException>(() => Issue(order, ChargedFee.With([], Read(currency, off))));

        decimal Major(long minor) =>
            decimal.Parse(new Money(minor, currency).ToPlainString(), CultureInfo.InvariantCulture);
    }

    private static Invoice Issue(Order order, IReadOnlyList<ChargedLine> lines) => Invoice.For(
        order, InvoiceReason.Completion, new InvoiceNumber(2027, 1), lines, print: null, SampleOrder.Now);

    private static IReadOnlyList<FurtherLine> Read(string currency, params string[] amounts)
    {
        ModelStateDictionary modelState = new();
        var lines = Reader().Read([.. amounts.Select(Line)], currency, modelState);
        Assert.True(modelState.IsValid);
        return lines;
    }

    private static FurtherLineInput Line(string amount) => new() { Text = "Text", Amount = amount, Reason = "Reason" };

    private static FurtherReader Reader()
    {
        ResourceManagerStringLocalizerFactory factory = new(
            Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        return new FurtherReader(
            new StringLocalizer<FurtherTexts>(factory), new StringLocalizer<SharedTexts>(factory));
    }
}
