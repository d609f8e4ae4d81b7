using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Mail.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.DataTests;

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
                var units = Enumerable.Repeat(10m, Money.MinorDigits(currency)).Aggregate(1m, (product, ten) => product * ten);
                Assert.Equal(minor, read * units);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
