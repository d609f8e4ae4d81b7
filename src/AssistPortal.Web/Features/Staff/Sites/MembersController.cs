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
    SiteDetailsPages pages, SiteMembers members, MemberValidator validator, IStringLocalizer<SitesTexts> texts)
    : Controller
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

        return await members.AddAsync(id, Tolerant.Email(input.Email), User.UserId(), cancellationToken) switch
        {
            SiteJoining.Added => this.Saved(PathOf(id), texts["Notice.MemberAdded"]),
            SiteJoining.Already => this.Refused("Members", page, nameof(input.Email), texts["Email.Already"]),
            _ => this.Refused("Members", page, nameof(input.Email), texts["Email.Unknown"]),
        };
    }

    [HttpPost("{userId:guid}/remove")]
    public async Task<IActionResult> Remove(int id, Guid userId, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is null)
        {
            return NotFound();
        }

        await members.RemoveAsync(id, userId, User.UserId(), cancellationToken);
        return this.Saved(PathOf(id), texts["Notice.MemberRemoved"]);
    }

    private static string PathOf(int id) => $"/staff/sites/{id}/members";

    private async Task<MembersPage?> PageAsync(int id, MemberInput input, CancellationToken cancellationToken) =>
        await pages.FindAsync(id, cancellationToken) is { } site
            ? new MembersPage(site, await members.OfAsync(id, cancellationToken), input)
            : null;
}
