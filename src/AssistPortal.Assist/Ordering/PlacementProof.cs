using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// Whether a draft may become an order, and which one: everything that its steps have checked is proven once more.
/// </summary>
internal abstract record PlacementProof
{
    private PlacementProof()
    {
    }

    /// <summary>It may: all that is left is a producer.</summary>
    public sealed record Proven(OrderCommand Command) : PlacementProof;

    /// <summary>It may not.</summary>
    /// <param name="Step">Where it can be put right.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(OrderStep Step, RefusalReason Reason) : PlacementProof;

    public static PlacementProof Of(OrderDraft draft, PlacementFacts facts)
    {
        var package = facts.Package;
        if (draft is not { Time: { } time, Event: { } information })
        {
            return new Refused(OrderJourney.LastAllowed(draft, package.ScheduledFirst), RefusalReason.Incomplete);
        }

        var offer = facts.Offers.FirstOrDefault(offer => offer.Site.Id == draft.SiteId);
        if (offer is null || !offer.Packages.Contains(package))
        {
            return new Refused(OrderStep.Availability, RefusalReason.PackageNotOffered);
        }

        var rates = package.RatesIn(offer.Site.Currency);
        if (!facts.IsOffered && !facts.Bookable.Contains(time.Start))
        {
            return new Refused(OrderStep.Availability, RefusalReason.OutsideBookingWindow);
        }

        if (information.Extras.Any(extra => rates.Extras.All(rate => rate.Kind != extra.Kind)))
        {
            return new Refused(OrderStep.EventInformation, RefusalReason.ExtraNotOffered);
        }

        if (facts.Shown?.AreExceededBy(ShownTerms.Of(package, rates, time.DurationMinutes), information.Extras) == true)
        {
            return new Refused(OrderStep.EventInformation, RefusalReason.CostsMore);
        }

        return new Proven(CommandOf(draft, time, information, offer.Site, rates, facts));
    }

    private static OrderCommand CommandOf(
        OrderDraft draft,
        EventTime time,
        EventInformation information,
        Site site,
        RateCard rates,
        PlacementFacts facts) => new()
        {
            DraftId = draft.Id,
            HostUserId = draft.HostUserId,
            PlacedById = draft.IsByStaff ? draft.OpenedById : null,
            SiteId = site.Id,
            PackageId = facts.Package.Id,
            Contact = draft.Contact,
            Time = time,
            Event = information.Details,
            SessionKey = draft.Lookup?.SessionKey,
            SessionHostEmail = draft.Lookup is { SessionKey: not null } lookup ? lookup.HostEmail : null,
            PageLanguage = facts.PageLanguage,
            Fee = StandardFee.By(rates, time.DurationMinutes, information.Extras),
            Rates = OrderRates.Of(rates, information.Extras),
            CancellationTiers = facts.Package.CancellationTiers,
            UpdateNoticeHours = facts.UpdateNoticeHours,
            SessionWishes = information.SessionWishes,
            ReportEmail = facts.Package.HasReport ? information.ReportEmail : "",
        };
}
