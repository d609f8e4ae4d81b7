using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Desk;
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

        var result = await desk.AddAsync(input.Read(), User.UserId(), cancellationToken);
        if (result.Outcome == ShipmentOutcome.Saved)
        {
            return this.Saved(PathOf(result.Id), texts["Done.Shipped"]);
        }

        var (field, reason) = result.Outcome switch
        {
            ShipmentOutcome.NumberTaken => (nameof(input.LoanNumber), texts["LoanNumber.Taken"].Value),
            ShipmentOutcome.DeviceOut => (nameof(input.Model), string.Join(' ', result.Out.Select(device =>
                texts["Devices.Out", device.SerialNumber, device.LoanNumber, device.Company].Value))),
            ShipmentOutcome.TrialEnded => (nameof(input.TrialId), texts["TrialId.Ended"].Value),
            ShipmentOutcome.NotNow => (nameof(input.TrialId), texts["TrialId.Changed"].Value),
            _ => (nameof(input.TrialId), texts["TrialId.Missing"].Value),
        };
        return this.Refused(FormPage, await forms.PageAsync(input, cancellationToken), field, reason);
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

        return input.Read() is not { } next ? this.NotDone(PathOf(id), texts["State.Missing"])
            : await desk.MoveAsync(id, next, User.UserId(), cancellationToken) == ShipmentOutcome.Saved
                ? this.Saved(PathOf(id), texts["Done.Moved"])
                : this.NotDone(PathOf(id), texts["Refused.Shipment"]);
    }

    private static string PathOf(Guid id) => $"{ShipmentListPage.Path}/{id}";
}
