using AssistPortal.Assist;
using AssistPortal.Assist.Notices;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Notices;

/// <summary>What happened to a producer's own orders.</summary>
[Authorize(Roles = AssistRoles.Producer)]
[Route("producer/notices")]
public sealed class OwnNoticesController(
    ProducerNotices notices, SeenNotices seen, ReaderTimes times, IStringLocalizer<NoticesTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        View("Notices", new NoticesPage
        {
            Notices = await notices.ListAsync(User.UserId(), cancellationToken),
            Time = await times.OfAsync(User, cancellationToken),
            Path = "producer/notices",
            Orders = "producer/orders",
            Done = TempData["Notice"] as string,
        });

    [HttpPost("seen")]
    public async Task<IActionResult> MarkAsSeen(SeenInput input, CancellationToken cancellationToken)
    {
        await seen.MarkAsync(User.UserId(), NoticeArea.Producer, NoticesPage.ReadAtOf(input.Until), cancellationToken);
        return this.Saved("~/producer/notices", texts["Seen.Done"]);
    }
}
