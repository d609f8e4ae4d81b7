using AssistPortal.Assist.Notices;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Notices;

/// <summary>What happened to orders, for staff.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/notices")]
public sealed class StaffNoticesController(
    StaffNotices notices, SeenNotices seen, ReaderTimes times, IStringLocalizer<NoticesTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] string? mine, CancellationToken cancellationToken)
    {
        var isOnlyMine = Tolerant.Code(mine).Length > 0;
        return View("Notices", new NoticesPage
        {
            Notices = await notices.ListAsync(User.UserId(), isOnlyMine, cancellationToken),
            Time = await times.OfAsync(User, cancellationToken),
            Path = "staff/notices",
            Orders = "staff/orders",
            IsOnlyMine = isOnlyMine,
            Done = TempData["Notice"] as string,
        });
    }

    [HttpPost("seen")]
    public async Task<IActionResult> MarkAsSeen(SeenInput input, CancellationToken cancellationToken)
    {
        await seen.MarkAsync(User.UserId(), NoticeArea.Staff, NoticesPage.ReadAtOf(input.Until), cancellationToken);
        return this.Saved("~/staff/notices", texts["Seen.Done"]);
    }
}
