using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>What coordinators write to the customer of an order.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/orders/{number}/messages")]
public sealed class OrderMessagesController(
    OrderReader orders,
    StaffOrderPages pages,
    OrderListPlace place,
    MessagesToCustomer messages,
    IValidator<MessageInput> validator,
    IStringLocalizer<StaffOrderTexts> texts) : Controller
{
    /// <summary>Writes it.</summary>
    /// <param name="number">The order's.</param>
    /// <param name="input">The message.</param>
    /// <param name="beside">What was typed beside it.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    [HttpPost]
    public async Task<IActionResult> Write(
        string number, MessageInput input, NoteInput beside, CancellationToken cancellationToken)
    {
        if (await orders.FindByNumberAsync(number, cancellationToken) is not { } whole)
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(
                "Order",
                await pages.OfAsync(whole, HttpContext, cancellationToken) with { Message = input, Note = beside });
        }

        await messages.WriteAsync(whole, Tolerant.Text(input.Message), User.UserId(), cancellationToken);
        return this.Saved(
            place.PathOf(whole.Order.RequestNumber, Request), texts["Messages.Sent", whole.Order.Contact.Email]);
    }
}
