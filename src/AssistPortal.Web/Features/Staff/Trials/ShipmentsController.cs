using AssistPortal.Assist.Access;
using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Desk;
using AssistPortal.Trials.Devices;
using AssistPortal.Web.Features.Trials;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Shipments: list, make one, note where it is.</summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials/shipments")]
public sealed class ShipmentsController(
    ShipmentList list,
    ShipmentDesk desk,
    ShipmentForms forms,
    ShipmentValidator validator,
    ReaderTimes times,
    IStringLocalizer<HelpDeskTexts> texts) : Controller
{
    private const string FormPage = "NewShipment";

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] ShipmentListInput input, CancellationToken cancellationToken) =>
        View("Shipments", await list.ReadAsync(input, await times.OfAsync(User, cancellationToken), cancellationToken));

    [HttpGet("new")]
    public async Task<IActionResult> New([FromQuery] ShipmentInput input, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return View(FormPage, await forms.PageAsync(input, cancellationToken));
    }

    [HttpPost("new")]
    public async Task<IActionResult> Add(ShipmentInput input, CancellationToken cancellationToken)
    {
        input.WithRows(Request.Form);
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(FormPage, await forms.PageAsync(input, cancellationToken));
        }

        var (outcome, id) = await desk.AddAsync(input.Read(), User.UserId(), cancellationToken);
        switch (outcome)
        {
            case ShipmentOutcome.Saved:
                TempData["Notice"] = texts["Done.Shipped"].Value;
                return LocalRedirect($"{ShipmentListPage.Path}/{id}");
            case ShipmentOutcome.NumberTaken:
                ModelState.AddModelError(nameof(input.LoanNumber), texts["LoanNumber.Taken"]);
                break;
            case ShipmentOutcome.TrialEnded:
                ModelState.AddModelError(nameof(input.TrialId), texts["TrialId.Ended"]);
                break;
            case ShipmentOutcome.NotNow:
                ModelState.AddModelError(nameof(input.TrialId), texts["TrialId.Changed"]);
                break;
            default:
                ModelState.AddModelError(nameof(input.TrialId), texts["TrialId.Missing"]);
                break;
        }

        return this.FormAgain(FormPage, await forms.PageAsync(input, cancellationToken));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await list.FindAsync(shipment => shipment.Id == id, cancellationToken) is [var row]
            ? View("Shipment", new ShipmentPage(row, await times.OfAsync(User, cancellationToken))
            {
                Notice = TempData["Notice"] as string,
                Refusal = TempData["Refusal"] as string,
            })
            : NotFound();

    [HttpPost("{id:guid}/state")]
    public async Task<IActionResult> Move(Guid id, ShipmentStateInput input, CancellationToken cancellationToken)
    {
        if (await list.FindAsync(shipment => shipment.Id == id, cancellationToken) is not [_])
        {
            return NotFound();
        }

        var chosen = Enum.GetValues<ShipmentState>()
            .Where(state => StateKey.Of(state) == Tolerant.Code(input.State))
            .ToList();
        if (chosen is not [var next])
        {
            TempData["Refusal"] = texts["State.Missing"].Value;
            return LocalRedirect($"{ShipmentListPage.Path}/{id}");
        }

        var outcome = await desk.MoveAsync(id, next, User.UserId(), cancellationToken);
        (TempData["Notice"], TempData["Refusal"]) = outcome == ShipmentOutcome.Saved
            ? (texts["Done.Moved"].Value, null)
            : ((string?)null, texts["Refused.Shipment"].Value);
        return LocalRedirect($"{ShipmentListPage.Path}/{id}");
    }
}
