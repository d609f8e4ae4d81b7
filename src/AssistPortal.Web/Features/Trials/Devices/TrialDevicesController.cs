using AssistPortal.Data.Accounts;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>The devices of one trial, and what is done with them. Without such a trial nothing is found.</summary>
public abstract class TrialDevicesController(
    DeviceBook book,
    DeviceDesk desk,
    LabelValidator labelValidator,
    MoreDevicesValidator moreValidator,
    ReaderTimes times,
    IStringLocalizer<DevicePagesTexts> texts) : Controller
{
    private const string Page = "Devices";

    protected Trial Trial { get; private set; } = null!;

    /// <summary>Path of the page.</summary>
    protected abstract string Path { get; }

    /// <summary>Where the page leads back to.</summary>
    protected abstract string BackPath { get; }

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (await FindAsync(HttpContext.RequestAborted) is not { } trial)
        {
            context.Result = NotFound();
            return;
        }

        Trial = trial;
        await base.OnActionExecutionAsync(context, next);
    }

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View(Page, await PageAsync(cancellationToken) with
        {
            Notice = TempData["Notice"] as string,
            Refusal = TempData["Refusal"] as string,
        });

    [HttpPost("{deviceId:guid}/in-use")]
    public async Task<IActionResult> StartUse(Guid deviceId, CancellationToken cancellationToken) =>
        Done(await desk.StartUseAsync(Trial, deviceId, User.UserId(), cancellationToken), texts["Done.InUse"]);

    [HttpPost("{deviceId:guid}/return")]
    public async Task<IActionResult> AnnounceReturn(Guid deviceId, CancellationToken cancellationToken) =>
        Done(await desk.AnnounceReturnAsync(Trial, deviceId, User.UserId(), cancellationToken), texts["Done.Return"]);

    [HttpPost("{deviceId:guid}/picked-up")]
    public async Task<IActionResult> NotePickUp(Guid deviceId, CancellationToken cancellationToken) =>
        Done(await desk.NotePickUpAsync(Trial, deviceId, User.UserId(), cancellationToken), texts["Done.PickedUp"]);

    [HttpPost("{deviceId:guid}/keep")]
    public async Task<IActionResult> Keep(Guid deviceId, CancellationToken cancellationToken) =>
        Done(await desk.KeepAsync(Trial, deviceId, User.UserId(), cancellationToken), texts["Done.Kept"]);

    [HttpPost("{deviceId:guid}/label")]
    public async Task<IActionResult> RequestLabel(Guid deviceId, LabelInput input, CancellationToken cancellationToken)
    {
        var page = await PageAsync(cancellationToken);
        if (!page.Devices.Shipments.SelectMany(shipment => shipment.Devices).Any(device => device.Id == deviceId))
        {
            return NotFound();
        }

        if (!this.Accepts(await labelValidator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, page with { LabelFor = deviceId, Label = input });
        }

        var wish = new LabelWish(Tolerant.Text(input.PostalAddress), input.WithPackaging == CheckTagHelper.Ticked);
        return Done(
            await desk.RequestLabelAsync(Trial, deviceId, wish, User.UserId(), cancellationToken), texts["Done.Label"]);
    }

    [HttpPost("more")]
    public async Task<IActionResult> OrderMore(MoreDevicesInput input, CancellationToken cancellationToken)
    {
        if (DeviceDesk.MayKeep(Trial) && !this.Accepts(await moreValidator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, await PageAsync(cancellationToken) with { More = input });
        }

        return Done(
            await desk.OrderMoreAsync(Trial, Tolerant.Text(input.Text), User.UserId(), cancellationToken),
            texts["Done.More"]);
    }

    /// <summary>The trial that the person may see; null where there is none.</summary>
    protected abstract Task<Trial?> FindAsync(CancellationToken cancellationToken);

    private async Task<DevicesPage> PageAsync(CancellationToken cancellationToken) => new()
    {
        Path = Path,
        BackPath = BackPath,
        Trial = Trial,
        Devices = await book.OfAsync(Trial.Id, cancellationToken),
        Time = await times.OfAsync(User, cancellationToken),
    };

    private IActionResult Done(DeviceOutcome outcome, LocalizedString notice) => outcome switch
    {
        DeviceOutcome.Done => this.Saved(Path, notice),
        DeviceOutcome.AskedInstead => this.Saved(Path, texts["Done.AskedInstead"]),
        DeviceOutcome.Gone => NotFound(),
        _ => this.NotDone(Path, texts[$"Refused.{outcome}"]),
    };
}
