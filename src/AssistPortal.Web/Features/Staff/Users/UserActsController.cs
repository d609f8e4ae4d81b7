using AssistPortal.Assist.People;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>What administrators do with an account beside editing it.</summary>
[Authorize(Roles = PortalRoles.Administrator)]
[CheckedSession]
[Route("staff/users/{id:guid}")]
public sealed class UserActsController(UserBook book, UserFactors factors, IStringLocalizer<UsersTexts> texts)
    : Controller
{
    [HttpPost("deactivate")]
    public async Task<IActionResult> Deactivate(Guid id, CancellationToken cancellationToken) =>
        Done(id, await book.DeactivateAsync(id, User.UserId(), cancellationToken), texts["Notice.Deactivated"]);

    [HttpPost("activate")]
    public async Task<IActionResult> Activate(Guid id, CancellationToken cancellationToken) =>
        Done(id, await book.ActivateAsync(id, User.UserId(), cancellationToken), texts["Notice.Activated"]);

    /// <summary>Signs the person out everywhere.</summary>
    [HttpPost("sign-out")]
    public async Task<IActionResult> EndSessions(Guid id, CancellationToken cancellationToken) =>
        Done(id, await book.SignOutAsync(id, User.UserId(), cancellationToken), texts["Notice.SignedOut"]);

    /// <summary>Takes authenticator and passkeys from somebody who has lost them.</summary>
    [HttpPost("second-factor/remove")]
    public async Task<IActionResult> TakeFactors(Guid id, CancellationToken cancellationToken) =>
        Done(id, await factors.TakeAsync(id, User.UserId(), cancellationToken), texts["Notice.FactorsTaken"]);

    /// <summary>Mails an invitation, or a link to set a new password.</summary>
    [HttpPost("password-link")]
    public async Task<IActionResult> SendLink(Guid id, CancellationToken cancellationToken) =>
        Done(id, await book.SendLinkAsync(id, User.UserId(), cancellationToken), texts["Notice.LinkSent"]);

    private IActionResult Done(Guid id, UserOutcome outcome, LocalizedString notice)
    {
        var path = $"{UserListPage.Path}/{id}";
        return outcome switch
        {
            UserOutcome.Saved => this.Saved(path, notice),
            UserOutcome.OwnAccount => this.NotDone(path, texts["Refusal.OwnAccount"]),
            UserOutcome.Deactivated => this.NotDone(path, texts["Refusal.Deactivated"]),
            UserOutcome.ChangedMeanwhile => this.NotDone(path, texts["Refusal.Changed"]),
            _ => NotFound(),
        };
    }
}
