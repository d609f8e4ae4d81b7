using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The Availability page of an order: all of it, read-only, and its new date and time.</summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order)]
public sealed class UpdateController(
    OrderUpdates updates,
    ManagePages pages,
    UpdateReader reader,
    IStringLocalizer<ManagingTexts> texts,
    IStringLocalizer<TimesTexts> times) : ManagedOrderController
{
    [HttpGet("availability")]
    public async Task<IActionResult> Show(
        [FromQuery] string? update, [FromQuery] UpdateInput left, CancellationToken cancellationToken)
    {
        if (update is null || Managed.Phase != OrderPhase.Coming)
        {
            return View(ManagePages.View, await pages.ShowAsync(Managed, cancellationToken));
        }

        if (Tolerant.Number(left.Version) is not { } seen)
        {
            return View(ManagePages.View, await pages.EditAsync(Managed, null, null, cancellationToken));
        }

        var page = await pages.EditAsync(Managed, left, null, cancellationToken);
        return View(ManagePages.View, page with { HasChanged = page.HasChanged || seen != Order.Version });
    }

    /// <summary>Whatever leads away from the new time and back to it: what was typed comes along.</summary>
    [HttpPost("availability/leave")]
    public IActionResult Leave([FromQuery] string? to) => this.GoOn(to, LeftForms.AddressOf(
        Request.Form,
        ManagePaths.Of(Order.RequestNumber, "availability?update=true"),
        nameof(UpdateInput.StartDate),
        nameof(UpdateInput.StartTime),
        nameof(UpdateInput.Fold),
        nameof(UpdateInput.Version)));

    /// <summary>
    /// Next: check the producers and hold one, go on; or offer alternatives. A choice in the month strip only fills
    /// fields.
    /// </summary>
    [HttpPost("availability")]
    public async Task<IActionResult> Next(
        UpdateInput input, StripInput choice, [FromForm] string? alternative, CancellationToken cancellationToken)
    {
        if (Managed.Phase != OrderPhase.Coming)
        {
            return To("availability");
        }

        if (choice.IsMade)
        {
            input.Choose(choice, Order.Time.LocalStart.Zone);
            return View(ManagePages.View, await pages.EditAsync(Managed, input, choice.From, cancellationToken));
        }

        if (Tolerant.Number(input.Version) is { } seen && seen != Order.Version)
        {
            ModelState.AddModelError(nameof(input.StartDate), texts["Changed.Title"]);
            return await AgainAsync(input, page => page with { HasChanged = true }, cancellationToken);
        }

        if (MomentField.Read(alternative) is { } chosen && updates.Bookable(Order).Contains(chosen))
        {
            input.SetStart(chosen.InZone(Order.Time.LocalStart.Zone));
        }

        if (reader.Read(input, Order, ModelState) is not { } start)
        {
            return await AgainAsync(input, page => page, cancellationToken);
        }

        switch (await updates.BeginAsync(Order, start, producerId: null, Managed.Visitor, cancellationToken))
        {
            case MoveAnswer.Reserved:
                return To("meeting-lookup");
            case MoveAnswer.Nobody nobody:
                ModelState.AddModelError(nameof(input.StartTime), times["Nobody.Title"]);
                return await AgainAsync(
                    input, page => page with { NobodyFree = NobodyFree.From(nobody, Order.Time) }, cancellationToken);
            default:
                return To("availability");
        }
    }

    /// <summary>The month strip alone, for what is typed so far.</summary>
    [HttpGet("free-times")]
    public async Task<IActionResult> FreeTimes(
        [FromQuery] UpdateInput input, [FromQuery] string? freeTimesFrom, CancellationToken cancellationToken) =>
        Managed.Phase == OrderPhase.Coming
            ? PartialView("_FreeTimes", (await pages.EditAsync(
                Managed, input, Tolerant.Date(freeTimesFrom), cancellationToken)).FreeTimes)
            : To("availability");

    private async Task<IActionResult> AgainAsync(
        UpdateInput input, Func<ManagePage, ManagePage> extend, CancellationToken cancellationToken) =>
        this.FormAgain(ManagePages.View, extend(await pages.EditAsync(Managed, input, null, cancellationToken)));
}
