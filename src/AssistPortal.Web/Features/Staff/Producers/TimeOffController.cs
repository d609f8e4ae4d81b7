using AssistPortal.Assist.Access;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>A producer's time off.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/producers/{id:int}/time-off")]
public sealed class TimeOffController(ProducerBook book, TimeOffForms forms, IStringLocalizer<ProducersTexts> texts) : Controller
{
    private const string Page = "TimeOff";

    [HttpGet("")]
    public async Task<IActionResult> Show(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } page ? View(Page, page with { Notice = TempData["Notice"] as string }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(int id, TimeOffInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return Answer(page, await forms.AddAsync(this, page, input, User.UserId(), cancellationToken), texts["Notice.OffAdded"]);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(int id, TimeOffInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return Answer(page, await forms.RemoveAsync(this, page, input, User.UserId(), cancellationToken), texts["Notice.OffRemoved"]);
    }

    private async Task<TimeOffPage?> FindAsync(int id, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } producer ? await forms.PageAsync(producer, isOwn: false, cancellationToken) : null;

    private IActionResult Answer(TimeOffPage page, TimeOffPage? again, LocalizedString notice)
    {
        if (again is not null)
        {
            return again.IsChanged ? this.FormChanged(Page, again) : this.FormAgain(Page, again);
        }

        TempData["Notice"] = notice.Value;
        return LocalRedirect(page.Path);
    }
}
