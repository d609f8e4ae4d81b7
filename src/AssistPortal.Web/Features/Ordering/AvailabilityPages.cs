using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Gathers what step 1 shows.</summary>
public sealed class AvailabilityPages(
    PortalDbContext db,
    DraftFinder drafts,
    SiteZones zonesOfSites,
    AvailabilitySearch search,
    BookingWindows windows,
    IOptions<BookingOptions> options)
{
    /// <summary>Zones to start from and to offer first, for the site that is typed.</summary>
    public async Task<KnownZones> ZonesAsync(
        OrderDraft draft, AvailabilityInput? typed, CancellationToken cancellationToken)
    {
        var common = await zonesOfSites.OfAsync(db, Tolerant.Number(typed?.SiteId) ?? draft.SiteId, cancellationToken);
        var preset = await drafts.ZoneOfAsync(draft, cancellationToken);

        // A coordinator's own zone says nothing of the customer's.
        return new KnownZones(draft.IsByStaff ? preset ?? common.FirstOrDefault() : preset, common);
    }

    public async Task<AvailabilityPage> MakeAsync(
        OrderDraft draft,
        AvailabilityInput input,
        IReadOnlyList<SiteOffer> sites,
        KnownZones zones,
        EarlyStart? early,
        LocalDate? freeTimesFrom,
        CancellationToken cancellationToken) => new()
        {
            DraftId = draft.Id,
            Input = input,
            Sites = sites,
            CommonZones = zones.Common,
            Doubled = input.Doubled(Tolerant.Zone(input.TimeZone)),
            ShortNoticeUntil = draft.IsByStaff
                ? null
                : early?.Until?.InZone(Tolerant.Zone(input.TimeZone) ?? DateTimeZone.Utc),
            ShortNoticeHours = options.Value.UpdateNoticeHours,
            FreeTimes = await FreeTimesAsync(
                draft, input, sites, early?.LeadTime ?? LeadTime.Usual, freeTimesFrom, cancellationToken),
        };

    /// <summary>The free times for what is typed so far.</summary>
    /// <param name="draft">What it holds itself counts as free.</param>
    /// <param name="input">Package, zone, duration and date matter.</param>
    /// <param name="sites">What may be ordered.</param>
    /// <param name="leadTime">How long before the event it has to be ordered.</param>
    /// <param name="from">A day of the month to show; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the page any longer.</param>
    public async Task<FreeTimesModel> FreeTimesAsync(
        OrderDraft draft,
        AvailabilityInput input,
        IReadOnlyList<SiteOffer> sites,
        LeadTime leadTime,
        LocalDate? from,
        CancellationToken cancellationToken)
    {
        var minutes = Tolerant.Number(input.DurationMinutes) is >= EventTime.MinimumMinutes
            and <= EventTime.MaximumMinutes
            and var typed
            ? typed / QuarterHours.Minutes * QuarterHours.Minutes
            : 60;
        var package = sites.SelectMany(offer => offer.Packages).FirstOrDefault(item => item.Code == input.PackageCode);
        var zone = package is null ? null : Tolerant.Zone(input.TimeZone);

        // With a reason, which may stand in the field already, coordinators may have any time that lies ahead.
        var window = zone is null ? null : windows.Of(zone, draft.IsByStaff ? LeadTime.Waived : leadTime);
        var frame = new FreeTimesFrame("free-times", zone, minutes, window?.Starts, SearchAsync);
        return await MonthStrips.OfAsync(frame, input, from, cancellationToken);

        Task<FreeTimes> SearchAsync(LocalDate first, int days, CancellationToken cancellation) =>
            search.FreeTimesAsync(
                package!.Id,
                minutes,
                zone!.Id,
                first,
                days,
                window!.Starts,
                new OwnReservations(draft.Id),
                cancellation);
    }
}
