using AssistPortal.Assist.People;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Users and their roles: list, add, edit.</summary>
[Authorize(Roles = PortalRoles.Administrator)]
[Route("staff/users")]
public sealed class UsersController(
    UserList list,
    UserPages pages,
    UserBook book,
    UserValidator validator,
    RoleWords roles,
    IStringLocalizer<UsersTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    private const string Page = "User";

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] UserListInput input, CancellationToken cancellationToken) =>
        View("Users", await list.ReadAsync(input, cancellationToken) with { Notice = TempData["Notice"] as string });

    [HttpGet("add")]
    public async Task<IActionResult> Add(CancellationToken cancellationToken) =>
        View(Page, await pages.NewAsync(new UserInput(), cancellationToken));

    [CheckedSession]
    [HttpPost("add")]
    public async Task<IActionResult> AddNew(UserInput input, CancellationToken cancellationToken)
    {
        input.WithTicked(Request.Form);
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, await pages.NewAsync(input, cancellationToken));
        }

        var (outcome, id) = await book.AddAsync(input.Read(roles.All), User.UserId(), cancellationToken);
        return outcome == UserOutcome.Saved
            ? this.Saved($"{UserListPage.Path}/{id}", texts["Notice.Added", Tolerant.Email(input.Email)])
            : this.Refused(
                Page, await pages.NewAsync(input, cancellationToken), nameof(input.Email), texts["Email.Taken"]);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.OfAsync(id, input: null, User.UserId(), cancellationToken) is { } page
            ? View(Page, page with { Notice = TempData["Notice"] as string, Refusal = TempData["Refusal"] as string })
            : NotFound();

    [CheckedSession]
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, UserInput input, CancellationToken cancellationToken)
    {
        input.WithTicked(Request.Form);
        if (await pages.OfAsync(id, input, User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, page);
        }

        return await book.ChangeAsync(id, input.Version, input.Read(roles.All), User.UserId(), cancellationToken) switch
        {
            UserOutcome.Saved => this.Saved(page.Path, texts["Notice.Changed"]),
            UserOutcome.EmailTaken => this.Refused(Page, page, nameof(input.Email), texts["Email.Taken"]),
            UserOutcome.OwnAccount => this.Refused(Page, page, nameof(input.Roles), texts["Roles.Own"]),
            UserOutcome.ChangedMeanwhile => this.Changed(
                Page, await pages.AgainAsync(id, input, User.UserId(), cancellationToken), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }
}
