using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Makes the free-times picture beside a form that asks for a start.</summary>
public sealed class FreeTimesPainter(AvailabilitySearch search, BookingWindows windows)
{
    public const int DaysShown = 14;

    /// <summary>The picture for what is typed in step 1 so far.</summary>
    /// <param name="draft">The draft; what it holds itself counts as free.</param>
    /// <param name="input">Step 1 as typed: package, zone, duration and date matter.</param>
    /// <param name="sites">What the host may order.</param>
    /// <param name="from">First day to show; null shows the days around the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the picture any longer.</param>
    public async Task<FreeTimesPicture> PaintAsync(
        OrderDraft draft, AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LocalDate? from,
        CancellationToken cancellationToken)
    {
        var minutes = Tolerant.Number(input.DurationMinutes) is >= EventTime.MinimumMinutes and <= EventTime.MaximumMinutes and var typed
            ? typed / QuarterHours.Minutes * QuarterHours.Minutes
            : 60;
        var package = sites.SelectMany(offer => offer.Packages).FirstOrDefault(item => item.Code == input.PackageCode);
        var zone = package is null ? null : Tolerant.Zone(input.TimeZone);
        var window = zone is null ? null : await windows.OfAsync(draft.HostUserId, zone, cancellationToken);
        return await PaintAsync(
            new FreeTimesFrame($"/assist/order/{draft.Id}/free-times", package?.Id, zone, minutes, window?.Starts, new OwnReservations(draft.Id)),
            input,
            from,
            cancellationToken);
    }

    /// <summary>The picture for a form with a start.</summary>
    /// <param name="frame">What is shown.</param>
    /// <param name="typed">The start as typed.</param>
    /// <param name="from">First day to show; null shows the days around the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the picture any longer.</param>
    public async Task<FreeTimesPicture> PaintAsync(
        FreeTimesFrame frame, IStartFields typed, LocalDate? from, CancellationToken cancellationToken)
    {
        var typedTime = Tolerant.Time(typed.StartTime) is { Second: 0 } start && start.Minute % QuarterHours.Minutes == 0
            ? start
            : (LocalTime?)null;
        if (frame is not { PackageId: { } packageId, Zone: { } zone, Bookable: { } bookable })
        {
            return new FreeTimesPicture(frame.Action, [], null, null, null, frame.DurationMinutes, typedTime);
        }

        var (earliest, latest) = (bookable.Start.InZone(zone).Date, (bookable.End - Duration.Epsilon).InZone(zone).Date);
        var first = from ?? Tolerant.Date(typed.StartDate)?.PlusDays(-3) ?? earliest;
        first = LocalDate.Max(earliest, LocalDate.Min(first, latest));
        var days = Math.Max(1, Math.Min(DaysShown, Period.DaysBetween(first, latest) + 1));
        var free = await search.FreeTimesAsync(
            packageId, frame.DurationMinutes, zone.Id, first, days, bookable, frame.Own, cancellationToken);
        return new FreeTimesPicture(
            frame.Action,
            free.Days,
            zone,
            first > earliest ? LocalDate.Max(earliest, first.PlusDays(-DaysShown)) : null,
            first.PlusDays(days) <= latest ? first.PlusDays(days) : null,
            frame.DurationMinutes,
            typedTime);
    }
}

/// <summary>What a free-times picture shows.</summary>
/// <param name="Action">Path that answers to a click and turns its pages.</param>
/// <param name="PackageId">The package; null while it is not known.</param>
/// <param name="Zone">In which the times are meant; null while it is not known.</param>
/// <param name="DurationMinutes">Length of the event, a multiple of 15.</param>
/// <param name="Bookable">When events may start; null while the zone is not known.</param>
/// <param name="Own">What counts as free although it is reserved.</param>
public sealed record FreeTimesFrame(
    string Action, int? PackageId, DateTimeZone? Zone, int DurationMinutes, Interval? Bookable, OwnReservations Own);
