using AssistPortal.Assist;
using AssistPortal.Assist.Access;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The producer's own weekly hours and exceptional days.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/hours")]
public sealed class OwnHoursController(OwnProducer own, HoursForms forms, IStringLocalizer<ProducersTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await own.FindAsync(User, cancellationToken) is { } producer
            ? View("OwnHours", await forms.PageAsync(producer, isOwn: true, cancellationToken) with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(HoursInput input, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(User, cancellationToken) is not { } producer)
        {
            return NotFound();
        }

        var page = await forms.PageAsync(producer, isOwn: true, cancellationToken);
        if (await forms.SaveAsync(this, page, input, User.UserId(), cancellationToken) is { } again)
        {
            return again.IsChanged ? this.FormChanged("OwnHours", again) : this.FormAgain("OwnHours", again);
        }

        TempData["Notice"] = texts["Notice.Saved"].Value;
        return LocalRedirect(page.Path);
    }
}
