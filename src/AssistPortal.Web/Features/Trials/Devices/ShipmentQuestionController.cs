using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lending;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>Where is my shipment? The partner help desk answers.</summary>
[Authorize(Roles = TrialRoles.PartnerAdministrator)]
[Route("trials/shipment-question")]
public sealed class ShipmentQuestionController(
    ShipmentQuestions questions,
    ShipmentQuestionValidator validator,
    ReaderTimes times,
    IStringLocalizer<DevicePagesTexts> texts) : Controller
{
    private const string Page = "ShipmentQuestion";

    [HttpGet("")]
    public async Task<IActionResult> Form(CancellationToken cancellationToken) =>
        View(Page, await PageAsync(new ShipmentQuestionInput(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Ask(ShipmentQuestionInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, await PageAsync(input, cancellationToken));
        }

        await questions.AskAsync(
            LoanNumber.Of(input.LoanNumber), Tolerant.Text(input.Question), User.UserId(), cancellationToken);
        return this.Saved("/trials/shipment-question", texts["Question.Sent", LoanNumber.Of(input.LoanNumber)]);
    }

    private async Task<ShipmentQuestionPage> PageAsync(
        ShipmentQuestionInput input, CancellationToken cancellationToken) => new(
        input,
        await questions.OfAsync(User.UserId(), cancellationToken),
        await times.OfAsync(User, cancellationToken));
}
