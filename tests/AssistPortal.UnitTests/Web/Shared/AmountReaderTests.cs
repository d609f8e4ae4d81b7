using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class AmountReaderTests
{
    [Theory]
    [InlineData("1,250.50", "USD", 125_050)]
    [InlineData("1250.5", "USD", 125_050)]
    [InlineData(" 1250 ", "USD", 125_000)]
    [InlineData("0", "USD", 0)]
    [InlineData("0.07", "EUR", 7)]
    [InlineData("１，２５０．５０", "TWD", 125_050)]
    [InlineData("USD\u00a01,250.00", "USD", 125_000)]
    [InlineData("1250 usd", "USD", 125_000)]
    [InlineData("370,000", "JPY", 370_000)]
    [InlineData("370000", "JPY", 370_000)]
    [InlineData("1,250", "KWD", 1_250_000)]
    [InlineData("1250.505", "KWD", 1_250_505)]
    [InlineData("0.29", "USD", 29)]
    [InlineData("9999999999.99", "USD", 999_999_999_999)]
    public void An_amount_is_read_to_the_minor_unit(string typed, string currency, long minor) =>
        Assert.Equal(new AmountReading(minor, null), AmountReader.Read(typed, currency));

    [Theory]
    [InlineData(null, "USD", AmountFault.Empty)]
    [InlineData("  ", "USD", AmountFault.Empty)]
    [InlineData("USD", "USD", AmountFault.Empty)]
    [InlineData("abc", "USD", AmountFault.Unreadable)]
    [InlineData("-5", "USD", AmountFault.Unreadable)]
    [InlineData("1e3", "USD", AmountFault.Unreadable)]
    [InlineData("1,5", "USD", AmountFault.Unreadable)]
    [InlineData("1.250,50", "EUR", AmountFault.Unreadable)]
    [InlineData("12,50,000", "INR", AmountFault.Unreadable)]
    [InlineData("1250.", "USD", AmountFault.Unreadable)]
    [InlineData("EUR 5", "USD", AmountFault.Unreadable)]
    [InlineData("1.005", "USD", AmountFault.TooManyDecimals)]
    [InlineData("1.50", "JPY", AmountFault.TooManyDecimals)]
    [InlineData("1.0005", "KWD", AmountFault.TooManyDecimals)]
    [InlineData("10000000000.00", "USD", AmountFault.TooLarge)]
    [InlineData("99999999999999999999999999", "JPY", AmountFault.TooLarge)]
    public void What_is_no_amount_is_told_why(string? typed, string currency, AmountFault fault) =>
        Assert.Equal(new AmountReading(null, fault), AmountReader.Read(typed, currency));

    [Fact]
    public void What_is_written_into_a_field_is_read_back_the_same() =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Select(number => number * 400L).ToArbitrary(),
            Gen.Choose(0, 999).ToArbitrary(),
            Gen.Elements("USD", "JPY", "KWD").ToArbitrary(),
            (large, small, currency) =>
            {
                var minor = large + small;
                Assert.Equal(
                    new AmountReading(minor, null), AmountReader.Read(AmountReader.Write(minor, currency), currency));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(125_050, "USD", "1250.50")]
    [InlineData(5, "KWD", "0.005")]
    [InlineData(370_000, "JPY", "370000")]
    public void A_field_shows_all_decimals(long minor, string currency, string expected) =>
        Assert.Equal(expected, AmountReader.Write(minor, currency));

    [Fact]
    public void Every_currency_has_a_number_of_decimals_that_fits_its_units() =>
        Assert.All(new[] { "USD", "JPY", "KWD", "VND", "TND" }, currency =>
        {
            Assert.True(Currencies.IsKnown(currency));
            Assert.Equal($"{Money.MinorUnits(currency)}".Length - 1, Money.MinorDigits(currency));
        });
}
