using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>Partners and who administers them.</summary>
[Authorize(Roles = TrialRoles.HelpDesk)]
[Route("staff/trials/partners")]
public sealed class PartnersController(
    PartnerBook book,
    PartnerValidator validator,
    PartnerMemberValidator memberValidator,
    IStringLocalizer<HelpDeskTexts> texts) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) =>
        View("Partners", await ListAsync(new PartnerInput(), cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Add(PartnerInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Partners", await ListAsync(input, cancellationToken));
        }

        var added = await book.AddAsync(
            Tolerant.Text(input.Name),
            Tolerant.Email(input.Email),
            Tolerant.Code(input.Phone),
            User.UserId(),
            cancellationToken);
        return added is { } id
            ? this.Saved(PathOf(id), texts["Done.PartnerAdded"])
            : this.Refused(
                "Partners", await ListAsync(input, cancellationToken), nameof(input.Name), texts["Partner.Name.Taken"]);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await PageAsync(id, new PartnerMemberInput(), cancellationToken) is { } page
            ? View("Partner", page)
            : NotFound();

    [HttpPost("{id:guid}/administrators")]
    public async Task<IActionResult> AddAdministrator(
        Guid id, PartnerMemberInput input, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, input, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(await memberValidator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain("Partner", page);
        }

        var outcome = await book.JoinAsync(id, Tolerant.Email(input.Email), User.UserId(), cancellationToken);
        return outcome == PartnerJoining.Added
            ? this.Saved(PathOf(id), texts["Done.AdministratorAdded"])
            : this.Refused("Partner", page, nameof(input.Email), texts[$"Member.{outcome}"]);
    }

    [HttpPost("{id:guid}/administrators/{userId:guid}/remove")]
    public async Task<IActionResult> RemoveAdministrator(Guid id, Guid userId, CancellationToken cancellationToken) =>
        await book.LeaveAsync(id, userId, User.UserId(), cancellationToken)
            ? this.Saved(PathOf(id), texts["Done.AdministratorRemoved"])
            : NotFound();

    private static string PathOf(Guid id) => $"{PartnerListPage.Path}/{id}";

    private async Task<PartnerListPage> ListAsync(PartnerInput input, CancellationToken cancellationToken) =>
        new(await book.AllAsync(cancellationToken), input);

    private async Task<PartnerPage?> PageAsync(
        Guid id, PartnerMemberInput input, CancellationToken cancellationToken) =>
        await book.FindAsync(id, cancellationToken) is { } partner
            ? new PartnerPage(partner, await book.AdministratorsAsync(id, cancellationToken), input)
            : null;
}
