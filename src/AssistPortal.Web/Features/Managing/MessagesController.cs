using AssistPortal.Assist.Managing;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Write to the coordinators: what was written about an order, and the form to go on.</summary>
[AllowAnonymous]
[ManagedOrder]
[Route(ManagePaths.Order + "/" + ManagePaths.Messages)]
public sealed class MessagesController(
    CorrespondencePages correspondence,
    MessagesToCoordinators messages,
    OrderPages pages,
    IValidator<MessageInput> validator,
    IStringLocalizer<ManagingTexts> texts) : ManagedOrderController
{
    private const string Page = "Messages";

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View(Page, await PageAsync(new MessageInput(), cancellationToken));

    [HttpPost]
    public async Task<IActionResult> Write(MessageInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, await PageAsync(input, cancellationToken));
        }

        var text = Tolerant.Text(input.Message);
        return await messages.WriteAsync(Managed.Whole, Managed.Visitor, text, cancellationToken) is { } wait
            ? this.TooMany(
                Page,
                await PageAsync(input, cancellationToken),
                nameof(input.Message),
                wait,
                time => texts["Messages.TooMany", time])
            : this.Saved(ManagePaths.Of(Order.RequestNumber, ManagePaths.Messages), texts["Messages.Sent"]);
    }

    private async Task<MessagesPage> PageAsync(MessageInput input, CancellationToken cancellationToken) => new(
        pages.Of(Managed.Whole),
        Managed.Visitor.UserId is not null,
        await correspondence.ForCustomerAsync(Order, cancellationToken),
        input);
}
