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
    ProducerReader reader,
    ProducerBook book,
    ProducerWords words,
    ReaderTimes times,
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
        var (details, result) = await reader.ReadAsync(input, [.. page.Packages.Keys], cancellationToken);
        if (!this.Accepts(result))
        {
            return this.FormAgain("Producer", page);
        }

        return await book.AddAsync(details!, User.UserId(), cancellationToken) is { } id
            ? this.Saved($"/staff/producers/{id}/hours", texts["Notice.Added"])
            : this.Refused("Producer", page, nameof(input.Account), texts["Account.Taken"]);
    }
}
