using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Reads date, time and zone as one moment that may be ordered, or says what is wrong with it.</summary>
public sealed class EventTimeReader(
    IStringLocalizer<OrderingTexts> texts, IStringLocalizer<TimesTexts> times, IOptions<BookingOptions> options, IClock clock)
{
    /// <summary>Null where the model state tells why. The fields have passed <see cref="AvailabilityValidator"/>.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="isAtShortNotice">Whether a coordinator lets the host order sooner than usual.</param>
    /// <param name="modelState">Takes the errors.</param>
    public EventTime? Read(AvailabilityInput input, bool isAtShortNotice, ModelStateDictionary modelState)
    {
        if (Tolerant.Zone(input.TimeZone) is not { } zone
            || Tolerant.Number(input.DurationMinutes) is not { } minutes
            || input.ReadStart(zone, modelState, times) is not { } start)
        {
            return null;
        }

        return IsBookable(start, isAtShortNotice, modelState)
            ? new EventTime { Start = start.ToInstant(), DurationMinutes = minutes, TimeZone = zone.Id }
            : null;
    }

    private bool IsBookable(ZonedDateTime start, bool isAtShortNotice, ModelStateDictionary modelState)
    {
        var window = BookingWindow.At(clock.GetCurrentInstant(), start.Zone, options.Value, isAtShortNotice);
        if (start.Date < window.First && !isAtShortNotice)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartDate),
                texts["StartDate.TooSoon", options.Value.LeadTimeDays, Wording.Date(window.First)]);
        }
        else if (start.Date > window.Last)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartDate),
                texts["StartDate.TooFar", options.Value.HorizonMonths, Wording.Date(window.Last)]);
        }
        else if (!window.Starts.Contains(start.ToInstant()))
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartTime),
                isAtShortNotice ? texts["StartTime.TooSoon", options.Value.UpdateNoticeHours] : texts["StartTime.Past"]);
        }
        else
        {
            return true;
        }

        return false;
    }
}
