using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Reads step 1 as something that may be ordered, or says what is wrong with it.</summary>
public sealed class AvailabilityReader(
    IValidator<AvailabilityInput> fields,
    IStringLocalizer<OrderingTexts> texts,
    IStringLocalizer<TimesTexts> times,
    IOptions<BookingOptions> options,
    IClock clock)
{
    /// <summary>
    /// Keeps a coordinator's reason for an early start, also where the form is refused otherwise; one that is taken out
    /// of the field holds no longer.
    /// </summary>
    public void ReadReason(AvailabilityInput input, OrderDraft draft)
    {
        if (draft.IsByStaff
            && fields.Validate(input, options => options.IncludeProperties(nameof(input.OverrideReason))).IsValid)
        {
            var reason = Tolerant.Text(input.OverrideReason);
            draft.Override(TypedText.IsSeen(reason) ? reason : null);
        }
    }

    /// <summary>What is ordered where and when; null where the model state tells why not.</summary>
    /// <param name="input">What was typed.</param>
    /// <param name="sites">What the host may order.</param>
    /// <param name="leadTime">How long before the event it has to be ordered.</param>
    /// <param name="modelState">Takes the errors.</param>
    /// <param name="draft">Whether a start that was waited for is soon enough was judged before.</param>
    public (Site Site, ServicePackage Package, EventTime Time)? Read(
        AvailabilityInput input,
        IReadOnlyList<SiteOffer> sites,
        LeadTime leadTime,
        ModelStateDictionary modelState,
        OrderDraft draft)
    {
        modelState.Add(fields.Validate(input));
        var (site, package) = ReadOffer(input, sites, modelState);
        var time = ReadTime(input, leadTime, modelState, draft);
        return modelState.IsValid && site is not null && package is not null && time is not null
            ? (site, package, time)
            : null;
    }

    /// <summary>
    /// What a host wants to wait for: the same without the contact; null where the model state tells why not.
    /// </summary>
    public (Site Site, ServicePackage Package, EventTime Time)? ReadWish(
        AvailabilityInput input, IReadOnlyList<SiteOffer> sites, LeadTime leadTime, ModelStateDictionary modelState)
    {
        modelState.Add(fields.Validate(input, options => options.IncludeProperties(
            nameof(input.SiteId),
            nameof(input.PackageCode),
            nameof(input.StartDate),
            nameof(input.StartTime),
            nameof(input.TimeZone),
            nameof(input.DurationMinutes))));
        var (site, package) = ReadOffer(input, sites, modelState);
        var time = ReadTime(input, leadTime, modelState);
        return modelState.IsValid && site is not null && package is not null && time is not null
            ? (site, package, time)
            : null;
    }

    /// <summary>
    /// Site and package among those that the host may order; null where the model state tells why not.
    /// </summary>
    public (Site? Site, ServicePackage? Package) ReadOffer(
        AvailabilityInput input, IReadOnlyList<SiteOffer> sites, ModelStateDictionary modelState)
    {
        var offer = sites.FirstOrDefault(item => $"{item.Site.Id}" == input.SiteId);
        var package = offer?.Packages.FirstOrDefault(item => item.Code == input.PackageCode);
        if (offer is null)
        {
            AddUnlessMissing(nameof(input.SiteId), texts["SiteId.NotYours"]);
        }
        else if (package is null)
        {
            AddUnlessMissing(nameof(input.PackageCode), texts["PackageCode.NotOffered", offer.Site.Name]);
        }

        return (offer?.Site, package);

        void AddUnlessMissing(string field, string error)
        {
            if (modelState[field] is not { Errors.Count: > 0 })
            {
                modelState.AddModelError(field, error);
            }
        }
    }

    /// <summary>
    /// Date, time and zone as one moment that may be ordered; null where the model state tells why not.
    /// </summary>
    public EventTime? ReadTime(
        AvailabilityInput input, LeadTime leadTime, ModelStateDictionary modelState, OrderDraft? draft = null)
    {
        if (Tolerant.Zone(input.TimeZone) is not { } zone
            || Tolerant.Number(input.DurationMinutes) is not { } minutes
            || input.ReadStart(zone, modelState, times) is not { } start)
        {
            return null;
        }

        return IsOffered(start, draft) || IsBookable(start, leadTime, modelState, draft)
            ? new EventTime { Start = start.ToInstant(), DurationMinutes = minutes, TimeZone = zone.Id }
            : null;
    }

    // What is typed may lie beyond all moments.
    private bool IsOffered(ZonedDateTime start, OrderDraft? draft) =>
        draft?.OfferedStart is { } offered
        && offered.InZone(start.Zone) == start
        && draft.IsOffered(offered, clock.GetCurrentInstant());

    private bool IsBookable(
        ZonedDateTime start, LeadTime leadTime, ModelStateDictionary modelState, OrderDraft? draft)
    {
        var window = BookingWindow.At(clock.GetCurrentInstant(), start.Zone, options.Value, leadTime);
        if (start.Date < window.First && leadTime == LeadTime.Usual)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.StartDate),
                texts[
                    draft?.IsByStaff == true ? "StartDate.TooSoon.Staff" : "StartDate.TooSoon",
                    options.Value.LeadTimeDays,
                    Wording.Date(window.First)]);
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
                leadTime == LeadTime.Short
                    ? texts["StartTime.TooSoon", options.Value.UpdateNoticeHours]
                    : texts["StartTime.Past"]);
        }
        else
        {
            return true;
        }

        return false;
    }
}
