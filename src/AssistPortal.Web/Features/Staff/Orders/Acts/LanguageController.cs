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
/// Tells the customer whether the asked language can be had, or otherwise than before. The page says what follows from
/// it before it is done; a plain yes comes from the order's page at once.
/// </summary>
[Route("staff/orders/{number}/language")]
public sealed class LanguageController(
    OrderReader orders,
    OrderDesk desk,
    IValidator<LanguageInput> validator,
    IStringLocalizer<StaffOrderActsTexts> texts) : StaffActController(orders)
{
    [HttpGet("")]
    public IActionResult Ask([FromQuery] string? confirmed) =>
        IsPossible ? View("Language", Page(new LanguageInput { Confirmed = confirmed })) : LocalRedirect(Path);

    [HttpPost("")]
    public async Task<IActionResult> Answer(LanguageInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Language", Page(input, Tolerant.Number(input.Version)));
        }

        var isConfirmed = input.IsConfirmed!.Value;
        var outcome = await desk.AnswerLanguageAsync(
            Order.Id,
            Tolerant.Number(input.Version) ?? Order.Version,
            isConfirmed,
            input.Words(),
            User.UserId(),
            cancellationToken);
        return outcome == DeskOutcome.Done
            ? Done(texts[isConfirmed ? "Language.Confirmed" : "Language.Declined"])
            : await ChangedAsync("Language", now => Task.FromResult<object>(Page(input) with { HasChanged = true }));
    }

    private bool IsPossible => Order.State == OrderState.Placed && Order.LanguageAnswer != LanguageAnswer.NotNeeded;

    private LanguagePage Page(LanguageInput input, int? version = null)
    {
        input.Version = $"{version ?? Order.Version}";
        return new LanguagePage(Whole, input, IsPossible, HasChanged: false);
    }
}
