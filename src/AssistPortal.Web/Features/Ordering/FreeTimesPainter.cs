using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Makes the free-times picture for what is typed in step 1 so far.</summary>
public sealed class FreeTimesPainter(AvailabilitySearch search, IOptions<OrderingOptions> options, IClock clock)
{
    public const int DaysShown = 14;

    /// <param name="draftId">The draft; what it holds itself counts as free.</param>
    /// <param name="input">Step 1 as typed: package, zone, duration and date matter.</param>
    /// <param name="sites">What the host may order.</param>
    /// <param name="from">First day to show; null shows the days around the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the picture any longer.</param>
    public async Task<FreeTimesPicture> PaintAsync(
        Guid draftId, AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LocalDate? from,
        CancellationToken cancellationToken)
    {
        var minutes = Tolerant.Number(input.DurationMinutes) is >= EventTime.MinimumMinutes and <= EventTime.MaximumMinutes and var typed
            ? typed / QuarterHours.Minutes * QuarterHours.Minutes
            : 60;
        var typedTime = Tolerant.Time(input.StartTime) is { Second: 0 } start && start.Minute % QuarterHours.Minutes == 0
            ? start
            : (LocalTime?)null;
        var package = sites.SelectMany(offer => offer.Packages).FirstOrDefault(item => item.Code == input.PackageCode);
        if (package is null || Tolerant.Zone(input.TimeZone) is not { } zone)
        {
            return new FreeTimesPicture(draftId, [], null, null, null, minutes, typedTime);
        }

        var window = BookingWindow.At(clock.GetCurrentInstant(), zone, options.Value);
        var first = from ?? Tolerant.Date(input.StartDate)?.PlusDays(-3) ?? window.First;
        first = LocalDate.Max(window.First, LocalDate.Min(first, window.Last));
        var days = Math.Min(DaysShown, Period.DaysBetween(first, window.Last) + 1);
        var free = await search.FreeTimesAsync(
            package.Id, minutes, zone.Id, first, days, window.Starts, draftId, cancellationToken);
        return new FreeTimesPicture(
            draftId,
            free.Days,
            zone,
            first > window.First ? LocalDate.Max(window.First, first.PlusDays(-DaysShown)) : null,
            first.PlusDays(days) <= window.Last ? first.PlusDays(days) : null,
            minutes,
            typedTime);
    }
}
