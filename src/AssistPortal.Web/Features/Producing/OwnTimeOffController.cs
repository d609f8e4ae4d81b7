using AssistPortal.Assist;
using AssistPortal.Assist.Access;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Producing;

/// <summary>The producer's own time off.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/time-off")]
public sealed class OwnTimeOffController(OwnProducer own, TimeOffForms forms, IStringLocalizer<ProducersTexts> texts) : Controller
{
    private const string Page = "OwnTimeOff";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { } page ? View(Page, page with { Notice = TempData["Notice"] as string }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(TimeOffInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return Answer(page, await forms.AddAsync(this, page, input, User.UserId(), cancellationToken), texts["Notice.OffAdded"]);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(TimeOffInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } page)
        {
            return NotFound();
        }

        return Answer(page, await forms.RemoveAsync(this, page, input, User.UserId(), cancellationToken), texts["Notice.OffRemoved"]);
    }

    private async Task<TimeOffPage?> FindAsync(CancellationToken cancellationToken) =>
        await own.FindAsync(User, cancellationToken) is { } producer ? await forms.PageAsync(producer, isOwn: true, cancellationToken) : null;

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
