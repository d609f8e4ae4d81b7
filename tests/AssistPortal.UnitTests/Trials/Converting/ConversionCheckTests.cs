using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using static AssistPortal.Trials.Converting.ConversionFault;

namespace AssistPortal.UnitTests.Trials.Converting;

public sealed class ConversionCheckTests
{
    private const string Host = "acme.meetings.example";

    private static readonly ConversionFacts Facts = new(
        TrialState.Active,
        Host,
        [MailKey.Of("Ann.Lee+cloud@Bücher.example"), MailKey.Of("bo@acme.example")],
        IsNewSiteTaken: false);

    private static readonly ConversionChoice Spark = new()
    {
        Offer = Offer.Spark, Items = [OfferItem.M3], AdminEmail = "bo@acme.example", TrialSiteUrl = Host,
    };

    private static readonly ConversionChoice WebEx = new()
    {
        Offer = Offer.WebEx, AdminEmail = "bo@acme.example", NewSiteUrl = "new.meetings.example",
    };

    [Theory]
    [InlineData(TrialState.Active)]
    [InlineData(TrialState.Expired)]
    public void In_the_trial_and_in_grace_a_right_order_has_no_fault(TrialState state)
    {
        Assert.Empty(ConversionCheck.FaultsOf(Spark, Facts with { State = state }));
        Assert.Empty(ConversionCheck.FaultsOf(WebEx, Facts with { State = state }));
    }

    [Theory]
    [InlineData(TrialState.Paid, AlreadyPaid)]
    [InlineData(TrialState.Ended, Ended)]
    public void A_paid_or_ended_trial_has_that_one_fault_whatever_is_ordered(TrialState state, ConversionFault fault)
    {
        Assert.Equal([fault], ConversionCheck.FaultsOf(Spark, Facts with { State = state }));
        Assert.Equal(
            [fault], ConversionCheck.FaultsOf(new ConversionChoice { Offer = null }, Facts with { State = state }));
    }

    [Theory]
    [InlineData("bo@acme.example")]
    [InlineData("  BO@Acme.Example ")]
    [InlineData("ann.lee+cloud@bücher.example")]
    [InlineData("ANN.LEE+CLOUD@XN--BCHER-KVA.EXAMPLE")]
    public void An_administrators_address_counts_without_case_and_by_IDNA(string email) =>
        Assert.Empty(ConversionCheck.FaultsOf(Spark with { AdminEmail = email }, Facts));

    [Theory]
    [InlineData("annlee+cloud@bücher.example")]
    [InlineData("ann.lee@bücher.example")]
    [InlineData("b.o@acme.example")]
    [InlineData("bo@acme.example.com")]
    [InlineData("bo")]
    public void Dots_and_plus_signs_count(string email) =>
        Assert.Equal([AdministratorUnknown], ConversionCheck.FaultsOf(Spark with { AdminEmail = email }, Facts));

    [Theory]
    [InlineData("acme.meetings.example")]
    [InlineData("https://acme.meetings.example/")]
    [InlineData("HTTPS://ACME.Meetings.example:443")]
    [InlineData("http://acme.meetings.example./orders")]
    public void The_trials_site_is_known_by_its_host(string url) =>
        Assert.Empty(ConversionCheck.FaultsOf(Spark with { TrialSiteUrl = url }, Facts));

    [Theory]
    [InlineData("", SiteUrlMissing)]
    [InlineData("acme2.meetings.example", SiteUrlOther)]
    [InlineData("https://acme.meetings.example:8443/", SiteUrlOther)]
    [InlineData("https://acme.meetings.example@evil.example/", SiteUrlOther)]
    [InlineData("no site", SiteUrlOther)]
    public void M3_and_C3_need_just_the_trials_site(string url, ConversionFault fault)
    {
        foreach (var item in new[] { OfferItem.M3, OfferItem.C3 })
        {
            var choice = Spark with { Items = [item], TrialSiteUrl = url };
            Assert.Equal([fault], ConversionCheck.FaultsOf(choice, Facts));
            Assert.Empty(ConversionCheck.FaultsOf(choice, Facts with { SiteHost = null }));
            Assert.Empty(ConversionCheck.FaultsOf(choice with { Items = [OfferItem.C2] }, Facts));
        }
    }

    [Theory]
    [InlineData(new OfferItem[0], ItemsMissing)]
    [InlineData(new[] { OfferItem.M1, OfferItem.C1 }, SeveralPackages)]
    [InlineData(new[] { OfferItem.M1, OfferItem.M2, OfferItem.ROOM }, SeveralPackages)]
    public void Of_the_packages_one_is_ordered_at_most_and_something_at_least(
        OfferItem[] items, ConversionFault fault) =>
        Assert.Equal([fault], ConversionCheck.FaultsOf(Spark with { Items = items }, Facts));

    [Fact]
    public void Additional_offers_can_be_ordered_alone_or_with_a_package()
    {
        Assert.Empty(ConversionCheck.FaultsOf(Spark with { Items = [OfferItem.ROOM] }, Facts));
        Assert.Empty(ConversionCheck.FaultsOf(
            Spark with { Items = [OfferItem.M3, OfferItem.ROOM, OfferItem.TC200, OfferItem.EC1000] }, Facts));
    }

    [Theory]
    [InlineData("", SameUrl.No, NewSiteMissing)]
    [InlineData("no site", SameUrl.No, NewSiteUnreadable)]
    [InlineData("https://ACME.meetings.example/", SameUrl.No, NewSiteIsTrials)]
    [InlineData("new.meetings.example", SameUrl.Wait, NewSiteOther)]
    [InlineData("new.meetings.example", SameUrl.RequestDeletion, NewSiteOther)]
    public void The_new_site_has_another_URL_or_says_how_the_trials_becomes_free(
        string url, SameUrl sameUrl, ConversionFault fault) =>
        Assert.Equal([fault], ConversionCheck.FaultsOf(WebEx with { NewSiteUrl = url, SameUrl = sameUrl }, Facts));

    [Theory]
    [InlineData("", SameUrl.Wait)]
    [InlineData("", SameUrl.RequestDeletion)]
    [InlineData("https://acme.meetings.example/", SameUrl.RequestDeletion)]
    public void The_same_URL_needs_not_be_typed(string url, SameUrl sameUrl) =>
        Assert.Empty(ConversionCheck.FaultsOf(WebEx with { NewSiteUrl = url, SameUrl = sameUrl }, Facts));

    [Fact]
    public void A_trial_without_a_site_has_no_URL_to_wait_for()
    {
        var facts = Facts with { SiteHost = null };
        Assert.Equal(
            [NewSiteMissing], ConversionCheck.FaultsOf(WebEx with { NewSiteUrl = "", SameUrl = SameUrl.Wait }, facts));
        Assert.Empty(ConversionCheck.FaultsOf(WebEx with { SameUrl = SameUrl.Wait }, facts));
    }

    [Fact]
    public void Another_organisations_site_cant_be_had() =>
        Assert.Equal([NewSiteTaken], ConversionCheck.FaultsOf(WebEx, Facts with { IsNewSiteTaken = true }));

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(
        [ItemsMissing, AdministratorMissing],
        ConversionCheck.FaultsOf(new ConversionChoice { Offer = Offer.Spark }, Facts));
}
