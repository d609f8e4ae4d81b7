using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>
/// Lifts what a customer's move has kept: the share of the fee that cancelling costs at least from then on.
/// </summary>
[Route("staff/orders/{number}/fee-lock")]
public sealed class FeeLockController(
    OrderReader orders,
    OrderDesk desk,
    IValidator<FeeLockInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts) : StaffActController(orders)
{
    [HttpGet("")]
    public IActionResult Ask() =>
        Order.CanLiftLeastCancellation ? View("FeeLock", Page(new FeeLockInput())) : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Lift(FeeLockInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("FeeLock", Page(input, Tolerant.Number(input.Version)));
        }

        var outcome = await desk.LiftFeeLockAsync(
            Order.Id,
            Tolerant.Number(input.Version) ?? Order.Version,
            Tolerant.Text(input.Reason),
            input.Words(),
            User.UserId(),
            cancellationToken);
        return outcome == DeskOutcome.Done
            ? Done(texts["FeeLock.Done"])
            : await ChangedAsync("FeeLock", now => Task.FromResult<object>(Page(input) with { HasChanged = true }));
    }

    private FeeLockPage Page(FeeLockInput input, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        return new FeeLockPage(Whole, input, HasChanged: false);
    }
}
