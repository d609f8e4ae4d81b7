using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Times;
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
    ReaderTimes times,
    IValidator<ShortNoticeInput> validator,
    IOptions<BookingOptions> options,
    IStringLocalizer<ShortNoticesTexts> texts) : Controller
{
    private const string Page = "ShortNotices";
    private const string Path = "/staff/short-notice";

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View(Page, await PageAsync(new ShortNoticeInput(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Grant(ShortNoticeInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain(Page, await PageAsync(input, cancellationToken));
        }

        if (await desk.FindHostAsync(Tolerant.Email(input.Email), cancellationToken) is not { } hostId)
        {
            return this.Refused(
                Page, await PageAsync(input, cancellationToken), nameof(input.Email), texts["Email.Unknown"]);
        }

        var until = await desk.GrantAsync(hostId, Tolerant.Text(input.Reason), User.UserId(), cancellationToken);
        return this.Saved(Path, texts["Notice.Given", (await times.OfAsync(User, cancellationToken)).Full(until)]);
    }

    [HttpPost("{userId:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid userId, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(userId, User.UserId(), cancellationToken)
            ? this.Saved(Path, texts["Notice.Withdrawn"])
            : this.Saved(Path, texts["Notice.Gone"]);

    private async Task<ShortNoticesPage> PageAsync(ShortNoticeInput input, CancellationToken cancellationToken) => new(
        await desk.UnusedAsync(cancellationToken),
        input,
        options.Value.LeadTimeDays,
        options.Value.UpdateNoticeHours,
        await times.OfAsync(User, cancellationToken));
}
