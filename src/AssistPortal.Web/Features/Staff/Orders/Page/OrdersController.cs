using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Staff.Orders.Acts;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>An order as coordinators see it, with the acts that need no page of their own.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}")]
public sealed class OrdersController(
    OrderReader orders,
    StaffOrderPages pages,
    OrderListPlace place,
    OrderDesk desk,
    AccessLinks links,
    IValidator<NoteInput> notes,
    IStringLocalizer<StaffOrderTexts> texts,
    IStringLocalizer<StaffOrderActsTexts> refusals,
    IStringLocalizer<OrdersTexts> acts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number, CancellationToken cancellationToken) =>
        await orders.FindByNumberAsync(number, cancellationToken) is { } whole
            ? View("Order", await pages.OfAsync(whole, HttpContext, cancellationToken) with
            {
                Notice = TempData["Notice"] as string,
            })
            : NotFound();

    /// <summary>Mails the customer a new link; the former ones end.</summary>
    [HttpPost("access-link")]
    public async Task<IActionResult> SendLink(string number, CancellationToken cancellationToken) =>
        await orders.FindByNumberAsync(number, cancellationToken) is { } whole
            ? Back(whole, await links.SendAsync(whole, User.UserId(), cancellationToken)
                ? texts["Link.Sent", whole.Order.Contact.Email]
                : texts["Link.Late"])
            : NotFound();

    /// <summary>Tells the other coordinators something.</summary>
    /// <param name="number">The order's.</param>
    /// <param name="input">The note.</param>
    /// <param name="beside">What was typed beside it.</param>
    /// <param name="cancellationToken">Nothing is told then.</param>
    [HttpPost("note")]
    public async Task<IActionResult> AddNote(
        string number, NoteInput input, MessageInput beside, CancellationToken cancellationToken) =>
        await AcceptAsync(
            number,
            notes.Validate(input),
            page => page with { Note = input, Message = beside },
            cancellationToken)
            ?? await ActAsync(
                number,
                (whole, stop) => desk.NoteAsync(
                    whole.Order.Id, Tolerant.Text(input.Note), input.IsMarked, User.UserId(), stop),
                texts[input.IsMarked ? "Note.Saved.Marked" : "Note.Saved"],
                cancellationToken,
                page => page with { Note = input, Message = beside });

    /// <summary>A matter has been dealt with.</summary>
    [HttpPost("settle")]
    public async Task<IActionResult> Settle(string number, SettleInput input, CancellationToken cancellationToken) =>
        Enum.TryParse<AttentionReason>(Tolerant.Code(input.Reason), ignoreCase: true, out var reason)
            && Enum.IsDefined(reason)
            ? await ActAsync(
                number,
                (whole, stop) => desk.SettleAsync(whole.Order.Id, reason, User.UserId(), stop),
                texts["Settle.Done"],
                cancellationToken)
            : NotFound();

    private async Task<IActionResult?> AcceptAsync(
        string number,
        ValidationResult result,
        Func<StaffOrderPage, StaffOrderPage> with,
        CancellationToken cancellationToken)
    {
        if (this.Accepts(result))
        {
            return null;
        }

        return await orders.FindByNumberAsync(number, cancellationToken) is { } whole
            ? this.FormAgain("Order", with(await pages.OfAsync(whole, HttpContext, cancellationToken)))
            : NotFound();
    }

    private async Task<IActionResult> ActAsync(
        string number,
        Func<OrderWithRelations, CancellationToken, Task<DeskOutcome>> act,
        LocalizedString notice,
        CancellationToken cancellationToken,
        Func<StaffOrderPage, StaffOrderPage>? withTyped = null)
    {
        if (await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        var outcome = await act(whole, cancellationToken);
        if (outcome == DeskOutcome.Done)
        {
            return Back(whole, notice);
        }

        var now = (await orders.FindByNumberAsync(number, cancellationToken))!;
        var page = await pages.OfAsync(now, HttpContext, cancellationToken) with
        {
            Refusal = outcome == DeskOutcome.ChangedMeanwhile ? acts["Act.Changed"] : refusals["Refusal.NotPossible"],
        };
        return this.Changed("Order", withTyped is null ? page : withTyped(page));
    }

    private LocalRedirectResult Back(OrderWithRelations whole, LocalizedString notice) =>
        this.Saved(place.PathOf(whole.Order.RequestNumber, Request), notice);
}
