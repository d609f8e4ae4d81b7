using AssistPortal.Assist.Access;
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
    OrganisationPeople people, OrganisationAdministrators administrators, IStringLocalizer<MyUsersTexts> texts) : Controller
{
    /// <summary>Makes somebody an administrator, who is invited to sign in.</summary>
    [HttpPost("appoint")]
    public async Task<IActionResult> Appoint(Guid id, CancellationToken cancellationToken) => Done(
        await administrators.AppointAsync(id, User.UserId(), cancellationToken),
        MyUserPage.PathOf(id),
        MyUserPage.PathOf(id),
        texts["Notice.Appointed"]);

    /// <summary>Takes the role from an administrator, who stays a user.</summary>
    [HttpPost("dismiss")]
    public async Task<IActionResult> Dismiss(Guid id, CancellationToken cancellationToken) => Done(
        await administrators.DismissAsync(id, User.UserId(), cancellationToken),
        MyUserPage.PathOf(id),
        MyUserPage.PathOf(id),
        texts["Notice.Dismissed"]);

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken cancellationToken) => Done(
        await people.RemoveAsync(id, User.UserId(), cancellationToken),
        MyUserListPage.Path,
        MyUserPage.PathOf(id),
        texts["Notice.Removed"]);

    private IActionResult Done(PeopleResult result, string path, string refusedPath, LocalizedString notice)
    {
        switch (result.Outcome)
        {
            case PeopleOutcome.Saved:
                TempData["Notice"] = notice.Value;
                return this.SeeOther($"~{path}");
            case PeopleOutcome.LastAdministrator:
                TempData["Refusal"] = texts["Refusal.Last"].Value;
                return this.SeeOther($"~{refusedPath}");
            case PeopleOutcome.OwnAccount:
                TempData["Refusal"] = texts["Refusal.Own"].Value;
                return this.SeeOther($"~{refusedPath}");
            case PeopleOutcome.AddressTaken:
                TempData["Refusal"] = texts["Refusal.Taken"].Value;
                return this.SeeOther($"~{refusedPath}");
            default:
                return NotFound();
        }
    }
}
