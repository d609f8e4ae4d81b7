using AssistPortal.Assist.Feeds;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.SignIn.Audit;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>The own account: password, passkeys, second factor, devices, recent sign-ins.</summary>
[Authorize]
[CheckedSession]
[Route(Path)]
public sealed class OwnAccountController(
    PortalDbContext db,
    UserManager<PortalUser> users,
    AccountSessions sessions,
    KnownDevices devices,
    SignInLimits limits,
    OwnAccountPages pages,
    CalendarFeeds feeds,
    IAccountNews news,
    IStringLocalizer<OwnAccountTexts> own,
    IStringLocalizer<AccountsTexts> texts,
    IClock clock) : Controller
{
    public const string Path = "account";

    private const string Page = "OwnAccount";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken) =>
        await users.GetUserAsync(User) is { } user
            ? View(Page, await pages.OfAsync(User, user, new PasswordChangeInput(), cancellationToken) with
            {
                Notice = TempData["Notice"] as string,
                Refusal = TempData["Refusal"] as string,
            })
            : NotFound();

    /// <summary>
    /// Changes the password; the account's other sessions end, and its other devices are known no longer.
    /// </summary>
    [HttpPost("password")]
    public async Task<IActionResult> ChangePassword(PasswordChangeInput input, CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { PasswordHash: not null } user)
        {
            return NotFound();
        }

        ViewData["Here"] = $"/{Path}";
        var page = await pages.OfAsync(User, user, input, cancellationToken);
        if (string.IsNullOrEmpty(input.CurrentPassword))
        {
            return this.Refused(Page, page, nameof(input.CurrentPassword), own["Password.Current.Missing"]);
        }

        if (PasswordRules.FaultOf(input.NewPassword, user) is { } fault)
        {
            return this.Refused(Page, page, nameof(input.NewPassword), texts.Of(fault));
        }

        var counted = await limits.CountOwnPasswordAsync(user.Id, cancellationToken);
        if (counted.Wait is { } wait)
        {
            return this.TooMany(
                Page, page, nameof(input.CurrentPassword), wait, time => own["Password.TooMany", time]);
        }

        news.Tell(user, AccountChange.Password);
        db.Audit(new PasswordChanged(user.Id), user.Id, clock.GetCurrentInstant());
        if (!(await users.ChangePasswordAsync(user, input.CurrentPassword, input.NewPassword!)).Succeeded)
        {
            db.ChangeTracker.Clear();
            return this.Refused(Page, page, nameof(input.CurrentPassword), own["Password.Current.Wrong"]);
        }

        await limits.TakeBackAsync(counted, cancellationToken);
        await devices.ForgetOthersAsync(user.Id, User.SessionId(), cancellationToken);
        await sessions.RenewAsync(HttpContext, user);
        return this.Saved($"/{Path}", own["Notice.Password"]);
    }

    [HttpPost("devices/{id:guid}/sign-out")]
    public async Task<IActionResult> SignOutDevice(Guid id, CancellationToken cancellationToken) =>
        await devices.ForgetAsync(User.UserId(), id, cancellationToken)
            ? this.Saved($"/{Path}", own["Notice.Device"])
            : NotFound();

    /// <summary>
    /// Ends all sessions, this one too, and the calendar feed, of which somebody else may have made the address.
    /// </summary>
    [HttpPost("sign-out-everywhere")]
    public async Task<IActionResult> SignOutEverywhere(CancellationToken cancellationToken)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return NotFound();
        }

        await feeds.RevokeAsync(user.Id, cancellationToken);
        db.Audit(new SignedOutEverywhere(user.Id), user.Id, clock.GetCurrentInstant());
        await users.UpdateSecurityStampAsync(user);
        await devices.ForgetOthersAsync(user.Id, sessionId: null, cancellationToken);
        await sessions.LeaveAsync(HttpContext);
        return LocalRedirect("/account/signed-out");
    }
}
