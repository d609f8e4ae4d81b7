using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Waiting;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Times;
using FluentValidation;
using NodaTime;

namespace AssistPortal.Web.Features.Waiting;

/// <summary>Fills step 1 with what a host has waited for.</summary>
internal static class OfferedDraft
{
    /// <summary>
    /// What the host typed before stays. Step 1 is passed where nothing is missing; else it asks for the rest.
    /// </summary>
    public static void Fill(
        this OrderDraft draft,
        WaitingWish wish,
        ServicePackage package,
        IValidator<AvailabilityInput> fields,
        Instant now)
    {
        var input = draft.UnfinishedInput<AvailabilityInput>(OrderStep.Availability)
            ?? AvailabilityInput.From(draft, package, wish.TimeZone);
        (input.SiteId, input.PackageCode) = ($"{wish.SiteId}", package.Code);
        (input.DurationMinutes, input.TimeZone) = ($"{wish.DurationMinutes}", wish.TimeZone);
        input.SetStart(wish.Time.LocalStart);
        if (fields.Validate(input).IsValid)
        {
            draft.SetAvailability(wish.SiteId, wish.PackageId, input.ReadContact(), wish.Time, now);
        }
        else
        {
            draft.KeepUnfinished(FormFields.Keep(OrderStep.Availability, input), now);
        }
    }
}
