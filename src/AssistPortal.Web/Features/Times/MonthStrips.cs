using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Makes month strips.</summary>
internal static class MonthStrips
{
    /// <summary>What the strip shows for another time of an order: its package, length and zone stay.</summary>
    /// <param name="search">Finds the free times.</param>
    /// <param name="order">The order.</param>
    /// <param name="address">Where scripts ask for the strip, as seen from the page.</param>
    /// <param name="bookable">When the event may start.</param>
    /// <param name="own">What counts as free although it is reserved.</param>
    public static FreeTimesFrame FrameOf(
        AvailabilitySearch search, Order order, string address, Interval bookable, OwnReservations own)
    {
        var time = order.Time;
        return new FreeTimesFrame(
            address,
            time.LocalStart.Zone,
            time.DurationMinutes,
            bookable,
            (first, days, cancellationToken) => search.FreeTimesAsync(
                order.PackageId, time.DurationMinutes, time.TimeZone, first, days, bookable, own, cancellationToken));
    }

    /// <summary>The strip for what is typed so far, with one search.</summary>
    /// <param name="frame">What is shown.</param>
    /// <param name="typed">The start as typed, where one is asked for.</param>
    /// <param name="from">A day of the month to show; null shows that of the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the strip any longer.</param>
    public static async Task<FreeTimesModel> OfAsync(
        FreeTimesFrame frame, IStartFields? typed, LocalDate? from, CancellationToken cancellationToken)
    {
        if (frame is not { Zone: { } zone, Bookable: { } bookable })
        {
            return new FreeTimesModel(frame.Address, frame.DurationMinutes) { Line = frame.Line };
        }

        var (earliest, latest) =
            (bookable.Start.InZone(zone).Date, (bookable.End - Duration.Epsilon).InZone(zone).Date);
        var wished = Tolerant.Date(typed?.StartDate);
        var shown = from ?? wished ?? earliest;
        var month = FirstOf(LocalDate.Max(earliest, LocalDate.Min(shown, latest)));
        var (first, last, free) = await SearchAsync();

        // Nobody asked for this month: on its last days it may have nothing left.
        if ((from ?? wished) is null && !free.Days.Any(day => day.Ranges.Count > 0) && month.PlusMonths(1) <= latest)
        {
            month = month.PlusMonths(1);
            (first, last, free) = await SearchAsync();
        }

        return new FreeTimesModel(frame.Address, frame.DurationMinutes)
        {
            Line = frame.Line,
            Zone = zone,
            Month = month,
            Days = free.Days,
            Chosen = wished >= first && wished <= last
                ? wished
                : free.Days.FirstOrDefault(day => day.Ranges.Count > 0)?.Date,
            TypedDate = wished,
            TypedTime = Tolerant.Time(typed?.StartTime),
            Earlier = month > earliest ? month.PlusMonths(-1) : null,
            Later = month.PlusMonths(1) <= latest ? month.PlusMonths(1) : null,
        };

        async Task<(LocalDate First, LocalDate Last, FreeTimes Free)> SearchAsync()
        {
            var begin = LocalDate.Max(month, earliest);
            var end = LocalDate.Min(month.PlusMonths(1).PlusDays(-1), latest);
            var days = Math.Max(1, Period.DaysBetween(begin, end) + 1);
            return (begin, end, await frame.Search(begin, days, cancellationToken));
        }
    }

    private static LocalDate FirstOf(LocalDate date) => new(date.Year, date.Month, 1);
}
