using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 1: who orders, what, and when; a producer is held for that time.</summary>
[Authorize(Roles = DraftRoles.All)]
[Route(StepPaths.Order + "/availability")]
[OrderStep(OrderStep.Availability)]
public sealed class AvailabilityController(
    PortalDbContext db,
    HostOffers offers,
    AvailabilityPages pages,
    AvailabilityReader reader,
    DraftLimits limits,
    FairHolds holds,
    UnmetDemand demand,
    BookingWindows windows,
    IStringLocalizer<TimesTexts> times,
    IClock clock) : OrderStepController<AvailabilityInput>(OrderStep.Availability, db, holds, clock)
{
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken)
    {
        var typed = UnfinishedInput;
        var zones = await pages.ZonesAsync(Draft, typed, cancellationToken);
        var input = typed ?? AvailabilityInput.From(Draft, Package, Draft.Time?.TimeZone ?? zones.Preset);
        var sites = await offers.OfAsync(Draft, cancellationToken);
        if (Draft.Time is not null && input is { SiteId.Length: > 0, PackageCode.Length: > 0 })
        {
            // What could be ordered when step 1 was passed may not be offered any more.
            reader.ReadOffer(input, sites, ModelState);
        }

        var early = await windows.FindEarlyStartAsync(Draft, cancellationToken);
        return Page(await pages.MakeAsync(Draft, input, sites, zones, early, null, cancellationToken));
    }

    /// <summary>
    /// Next: check the producers, hold one, go on; or offer alternatives. A choice in the strip only fills fields.
    /// </summary>
    [HttpPost]
    public async Task<IActionResult> Next(
        AvailabilityInput input,
        StripInput choice,
        [FromForm] string? alternative,
        CancellationToken cancellationToken)
    {
        var sites = await offers.OfAsync(Draft, cancellationToken);
        if (Request.Form.ContainsKey(nameof(input.OverrideReason)))
        {
            reader.ReadReason(input, Draft);
        }

        var early = await windows.FindEarlyStartAsync(Draft, cancellationToken);
        if (choice.IsMade)
        {
            input.Choose(choice, Tolerant.Zone(input.TimeZone));
            return await AskAsync(input, await PageAsync(choice.From), cancellationToken);
        }

        var leadTime = early?.LeadTime ?? LeadTime.Usual;
        if (MomentField.Read(alternative) is { } chosen
            && Tolerant.Zone(input.TimeZone) is { } zone
            && windows.Of(zone, leadTime).Starts.Contains(chosen))
        {
            input.SetStart(chosen.InZone(zone));
        }

        if (reader.Read(input, sites, leadTime, ModelState, Draft) is not var (site, package, time))
        {
            return await AgainAsync(input, await PageAsync(), cancellationToken);
        }

        var bookable = windows.Of(time.LocalStart.Zone, leadTime).Starts;
        var wish = new EventWish(
            package.Id, time.Start, time.DurationMinutes, time.TimeZone, Draft.Event?.Details.Language ?? "en");
        await limits.LimitHoldsAsync(User.UserId(), Draft.Id, cancellationToken);
        if (await Holds.HoldAsync(wish, bookable, Draft.Id, Draft.HostUserId, cancellationToken)
            is HoldAnswer.Nobody nobody)
        {
            await demand.NoteAsync(wish, Draft.WisherId, nobody.Reason);
            ModelState.AddModelError(nameof(input.StartTime), times["Nobody.Title"]);
            var nobodyFree = NobodyFree.From(nobody, time) with
            {
                WaitAt = WaitAddress(package.Code, site.Id, time),
            };
            return await AgainAsync(input, await PageAsync() with { NobodyFree = nobodyFree }, cancellationToken);
        }

        Draft.SetAvailability(site.Id, package.Id, input.ReadContact(), time, Now);
        return await PassAsync(package, cancellationToken);

        async Task<AvailabilityPage> PageAsync(LocalDate? freeTimesFrom = null)
        {
            var zones = await pages.ZonesAsync(Draft, input, cancellationToken);
            return await pages.MakeAsync(Draft, input, sites, zones, early, freeTimesFrom, cancellationToken);
        }
    }

    /// <summary>The month strip alone, for what is typed so far.</summary>
    [HttpGet("/" + StepPaths.Order + "/free-times")]
    public async Task<IActionResult> FreeTimes(
        [FromQuery] AvailabilityInput input, [FromQuery] string? freeTimesFrom, CancellationToken cancellationToken)
    {
        var sites = await offers.OfAsync(Draft, cancellationToken);
        var leadTime = (await windows.FindEarlyStartAsync(Draft, cancellationToken))?.LeadTime ?? LeadTime.Usual;
        return PartialView("_FreeTimes", await pages.FreeTimesAsync(
            Draft, input, sites, leadTime, Tolerant.Date(freeTimesFrom), cancellationToken));
    }
}
