using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Billing;

public sealed class ChargedFeeTests
{
    [Fact]
    public void Without_a_contract_it_is_the_standard_fee() => Assert.Equal(
        [
            new ChargedLine(FeeKind.Base, null, null, 50_000),
            new(FeeKind.ExtraTime, 30, null, 6_001),
            new(FeeKind.Rehearsal, 120, null, 18_002),
        ],
        ChargedFee.Of(OrderOf("USD"), contract: null).Lines);

    [Fact]
    public void A_contract_in_another_currency_does_not_count() => Assert.Equal(
        ChargedFee.Of(OrderOf("USD"), contract: null).Lines,
        ChargedFee.Of(OrderOf("USD"), ContractOf(Nothing with { BaseFeeMinor = 1 }, "TWD")).Lines);

    [Fact]
    public void A_contract_replaces_single_rates()
    {
        var order = OrderOf("USD");

        Assert.Equal([40_000, 6_001, 18_002], Amounts(order, Nothing with { BaseFeeMinor = 40_000 }));
        Assert.Equal([50_000, 4_001, 18_002], Amounts(order, Nothing with { ExtraHourFeeMinor = 8_001 }));
        Assert.Equal([50_000, 18_002], Amounts(order, Nothing with { IncludedMinutes = 90 }));
        Assert.Equal([50_000, 12_001, 18_002], Amounts(order, Nothing with { IncludedMinutes = 30 }));
        Assert.Equal(
            [50_000, 6_001, 200],
            Amounts(order, Nothing with { Extras = new() { [ExtraKind.Rehearsal] = new(100, null) } }));
        Assert.Equal(
            [50_000, 6_001, 27_003],
            Amounts(order, Nothing with { Extras = new() { [ExtraKind.Rehearsal] = new(null, 170) } }));
        Assert.Equal(
            [50_000, 6_001, 18_002],
            Amounts(order, Nothing with { Extras = new() { [ExtraKind.Consultation] = new(5, null) } }));
    }

    [Fact]
    public void Of_an_older_order_fees_are_replaced_for_the_time_that_was_charged() => Assert.Equal(
        [
            new ChargedLine(FeeKind.Base, null, null, 7),
            new(FeeKind.ExtraTime, 30, null, 2),
            new(FeeKind.Rehearsal, 120, null, 10),
        ],
        ChargedFee.Of(OrderOf("USD", keepsRates: false), ContractOf(
            new ContractTerms(7, 0, 3, new() { [ExtraKind.Rehearsal] = new(5, 600) }))).Lines);

    [Theory]
    [InlineData("JPY", "JPY\u00a037,002")]
    [InlineData("USD", "USD\u00a0370.02")]
    [InlineData("KWD", "KWD\u00a037.002")]
    public void Half_a_minor_unit_of_a_cancellation_is_rounded_up_and_a_credit_note_takes_all_back(
        string currency, string total)
    {
        var order = OrderOf(currency);
        var lines = ChargedFee.Of(order, contract: null).ForCancellation(50);
        var invoice = Invoice.For(
            order, InvoiceReason.Cancellation, new InvoiceNumber(2027, 1), lines, print: null, SampleOrder.Now);
        var credit = Invoice.CreditFor(invoice, "Illness.", new InvoiceNumber(2027, 2), SampleOrder.Now);

        Assert.Equal([new ChargedLine(FeeKind.Cancellation, null, 50, 37_002)], lines);
        Assert.Equal(total, invoice.Total.ToString());
        Assert.Equal(-37_002, Assert.Single(credit.Lines).AmountMinor);
        Assert.Equal(0, invoice.TotalMinor + credit.TotalMinor);
        Assert.Throws<InvalidOperationException>(
            () => Invoice.CreditFor(credit, "Again.", new InvoiceNumber(2027, 3), SampleOrder.Now));
    }

    [Fact]
    public void A_free_cancellation_is_no_invoice() =>
        Assert.Empty(ChargedFee.Of(OrderOf("USD"), contract: null).ForCancellation(0));

    private static ContractTerms Nothing => new(null, null, null, new());

    private static IEnumerable<long> Amounts(Order order, ContractTerms terms) =>
        ChargedFee.Of(order, ContractOf(terms)).Lines.Select(line => line.AmountMinor);

    private static Contract ContractOf(ContractTerms terms, string currency = "USD")
    {
        var contract = new Contract(1, 1, currency);
        contract.Agree(terms);
        return contract;
    }

    /// <summary>90 minutes with a rehearsal of 110, at odd rates.</summary>
    private static Order OrderOf(string currency, bool keepsRates = true)
    {
        var rates = new RateCard(
            currency, new RateCardDetails(50_000, 60, 12_001, new() { [ExtraKind.Rehearsal] = new(9_001, 90) }));
        OrderedExtra[] extras = [new(ExtraKind.Rehearsal, 110)];
        return SampleOrder.Placed(SampleOrder.Command() with
        {
            Fee = StandardFee.By(rates, 90, extras),
            Rates = keepsRates ? OrderRates.Of(rates, extras) : null,
        });
    }
}
