using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Reopens a completed order, while its invoice can be taken back.</summary>
[Route("staff/orders/{number}/reopen")]
public sealed class ReopenController(
    OrderReader orders,
    OrderReopening reopening,
    Assist.Invoicing.Invoices invoices,
    IValidator<ReopenInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts) : StaffActController(orders)
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(CancellationToken cancellationToken) =>
        await PageAsync(new ReopenInput(), cancellationToken) is { IsPossible: true } page
            ? View("Reopen", page)
            : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Reopen(ReopenInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Reopen", await PageAsync(input, cancellationToken, Tolerant.Number(input.Version)));
        }

        var outcome = await reopening.ReopenAsync(
            Order.Id,
            Tolerant.Number(input.Version) ?? Order.Version,
            Tolerant.Text(input.Reason),
            input.Words(),
            User.UserId(),
            cancellationToken);
        return outcome == DeskOutcome.Done
            ? Done(texts["Reopen.Done"])
            : await ChangedAsync(
                "Reopen", async _ => await PageAsync(input, cancellationToken) with { HasChanged = true });
    }

    private async Task<ReopenPage> PageAsync(
        ReopenInput input, CancellationToken cancellationToken, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        var isPossible = Order.State == OrderState.Completed
            && await invoices.AllowReopeningAsync(Order, cancellationToken);
        var owed = await invoices.FindOwedAsync(Order.Id, cancellationToken);
        return new ReopenPage(Whole, input, owed, isPossible, HasChanged: false);
    }
}
