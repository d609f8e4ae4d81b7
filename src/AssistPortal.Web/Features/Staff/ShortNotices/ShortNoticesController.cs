using AssistPortal.Assist.Ordering;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Features.Staff.ShortNotices;

/// <summary>Lets hosts place one order each sooner than the lead time.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/short-notice")]
public sealed class ShortNoticesController(
    ShortNoticeDesk desk,
    StaffTimes times,
    IValidator<ShortNoticeInput> validator,
    IOptions<OrderingOptions> options,
    IStringLocalizer<ShortNoticesTexts> texts) : Controller
{
    /// <summary>The list and the form.</summary>
    /// <param name="email">The host to begin with, as an order's page names it.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] string? email, CancellationToken cancellationToken) =>
        View("ShortNotices", await PageAsync(new ShortNoticeInput { Email = email }, cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Grant(ShortNoticeInput input, CancellationToken cancellationToken)
    {
        if (this.Accepts(validator.Validate(input)))
        {
            if (await desk.GrantAsync(Tolerant.Code(input.Email), Tolerant.Text(input.Reason), User.UserId(), cancellationToken) is { } given)
            {
                var time = await times.OfAsync(User, cancellationToken);
                return Done(texts["Notice.Given", time.Full(given.ExpiresAt)]);
            }

            ModelState.AddModelError(nameof(input.Email), texts["Email.Unknown"]);
        }

        return this.FormAgain("ShortNotices", await PageAsync(input, cancellationToken));
    }

    [HttpPost("{userId:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid userId, CancellationToken cancellationToken) =>
        Done(texts[await desk.WithdrawAsync(userId, User.UserId(), cancellationToken) ? "Notice.Withdrawn" : "Notice.Gone"]);

    private LocalRedirectResult Done(LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect("/staff/short-notice");
    }

    private async Task<ShortNoticesPage> PageAsync(ShortNoticeInput input, CancellationToken cancellationToken) => new(
        await desk.UnusedAsync(cancellationToken),
        input,
        options.Value.LeadTimeDays,
        options.Value.UpdateNoticeHours,
        await times.OfAsync(User, cancellationToken));
}
