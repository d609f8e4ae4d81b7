using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>Makes the free-times picture beside a form that asks for a start.</summary>
public sealed class FreeTimesModelBuilder(AvailabilitySearch search)
{
    public const int DaysShown = 14;

    /// <summary>The picture for a form with a start.</summary>
    /// <param name="frame">What is shown.</param>
    /// <param name="typed">The start as typed.</param>
    /// <param name="from">First day to show; null shows the days around the typed date.</param>
    /// <param name="cancellationToken">Nobody looks at the picture any longer.</param>
    public async Task<FreeTimesModel> BuildAsync(
        FreeTimesFrame frame, IStartFields typed, LocalDate? from, CancellationToken cancellationToken)
    {
        var typedTime =
            Tolerant.Time(typed.StartTime) is { Second: 0 } start && start.Minute % QuarterHours.Minutes == 0
                ? start
                : (LocalTime?)null;
        if (frame is not { PackageId: { } packageId, Zone: { } zone, Bookable: { } bookable })
        {
            return new FreeTimesModel(frame.Action, [], null, null, null, frame.DurationMinutes, typedTime);
        }

        var (earliest, latest) =
            (bookable.Start.InZone(zone).Date, (bookable.End - Duration.Epsilon).InZone(zone).Date);
        var first = from ?? Tolerant.Date(typed.StartDate)?.PlusDays(-3) ?? earliest;
        first = LocalDate.Max(earliest, LocalDate.Min(first, latest));
        var days = Math.Max(1, Math.Min(DaysShown, Period.DaysBetween(first, latest) + 1));
        var free = await search.FreeTimesAsync(
            packageId, frame.DurationMinutes, zone.Id, first, days, bookable, frame.Own, cancellationToken);
        return new FreeTimesModel(
            frame.Action,
            free.Days,
            zone,
            first > earliest ? LocalDate.Max(earliest, first.PlusDays(-DaysShown)) : null,
            first.PlusDays(days) <= latest ? first.PlusDays(days) : null,
            frame.DurationMinutes,
            typedTime);
    }
}
