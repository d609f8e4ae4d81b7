using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Ordering;

public sealed class PlacementProofTests
{
    private readonly ServicePackage package = SampleOrder.Package();
    private readonly Site site = SampleOrder.Site();
    private readonly OrderDraft draft = Drafts.New(siteId: 0, packageId: 0);

    public PlacementProofTests() => package.Price("USD", new RateCardDetails(
        120_000, 60, 12_100, new() { [ExtraKind.Rehearsal] = new ExtraFigures(18_000, 90) }));

    [Fact]
    public void A_whole_draft_gives_the_order_that_it_says()
    {
        draft.WithTime().WithLookup().WithEvent();

        var command = Assert.IsType<PlacementProof.Proven>(PlacementProof.Of(draft, Facts())).Command;

        Assert.Equal(
            (draft.Id, draft.HostUserId, 0, 0),
            (command.DraftId, command.HostUserId, command.SiteId, command.PackageId));
        Assert.Equal(
            (SampleOrder.Contact, SampleOrder.Time, SampleOrder.Event), (command.Contact, command.Time, command.Event));
        Assert.Equal(("session-1", "host@demo.example"), (command.SessionKey, command.SessionHostEmail));
        Assert.Equal(("zh-Hant", 36), (command.PageLanguage, command.UpdateNoticeHours));
        Assert.Equal(Drafts.Information.SessionWishes, command.SessionWishes);
    }

    [Fact]
    public void The_fee_goes_by_the_rates_of_the_sites_currency()
    {
        draft.WithTime().WithLookup().WithEvent();

        var command = Assert.IsType<PlacementProof.Proven>(PlacementProof.Of(draft, Facts())).Command;

        Assert.Equal("USD", command.Fee.Currency);
        Assert.Contains(
            command.Fee.Lines, line => line is { Kind: FeeKind.Rehearsal, Minutes: 90, AmountMinor: 27_000 });
    }

    [Fact]
    public void A_draft_without_a_time_goes_back_to_step_1() =>
        Refuses(OrderStep.Availability, RefusalReason.Incomplete, Facts());

    [Fact]
    public void A_draft_without_information_goes_back_to_where_it_stopped()
    {
        draft.WithTime();
        Refuses(OrderStep.MeetingLookup, RefusalReason.Incomplete, Facts());

        draft.WithLookup();
        Refuses(OrderStep.EventInformation, RefusalReason.Incomplete, Facts());
    }

    [Fact]
    public void A_site_that_the_host_has_left_offers_nothing()
    {
        draft.WithTime().WithLookup().WithEvent();
        Refuses(OrderStep.Availability, RefusalReason.PackageNotOffered, Facts() with { Offers = [] });
    }

    [Fact]
    public void A_package_that_the_site_gave_up_is_not_offered()
    {
        draft.WithTime().WithLookup().WithEvent();
        Refuses(
            OrderStep.Availability,
            RefusalReason.PackageNotOffered,
            Facts() with { Offers = [new SiteOffer(site, [])] });
    }

    [Fact]
    public void The_start_has_to_lie_in_the_booking_window()
    {
        draft.WithTime().WithLookup().WithEvent();
        var start = SampleOrder.Time.Start;

        Refuses(
            OrderStep.Availability,
            RefusalReason.OutsideBookingWindow,
            Facts() with { Bookable = new Interval(start + Duration.Epsilon, null) });
        Refuses(
            OrderStep.Availability,
            RefusalReason.OutsideBookingWindow,
            Facts() with { Bookable = new Interval(null, start) });
        Assert.IsType<PlacementProof.Proven>(
            PlacementProof.Of(draft, Facts() with { Bookable = new Interval(start, null) }));
    }

    [Fact]
    public void A_start_that_was_offered_to_a_host_who_waited_may_lie_outside()
    {
        draft.WithTime().WithLookup().WithEvent();
        var start = SampleOrder.Time.Start;
        draft.TakeOffer(start);

        Assert.True(draft.IsOffered(start, start - Duration.Epsilon));
        Assert.False(draft.IsOffered(start, start));
        Assert.False(draft.IsOffered(start + Duration.FromHours(1), start));
        Assert.IsType<PlacementProof.Proven>(
            PlacementProof.Of(draft, Facts() with { Bookable = new Interval(null, start), IsOffered = true }));
    }

    [Fact]
    public void An_extra_that_is_priced_no_more_is_not_offered()
    {
        draft.WithTime().WithLookup().WithEvent();
        package.Price("USD", new RateCardDetails(120_000, 60, 12_100, []));

        Refuses(OrderStep.EventInformation, RefusalReason.ExtraNotOffered, Facts());
    }

    [Fact]
    public void What_costs_more_than_was_shown_is_shown_again()
    {
        draft.WithTime().WithLookup().WithEvent();
        var shown = ShownTerms.Of(package, package.RatesIn("USD"), SampleOrder.Time.DurationMinutes);
        Assert.IsType<PlacementProof.Proven>(PlacementProof.Of(draft, Facts() with { Shown = shown }));

        Refuses(
            OrderStep.EventInformation,
            RefusalReason.CostsMore,
            Facts() with { Shown = shown with { BaseFeeMinor = shown.BaseFeeMinor - 1 } });
    }

    private void Refuses(OrderStep step, RefusalReason reason, PlacementFacts facts) =>
        Assert.Equal(new PlacementProof.Refused(step, reason), PlacementProof.Of(draft, facts));

    private PlacementFacts Facts() => new()
    {
        Package = package,
        Offers = [new SiteOffer(site, [package])],
        Bookable = new Interval(null, null),
        Shown = null,
        PageLanguage = "zh-Hant",
        UpdateNoticeHours = 36,
    };
}
