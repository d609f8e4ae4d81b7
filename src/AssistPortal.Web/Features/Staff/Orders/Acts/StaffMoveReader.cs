using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Reads the start that a coordinator gives an order, or says what is wrong with it.</summary>
public sealed class StaffMoveReader(
    OrderUpdates updates,
    IValidator<StaffMoveInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts,
    IStringLocalizer<TimesTexts> times,
    IClock clock)
{
    /// <summary>Null where the model state tells why.</summary>
    public Instant? Read(StaffMoveInput input, Order order, ModelStateDictionary modelState)
    {
        modelState.Add(validator.Validate(input));
        return modelState.IsValid
            && input.ReadStart(order.Time.LocalStart.Zone, modelState, times) is { } start
            && IsAllowed(start, Tolerant.Text(input.Reason), order, modelState)
                ? start.ToInstant()
                : null;
    }

    private bool IsAllowed(ZonedDateTime start, string reason, Order order, ModelStateDictionary modelState)
    {
        var bookable = updates.Bookable(order);
        var last = (bookable.End - Duration.Epsilon).InZone(start.Zone).Date;

        // Days beyond it may lie beyond all moments.
        if (start.Date > last)
        {
            modelState.AddModelError(nameof(StaffMoveInput.StartDate), texts["Move.TooFar", Wording.Date(last)]);
        }
        else if (start.ToInstant() == order.Time.Start)
        {
            modelState.AddModelError(nameof(StaffMoveInput.StartTime), texts["Move.Same"]);
        }
        else if (start.ToInstant() <= clock.GetCurrentInstant())
        {
            modelState.AddModelError(nameof(StaffMoveInput.StartTime), texts["Move.Past"]);
        }
        else if (start.ToInstant() < bookable.Start && reason.Length == 0)
        {
            modelState.AddModelError(
                nameof(StaffMoveInput.Reason), texts["Move.Reason.Missing", order.UpdateNoticeHours]);
        }
        else if (start.ToInstant() >= bookable.End)
        {
            modelState.AddModelError(nameof(StaffMoveInput.StartDate), texts["Move.TooFar", Wording.Date(last)]);
        }

        return modelState.IsValid;
    }
}
