using AssistPortal.Assist.Access;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Who may order at a site.</summary>
[Authorize(Roles = StaffRoles.All)]
[Route("staff/sites/{id:int}/members")]
public sealed class MembersController(
    SiteDetailsPages pages, SiteMembers members, MemberValidator validator, IStringLocalizer<SitesTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, new MemberInput(), cancellationToken) is { } page ? View("Members", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(int id, MemberInput input, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, input, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain("Members", page);
        }

        switch (await members.AddAsync(id, Tolerant.Code(input.Email), User.UserId(), cancellationToken))
        {
            case SiteJoining.Added:
                return Done(id, texts["Notice.MemberAdded"]);
            case SiteJoining.Already:
                ModelState.AddModelError(nameof(input.Email), texts["Email.Already"]);
                return this.FormAgain("Members", page);
            default:
                ModelState.AddModelError(nameof(input.Email), texts["Email.Unknown"]);
                return this.FormAgain("Members", page);
        }
    }

    [HttpPost("{userId:guid}/remove")]
    public async Task<IActionResult> Remove(int id, Guid userId, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await members.RemoveAsync(id, userId, User.UserId(), cancellationToken);
        return Done(id, texts["Notice.MemberRemoved"]);
    }

    private LocalRedirectResult Done(int id, LocalizedString notice)
    {
        TempData["Notice"] = notice.Value;
        return LocalRedirect($"/staff/sites/{id}/members");
    }

    private async Task<MembersPage?> PageAsync(int id, MemberInput input, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } site
            ? new MembersPage(site, await members.OfAsync(id, cancellationToken), input)
            : null;
}
