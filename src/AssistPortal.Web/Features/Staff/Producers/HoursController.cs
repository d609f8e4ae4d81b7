using AssistPortal.Assist.Access;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's weekly hours and exceptional days.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}/hours")]
public sealed class HoursController(ProducerBook book, HoursForms forms, IStringLocalizer<ProducersTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer
            ? View("Hours", await forms.PageAsync(producer, isOwn: false, cancellationToken) with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(int id, HoursInput input, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } producer)
        {
            return NotFound();
        }

        var page = await forms.PageAsync(producer, isOwn: false, cancellationToken);
        if (await forms.SaveAsync(this, page, input, User.UserId(), cancellationToken) is { } again)
        {
            return again.IsChanged ? this.FormChanged("Hours", again) : this.FormAgain("Hours", again);
        }

        TempData["Notice"] = texts["Notice.Saved"].Value;
        return LocalRedirect(page.Path);
    }
}
