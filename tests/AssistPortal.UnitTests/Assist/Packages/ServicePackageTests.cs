using AssistPortal.Assist.Packages;
using AssistPortal.TestSupport.Details;

namespace AssistPortal.UnitTests.Assist.Packages;

public sealed class ServicePackageTests
{
    private static readonly RateCardDetails Rates =
        new(50_000, 60, 12_000, new() { [ExtraKind.Rehearsal] = new(18_000, 90) });

    private readonly ServicePackage package = new("ec-premium", SampleDetails.Package());

    public static TheoryData<PackageDetails> Wrong => new(
        SampleDetails.Package() with { Serves = (ServedKind)99 },
        SampleDetails.Package() with { LeadMinutes = -15 },
        SampleDetails.Package() with { TrailMinutes = -1 },
        SampleDetails.Package() with { ProductionMinutes = 0 },
        SampleDetails.Package() with { DisplayOrder = -1 },
        SampleDetails.Package() with { CancellationTiers = new() { [48] = 50 } },
        SampleDetails.Package() with { CancellationTiers = new() { [0] = 101 } },
        SampleDetails.Package() with { CancellationTiers = new() { [0] = 100, [-1] = 0 } },
        SampleDetails.Package() with { Texts = new(StringComparer.Ordinal) { ["en"] = new("", "") } },
        SampleDetails.Package() with
        {
            Texts = new(StringComparer.Ordinal) { ["en"] = new(new string('x', PackageText.NameLength + 1), "") },
        },
        SampleDetails.Package() with { Texts = new(StringComparer.Ordinal)
        {
            ["en"] = new("x", new string('x', PackageText.DescriptionLength + 1)),
        } });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_details_are_refused_and_change_nothing(PackageDetails details)
    {
        Assert.ThrowsAny<ArgumentException>(
            () => package.Change(details with { IncludesRehearsal = true, IsActive = false }));
        Assert.ThrowsAny<ArgumentException>(() => new ServicePackage("other", details));
        Assert.Equal((false, true), (package.IncludesRehearsal, package.IsActive));
        Assert.Equal("Event Center Premium Assist", package.Texts.Single(text => text.Language == "en").Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-code-of-more-than-forty-characters-is-long")]
    public void A_package_needs_a_code_that_its_column_holds(string code) =>
        Assert.Throws<ArgumentException>(() => new ServicePackage(code, SampleDetails.Package()));

    [Fact]
    public void Tiers_are_those_of_the_details_and_texts_in_other_languages_stay()
    {
        package.Change(SampleDetails.Package() with
        {
            CancellationTiers = new() { [24] = 30, [0] = 90 },
            Texts = new(StringComparer.Ordinal) { ["en"] = new("Renamed", "") },
        });

        Assert.Equal(
            [(0, 90), (24, 30)], package.CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)).Order());
        Assert.Equal(
            ["EC 高級", "EC 高级", "Renamed"], package.Texts.Select(text => text.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_currency_has_one_card_which_is_changed_or_goes()
    {
        package.Price("USD", Rates);
        var card = package.RatesIn("USD");
        package.Price("USD", Rates with { BaseFeeMinor = 1, Extras = new() { [ExtraKind.Consultation] = new(2, 30) } });
        package.Price("TWD", Rates);

        Assert.Equal((1, ExtraKind.Consultation), (card.BaseFeeMinor, Assert.Single(card.Extras).Kind));
        package.RemoveRates("USD");
        Assert.Equal("TWD", Assert.Single(package.RateCards).Currency);
        Assert.Throws<InvalidOperationException>(() => package.RemoveRates("USD"));
    }

    [Fact]
    public void Rates_below_zero_or_in_no_currency_are_refused_and_change_nothing()
    {
        package.Price("USD", Rates);
        RateCardDetails[] wrong =
        [
            Rates with { BaseFeeMinor = -1 },
            Rates with { IncludedMinutes = -1 },
            Rates with { ExtraHourFeeMinor = -1 },
            Rates with { Extras = new() { [ExtraKind.Rehearsal] = new(-1, 90) } },
            Rates with { Extras = new() { [ExtraKind.Rehearsal] = new(1, -1) } },
            Rates with { Extras = new() { [(ExtraKind)99] = new(1, 1) } },
        ];

        Assert.All(wrong, details => Assert.Throws<ArgumentOutOfRangeException>(() => package.Price("USD", details)));
        Assert.Throws<ArgumentException>(() => package.Price("ABC", Rates));
        Assert.Equal(
            (50_000, 18_000),
            (package.RatesIn("USD").BaseFeeMinor, Assert.Single(package.RatesIn("USD").Extras).HourlyFeeMinor));
    }
}
