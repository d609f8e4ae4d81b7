using System.Globalization;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Step 3: what the producer has to know; submitting it places the order.</summary>
[Authorize(Roles = DraftRoles.All)]
[Route(StepPaths.Order + "/event-information")]
[OrderStep(OrderStep.EventInformation)]
public sealed class EventInformationController(
    PortalDbContext db,
    OrderSummaries summaries,
    EventInformationValidator validator,
    FairHolds holds,
    OrderPlacement placement,
    SessionTimes sessionTimes,
    IStringLocalizer<OrderingTexts> texts,
    IStringLocalizer<TimesTexts> times,
    IClock clock) : OrderStepController<EventInformationInput>(OrderStep.EventInformation, db, holds, clock)
{
    [HttpGet]
    public async Task<IActionResult> Form(CancellationToken cancellationToken)
    {
        var until = await RenewAsync(cancellationToken);
        return Page(await PageAsync(EventInformationInput.Of(Draft), until, cancellationToken));
    }

    [HttpPost]
    public async Task<IActionResult> Submit(
        EventInformationInput input,
        [FromForm] string? back,
        [FromForm] string? alternative,
        [FromForm] string? ratesSeen,
        [FromForm] string? draftSeen,
        CancellationToken cancellationToken)
    {
        if (back is not null || !IsPriced)
        {
            return await BackAsync(input, cancellationToken);
        }

        var until = await Holds.HeldUntilAsync(Draft.Id, cancellationToken);
        var page = await PageAsync(input, until, cancellationToken);
        if (SeenDraft.Read(draftSeen) is { } seen && seen != SeenDraft.Of(Draft))
        {
            ModelState.AddModelError("", texts["Changed.Elsewhere"]);
            return await AgainAsync(input, page with { SeenBefore = seen }, cancellationToken);
        }

        var nowAtEvent = Now.InZone(Draft.Time!.LocalStart.Zone).LocalDateTime;
        if (!this.Accepts(validator.Validate(input, page.Summary, nowAtEvent)))
        {
            return await AgainAsync(input, page, cancellationToken);
        }

        Draft.SetEvent(input.Read(page.Summary.Rates.Extras), Now);
        if (MomentField.Read(alternative) is { } start)
        {
            await SaveAsync(cancellationToken);
            return await MoveAsync(page, start, cancellationToken);
        }

        var language = CultureInfo.CurrentUICulture.Name;
        return await placement.PlaceAsync(Draft, language, ShownTerms.Read(ratesSeen), cancellationToken) switch
        {
            PlacementAnswer.Placed => To(OrderStep.Confirmation),
            PlacementAnswer.NobodyFree nobody => NobodyIsFree(page, nobody.Answer, Draft.Time!),
            PlacementAnswer.Refused { Reason: RefusalReason.CostsMore } =>
                CostsMore(await PageAsync(input, until, cancellationToken)),
            PlacementAnswer.Refused refused => NotPlaced(page, refused.Reason),
            _ => throw new InvalidOperationException("Unknown answer."),
        };
    }

    /// <summary>Takes one of the times that were offered when the hold was lost; the host submits once more.</summary>
    private async Task<IActionResult> MoveAsync(
        EventInformationPage page, Instant start, CancellationToken cancellationToken)
    {
        var time = Draft.Time! with { Start = start };
        switch (await sessionTimes.UseAsync(Draft, Package, time, cancellationToken))
        {
            case SessionMoveResult.Moved:
                await SaveAsync(cancellationToken);
                return To(OrderStep.EventInformation);
            case SessionMoveResult.NobodyFree nobody:
                return NobodyIsFree(page, nobody.Answer, time);
            default:
                return NotPlaced(page, RefusalReason.OutsideBookingWindow);
        }
    }

    private ViewResult NobodyIsFree(EventInformationPage page, HoldAnswer.Nobody answer, EventTime wished)
    {
        ModelState.AddModelError("", times["Nobody.Title"]);
        return Refused(page with
        {
            NobodyFree = NobodyFree.From(answer, wished) with
            {
                AnotherTimeAt = StepPaths.Of(Draft.Id, OrderStep.Availability),
                WaitAt = WaitAddress(Package.Code, Draft.SiteId, wished),
            },
        });
    }

    /// <summary>
    /// The page shows the fee of what is ordered by the rates as they are now; submitting it again agrees to that.
    /// </summary>
    private ViewResult CostsMore(EventInformationPage page)
    {
        var fee = page.Summary.Fee;
        ModelState.AddModelError("", texts["Refusal.CostsMore", new Money(fee.TotalMinor, fee.Currency).ToString()]);
        return Refused(page);
    }

    private ViewResult NotPlaced(EventInformationPage page, RefusalReason reason)
    {
        ModelState.AddModelError("", texts[$"Refusal.{reason}"]);
        return Refused(page with { IsRefused = true });
    }

    private async Task<EventInformationPage> PageAsync(
        EventInformationInput input, Instant? heldUntil, CancellationToken cancellationToken) => new()
        {
            DraftId = Draft.Id,
            HeldUntil = AtEvent(heldUntil),
            Input = input,
            Summary = await summaries.MakeAsync(Draft, input, cancellationToken),
        };
}
