using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>What administrators do with a user beside changing services.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial/users/{id:guid}")]
public sealed class MyUserActsController(
    OrganisationPeople people,
    OrganisationAdministrators administrators,
    IStringLocalizer<MyUsersTexts> texts) : Controller
{
    /// <summary>Makes somebody an administrator, who is invited to sign in.</summary>
    [HttpPost("appoint")]
    public async Task<IActionResult> Appoint(Guid id, CancellationToken cancellationToken) => Done(
        id,
        await administrators.AppointAsync(id, User.UserId(), cancellationToken),
        MyUserPage.PathOf(id),
        texts["Notice.Appointed"]);

    /// <summary>Takes the role from an administrator, who stays a user.</summary>
    [HttpPost("dismiss")]
    public async Task<IActionResult> Dismiss(Guid id, CancellationToken cancellationToken) => Done(
        id,
        await administrators.DismissAsync(id, User.UserId(), cancellationToken),
        MyUserPage.PathOf(id),
        texts["Notice.Dismissed"]);

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken) => Done(
        id,
        await people.RemoveAsync(id, User.UserId(), cancellationToken),
        MyUserListPage.Path,
        texts["Notice.Removed"]);

    private StatusCodeResult Done(Guid id, PeopleResult result, string path, LocalizedString notice) =>
        result.Outcome switch
    {
        PeopleOutcome.Saved => this.SeeOther($"~{path}", notice),
        PeopleOutcome.LastAdministrator => Refused(id, texts["Refusal.Last"]),
        PeopleOutcome.OwnAccount => Refused(id, texts["Refusal.Own"]),
        PeopleOutcome.AddressTaken => Refused(id, texts["Refusal.Taken"]),
        _ => NotFound(),
    };

    private StatusCodeResult Refused(Guid id, LocalizedString reason) =>
        this.SeeOther($"~{MyUserPage.PathOf(id)}", refusal: reason);
}
