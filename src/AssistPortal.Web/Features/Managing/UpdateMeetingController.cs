using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Updates;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// The Meeting Lookup page of an update: what becomes of the meeting on the site. Its Next confirms the update.
/// </summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order + "/meeting-lookup")]
public sealed class UpdateMeetingController(
    OrderUpdates updates,
    MeetingRescheduler meetings,
    CancellationQuotes quotes,
    ManagePages pages,
    MeetingValidator validator,
    IStringLocalizer<ManagingTexts> texts,
    IStringLocalizer<TimesTexts> times) : ManagedOrderController
{
    private bool ChangesByItself => Managed.Whole.ChangesMeetingByItself;

    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] MeetingInput left, CancellationToken cancellationToken) =>
        await BegunAsync(cancellationToken) switch
        {
            null => To("availability"),
            { } update when update.OrderVersion != Order.Version => ToTime(),
            { } update => View("MeetingLookup", await PageAsync(update, left, cancellationToken)),
        };

    /// <summary>Whatever leads away from the questions and back to them: the answers come along.</summary>
    [HttpPost("leave")]
    public IActionResult Leave([FromQuery] string? to) => this.GoOn(to, LeftForms.AddressOf(
        Request.Form,
        ManagePaths.Of(Order.RequestNumber, "meeting-lookup"),
        nameof(MeetingInput.ScheduleUpdated),
        nameof(MeetingInput.UpdateNow)));

    /// <summary>Moves the order, then changes the meeting where the portal is to do that.</summary>
    [HttpPost]
    public async Task<IActionResult> Confirm(
        MeetingInput input, [FromForm] string? back, CancellationToken cancellationToken)
    {
        if (await BegunAsync(cancellationToken) is not { } update)
        {
            return await AfterAllAsync(input, cancellationToken);
        }

        if (back is not null || update.OrderVersion != Order.Version)
        {
            return ToTime();
        }

        if (!this.Accepts(validator.Validate(input, update.Start)))
        {
            return this.FormAgain("MeetingLookup", await PageAsync(update, input, cancellationToken));
        }

        var confirmed = new ConfirmedUpdate(FollowUp(input), Tolerant.Number(input.CancellationPercent));
        if (Order.CancellationTerms.At(Managed.Now).Percent > confirmed.SeenPercent)
        {
            ModelState.AddModelError(nameof(input.CancellationPercent), texts["Move.CostsMore"]);
            return this.FormAgain("MeetingLookup", await PageAsync(update, input, cancellationToken));
        }

        if (!updates.Bookable(Order).Contains(update.Start))
        {
            ModelState.AddModelError(nameof(UpdateInput.StartTime), texts["StartTime.NoLonger"]);
            return await BackToTimeAsync(page => page, cancellationToken);
        }

        return await ConfirmAsync(update, confirmed, cancellationToken);
    }

    private async Task<IActionResult> ConfirmAsync(
        OrderUpdate update, ConfirmedUpdate confirmed, CancellationToken cancellationToken)
    {
        switch (await updates.ConfirmAsync(Order, update, confirmed, Managed.Visitor, cancellationToken))
        {
            case MoveAnswer.Reserved:
                if (confirmed.Meeting == MeetingFollowUp.Pending)
                {
                    await meetings.RunAsync(update.Id);
                }

                return To("confirmation");
            case MoveAnswer.Nobody nobody:
                ModelState.AddModelError(nameof(UpdateInput.StartTime), times["Nobody.Title"]);
                return await BackToTimeAsync(
                    page => page with { NobodyFree = NobodyFree.From(nobody, Order.Time) }, cancellationToken);
            default:
                // The same press of the button twice; or somebody else was faster, and the Availability page says so.
                return await WasMovedToAsync(update.Start, cancellationToken) ? To("confirmation") : ToTime();
        }
    }

    /// <summary>Nothing is begun: it was confirmed by an earlier press of the same button, or never.</summary>
    private async Task<IActionResult> AfterAllAsync(MeetingInput input, CancellationToken cancellationToken) =>
        MomentField.Read(input.Start) is { } shown && await WasMovedToAsync(shown, cancellationToken)
            ? To("confirmation")
            : To("availability");

    private async Task<bool> WasMovedToAsync(Instant start, CancellationToken cancellationToken) =>
        await updates.FindLastAsync(Order.Id, cancellationToken) is { } last && last.Start == start;

    private async Task<OrderUpdate?> BegunAsync(CancellationToken cancellationToken) =>
        Managed.Phase == OrderPhase.Coming
            ? await updates.FindBegunAsync(Order.Id, Managed.Visitor, cancellationToken)
            : null;

    /// <summary>The fields of the new time again, as it was begun.</summary>
    private async Task<IActionResult> BackToTimeAsync(
        Func<ManagePage, ManagePage> extend, CancellationToken cancellationToken) =>
        this.FormAgain(ManagePages.View, extend(await pages.EditAsync(Managed, null, null, cancellationToken)));

    /// <summary>
    /// To the fields of the new time, which say so where somebody else has changed the order meanwhile.
    /// </summary>
    private LocalRedirectResult ToTime() => To("availability?update=true");

    private MeetingFollowUp FollowUp(MeetingInput input) => input switch
    {
        { IsNone: true } => MeetingFollowUp.NotScheduled,
        { IsUpdated: true } => MeetingFollowUp.DoneBefore,
        { IsForNow: false } => MeetingFollowUp.Later,
        _ => ChangesByItself ? MeetingFollowUp.Pending : MeetingFollowUp.SchedulingPage,
    };

    private async Task<MeetingPage> PageAsync(
        OrderUpdate update, MeetingInput input, CancellationToken cancellationToken)
    {
        var quote = await quotes.OfAsync(Order, Managed.Now, cancellationToken);
        return new(Managed, input, Order.Time with { Start = update.Start }, quote, ChangesByItself);
    }
}
