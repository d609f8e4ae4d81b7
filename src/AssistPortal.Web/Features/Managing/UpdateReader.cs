using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Reads an order's new start, or says what is wrong with it.</summary>
public sealed class UpdateReader(
    OrderUpdates updates,
    IValidator<UpdateInput> validator,
    IStringLocalizer<ManagingTexts> texts,
    IStringLocalizer<TimesTexts> times)
{
    /// <summary>Null where the model state tells why.</summary>
    public Instant? Read(UpdateInput input, Order order, ModelStateDictionary modelState)
    {
        modelState.Add(validator.Validate(input));
        return modelState.IsValid
            && input.ReadStart(order.Time.LocalStart.Zone, modelState, times) is { } start
            && IsBookable(start, order, modelState)
                ? start.ToInstant()
                : null;
    }

    private bool IsBookable(ZonedDateTime start, Order order, ModelStateDictionary modelState)
    {
        var bookable = updates.Bookable(order);
        if (start.ToInstant() == order.Time.Start)
        {
            modelState.AddModelError(nameof(UpdateInput.StartTime), texts["StartTime.Same"]);
        }
        else if (start.ToInstant() < bookable.Start)
        {
            var first = QuarterHours.NotBefore(bookable.Start).InZone(start.Zone).LocalDateTime;
            modelState.AddModelError(
                nameof(UpdateInput.StartTime),
                texts["StartTime.TooSoon", order.UpdateNoticeHours, Wording.LocalTime(first)]);
        }
        else if (!bookable.Contains(start.ToInstant()))
        {
            var last = (bookable.End - Duration.Epsilon).InZone(start.Zone).Date;
            modelState.AddModelError(nameof(UpdateInput.StartDate), texts["StartDate.TooFar", Wording.Date(last)]);
        }

        return modelState.IsValid;
    }
}
