using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Mail.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Data;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("en", 125_000, "USD", "USD 1,250.00")]
    [InlineData("zh-Hant", 125_000, "TWD", "TWD 1,250.00")]
    [InlineData("zh-Hans", 5, "CNY", "CNY 0.05")]
    [InlineData("en", 570_000, "JPY", "JPY 570,000")]
    [InlineData("zh-Hant", 0, "KRW", "KRW 0")]
    [InlineData("en", 1_234_567, "BHD", "BHD 1,234.567")]
    [InlineData("de", 125_000, "EUR", "EUR 1.250,00")]
    [InlineData("en", -1_250, "USD", "USD -12.50")]
    [InlineData("en", 100, "XYZ", "XYZ 1.00")]
    public void An_amount_is_written_with_its_code_in_the_cultures_form(
        string culture, long minor, string currency, string expected)
    {
        using var current = MailCulture.Of(culture);

        Assert.Equal(expected.Replace(' ', '\u00a0'), new Money(minor, currency).ToString());
    }

    [Theory]
    [InlineData(0, "JPY", "0")]
    [InlineData(1_234_567, "JPY", "1234567")]
    [InlineData(-5, "JPY", "-5")]
    [InlineData(0, "USD", "0.00")]
    [InlineData(1_234_567, "USD", "12345.67")]
    [InlineData(-5, "USD", "-0.05")]
    [InlineData(0, "KWD", "0.000")]
    [InlineData(1_234_567, "KWD", "1234.567")]
    [InlineData(-1_005, "KWD", "-1.005")]
    public void Machines_read_the_digits_of_the_currency_without_separators_in_any_culture(
        long minor, string currency, string expected)
    {
        using var current = MailCulture.Of("de");

        Assert.Equal(expected, new Money(minor, currency).ToPlainString());
    }

    [Fact]
    public void Every_amount_reads_back_to_the_minor_unit() =>
        Prop.ForAll(
            Gen.Elements(long.MinValue, long.MaxValue, 1, -1, 99).Or(ArbMap.Default.GeneratorFor<long>()).ToArbitrary(),
            Gen.Elements("USD", "JPY", "KWD").ToArbitrary(),
            (minor, currency) =>
            {
                using var current = MailCulture.Of("en");
                var written = new Money(minor, currency).ToString()[4..];
                var read = decimal.Parse(written, NumberStyles.Number, CultureInfo.CurrentCulture);
                var units = Enumerable.Repeat(10m, Money.MinorDigits(currency))
                    .Aggregate(1m, (product, ten) => product * ten);
                Assert.Equal(minor, read * units);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
