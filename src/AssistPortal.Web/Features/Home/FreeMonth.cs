using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Times;
using NodaTime;

namespace AssistPortal.Web.Features.Home;

/// <summary>The month strip for those who are not signed in: how many producers are free on each day.</summary>
public sealed class FreeMonth(
    Cached<Catalogue> catalogue,
    Cached<ServedPackages> served,
    AvailabilitySearch search,
    BookingWindows windows,
    IClock clock)
{
    private const int EventMinutes = 60;
    private const int FewestDays = 7;

    /// <summary>
    /// The first month in which a week can be booked, for the first package; null where nobody is free in it.
    /// </summary>
    public async Task<FreeTimesModel?> FindAsync(CancellationToken cancellationToken)
    {
        var packages = (await catalogue.GetAsync(cancellationToken)).Packages;
        var (people, now) = (await served.GetAsync(cancellationToken), clock.GetCurrentInstant());
        if (packages.FirstOrDefault(package => package.IsActive && people.Has(package.Id, now)) is not { } first)
        {
            return null;
        }

        var bookable = windows.Of(DateTimeZone.Utc, LeadTime.Usual).Starts;
        var frame = new FreeTimesFrame(null, DateTimeZone.Utc, EventMinutes, bookable, SearchAsync);
        var shown = bookable.Start.InUtc().Date.PlusDays(FewestDays - 1);
        var month = await MonthStrips.OfAsync(frame, null, shown, cancellationToken);
        return month.Days.Any(day => day.Producers > 0) ? month : null;

        Task<FreeTimes> SearchAsync(LocalDate from, int days, CancellationToken cancellation) => search.FreeTimesAsync(
            first.Id, EventMinutes, DateTimeZone.Utc.Id, from, days, bookable, new OwnReservations(null), cancellation);
    }
}
