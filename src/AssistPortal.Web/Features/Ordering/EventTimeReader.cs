using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Reads date, time and zone as one moment that may be ordered, or says what is wrong with it.</summary>
public sealed class EventTimeReader(
    IStringLocalizer<OrderingTexts> texts, IOptions<OrderingOptions> options, IClock clock)
{
    /// <summary>Null where the model state tells why. The fields have passed <see cref="AvailabilityValidator"/>.</summary>
    public EventTime? Read(AvailabilityInput input, ModelStateDictionary modelState)
    {
        if (Tolerant.Date(input.StartDate) is not { } date
            || Tolerant.Time(input.StartTime) is not { } time
            || Tolerant.Zone(input.TimeZone) is not { } zone
            || Tolerant.Number(input.DurationMinutes) is not { } minutes)
        {
            return null;
        }

        Fold? fold = Enum.TryParse<Fold>(input.Fold, ignoreCase: true, out var chosen) ? chosen : null;
        switch (LocalTimes.Read(date + time, zone, fold))
        {
            case LocalTimeReading.Skipped(var next):
                modelState.AddModelError(
                    nameof(input.StartTime),
                    texts["StartTime.Skipped", Wording.Zone(zone.Id), Wording.LocalTime(next)]);
                return null;
            case LocalTimeReading.Doubled:
                modelState.AddModelError(nameof(input.Fold), texts["Fold.Missing"]);
                return null;
            case LocalTimeReading.Read(var start):
                return IsBookable(date, start, modelState)
                    ? new EventTime { Start = start.ToInstant(), DurationMinutes = minutes, TimeZone = zone.Id }
                    : null;
            default:
                return null;
        }
    }

    /// <summary>The two moments to choose from, when the typed time occurs twice.</summary>
    public static LocalTimeReading.Doubled? Doubled(AvailabilityInput input) =>
        Tolerant.Date(input.StartDate) is { } date
        && Tolerant.Time(input.StartTime) is { } time
        && Tolerant.Zone(input.TimeZone) is { } zone
            ? LocalTimes.Read(date + time, zone, fold: null) as LocalTimeReading.Doubled
            : null;

    private bool IsBookable(LocalDate date, ZonedDateTime start, ModelStateDictionary modelState)
    {
        var window = BookingWindow.At(clock.GetCurrentInstant(), start.Zone, options.Value);
        if (date < window.First)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartDate),
                texts["StartDate.TooSoon", options.Value.LeadTimeDays, Wording.Date(window.First)]);
        }
        else if (date > window.Last)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartDate),
                texts["StartDate.TooFar", options.Value.HorizonMonths, Wording.Date(window.Last)]);
        }
        else if (!window.Starts.Contains(start.ToInstant()))
        {
            modelState.AddModelError(nameof(AvailabilityInput.StartTime), texts["StartTime.Past"]);
        }
        else
        {
            return true;
        }

        return false;
    }
}
