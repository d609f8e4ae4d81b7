using AssistPortal.Assist.Access;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>Producers: the list, and new ones.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers")]
public sealed class ProducersController(
    ProducerList list,
    ProducerForms forms,
    ProducerBook book,
    ProducerWords words,
    ReaderTimes times,
    FluentValidation.IValidator<ProducerInput> validator,
    IStringLocalizer<ProducersTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] ProducerListInput input, CancellationToken cancellationToken)
    {
        var time = await times.OfAsync(User, cancellationToken);
        var zone = time.TimeZone;
        var monday = time.Now.InZone(zone).Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        var week = new Interval(LocalDays.Of(monday, zone).Start, LocalDays.Of(monday.PlusDays(7), zone).Start);
        return View("Producers", new ProducerListView
        {
            Input = input,
            Packages = await words.PackagesAsync(cancellationToken),
            Found = await list.ReadAsync(input.Read(), week, cancellationToken),
            Time = time,
            Notice = TempData["Notice"] as string,
        });
    }

    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken) =>
        View("Producer", await forms.NewAsync(input: null, cancellationToken));

    [HttpPost("add")]
    public async Task<IActionResult> AddNew(ProducerInput input, CancellationToken cancellationToken)
    {
        var page = await forms.NewAsync(input, cancellationToken);
        var (isFound, userId) = await forms.AccountAsync(input.Account, cancellationToken);
        if (!isFound)
        {
            ModelState.AddModelError(nameof(input.Account), texts["Account.Unknown"]);
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Producer", page);
        }

        if (await book.AddAsync(input.Read(userId, [.. page.Packages.Keys]), User.UserId(), cancellationToken) is not { } id)
        {
            ModelState.AddModelError(nameof(input.Account), texts["Account.Taken"]);
            return this.FormAgain("Producer", page);
        }

        TempData["Notice"] = texts["Notice.Added"].Value;
        return LocalRedirect($"/staff/producers/{id}/hours");
    }
}
