using AssistPortal.Assist;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 1: who orders, what, and when; a producer is held for that time.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route(StepPaths.Order + "/availability")]
[OrderStep(OrderStep.Availability)]
public sealed class AvailabilityController(
    PortalDbContext db,
    HostOffers offers,
    AvailabilityPages pages,
    IValidator<AvailabilityInput> validator,
    EventTimeReader reader,
    DraftLimits shelf,
    ReservationBook reservations,
    UnmetDemand demand,
    BookingWindows windows,
    IStringLocalizer<OrderingTexts> texts,
    IStringLocalizer<TimesTexts> times,
    IClock clock) : OrderStepController
{
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken)
    {
        var input = Draft.Kept<AvailabilityInput>(OrderStep.Availability)
            ?? AvailabilityInput.From(Draft, Package, await pages.PresetZoneAsync(Draft, cancellationToken));
        var sites = await offers.ForAsync(User.UserId(), cancellationToken);
        if (Draft.Time is not null && input is { SiteId.Length: > 0, PackageCode.Length: > 0 })
        {
            // What could be ordered when step 1 was passed may not be offered any more.
            input.ReadOffer(sites, ModelState, texts);
        }

        return View("Availability", await pages.MakeAsync(Draft, input, sites, null, cancellationToken));
    }

    /// <summary>Next: check the producers, hold one, go on; or offer alternatives.</summary>
    [HttpPost]
    public async Task<IActionResult> Next(
        AvailabilityInput input, [FromForm] string? alternative, CancellationToken cancellationToken)
    {
        var sites = await offers.ForAsync(User.UserId(), cancellationToken);
        var isAtShortNotice = await windows.FindShortNoticeAsync(User.UserId(), cancellationToken) is not null;
        if (InstantPattern.General.Parse(alternative ?? "") is { Success: true, Value: var chosen }
            && Tolerant.Zone(input.TimeZone) is { } zone
            && windows.Of(zone, isAtShortNotice).Starts.Contains(chosen))
        {
            input.SetStart(chosen.InZone(zone));
        }

        this.Accepts(await validator.ValidateAsync(input, cancellationToken));
        var (site, package) = input.ReadOffer(sites, ModelState, texts);
        var time = reader.Read(input, isAtShortNotice, ModelState);
        if (!ModelState.IsValid || site is null || package is null || time is null)
        {
            return await AgainAsync(input, sites, null, cancellationToken);
        }

        var bookable = windows.Of(time.LocalStart.Zone, isAtShortNotice).Starts;
        var wish = new EventWish(
            package.Id, time.Start, time.DurationMinutes, time.TimeZone, Draft.Event?.Details.Language ?? "en");
        await shelf.LimitHoldsAsync(User.UserId(), Draft.Id, cancellationToken);
        if (await reservations.HoldAsync(wish, bookable, Draft.Id, cancellationToken) is HoldAnswer.Nobody nobody)
        {
            await demand.NoteAsync(wish, Draft.Id, nobody.Reason);
            ModelState.AddModelError(nameof(input.StartTime), times["Nobody.Title"]);
            var offer = NobodyFree.From(nobody, time);
            return await AgainAsync(input, sites, offer, cancellationToken);
        }

        Draft.SetAvailability(site.Id, package.Id, input.ReadContact(), time, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(StepPaths.Of(
            Draft.Id, OrderJourney.Next(OrderStep.Availability, Draft, package.ScheduledFirst)));
    }

    /// <summary>A click in the free-times picture fills date and time, or turns its pages.</summary>
    [HttpPost("/" + StepPaths.Order + "/free-times")]
    public async Task<IActionResult> FreeTimes(
        AvailabilityInput input, [FromForm] string? pick, [FromForm] string? freeTimesFrom, [FromQuery] bool fragment,
        CancellationToken cancellationToken)
    {
        if (Tolerant.DateAndTime(pick) is { Year: < 9999 } local
            && Tolerant.Zone(input.TimeZone) is { } zone)
        {
            input.SetStart(zone.AtLeniently(local));
            input.Fold = null;
        }

        var sites = await offers.ForAsync(User.UserId(), cancellationToken);
        var from = Tolerant.Date(freeTimesFrom);
        if (fragment)
        {
            return PartialView("_FreeTimes", await pages.FreeTimesAsync(Draft, input, sites, from, cancellationToken));
        }

        await KeepAsync(input, cancellationToken);
        return View("Availability", await pages.MakeAsync(Draft, input, sites, from, cancellationToken));
    }

    /// <summary>The page again, status 422; what was typed is kept.</summary>
    private async Task<ViewResult> AgainAsync(
        AvailabilityInput input, IReadOnlyList<SiteOffer> sites, NobodyFree? nobody, CancellationToken cancellationToken)
    {
        await KeepAsync(input, cancellationToken);
        var page = await pages.MakeAsync(Draft, input, sites, null, cancellationToken);
        return this.FormAgain("Availability", page with { NobodyFree = nobody });
    }

    private async Task KeepAsync(AvailabilityInput input, CancellationToken cancellationToken)
    {
        Draft.KeepUnfinished(FormFields.Keep(OrderStep.Availability, input), clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
    }
}
