using AssistPortal.Data.Accounts;
using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>An organisation's users and their services: list, add, change.</summary>
[Authorize(Roles = TrialRoles.CustomerAdministrator)]
[Route("my-trial/users")]
public sealed class MyUsersController(
    MyUserPages pages,
    OrganisationPeople people,
    MyUserValidator validator,
    NewMyUserValidator newValidator,
    MyUserDifferences differences,
    TrialWording wording,
    IStringLocalizer<MyUsersTexts> texts,
    IStringLocalizer<SharedTexts> shared) : Controller
{
    private const string ListView = "MyUsers";
    private const string PageView = "MyUser";

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] MyUserListInput filter, CancellationToken cancellationToken) =>
        await pages.ListAsync(filter, new NewMyUserInput(), User.UserId(), cancellationToken) is { } page
            ? View(ListView, page with { Notice = TempData["Notice"] as string })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(NewMyUserInput input, CancellationToken cancellationToken)
    {
        input.ReadTicked(Request.Form);
        if (await pages.ListAsync(new MyUserListInput(), input, User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(newValidator.Validate(input)))
        {
            return this.FormAgain(ListView, page);
        }

        var person = new PersonDetails(Tolerant.Email(input.Email), Tolerant.Text(input.Name), input.Chosen);
        var result = await people.AddAsync(person, User.UserId(), cancellationToken);
        return result.Outcome switch
        {
            PeopleOutcome.Saved => this.SeeOther($"~{MyUserListPage.Path}", texts["Notice.Added", person.Email]),
            PeopleOutcome.Gone => NotFound(),
            PeopleOutcome.Already => this.Refused(ListView, page, nameof(input.Email), texts["Email.Already"]),
            PeopleOutcome.NoLicence => NoLicence(ListView, page, result),
            _ => this.Refused(ListView, page, nameof(input.Email), texts["Email.Taken"]),
        };
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellationToken) =>
        await pages.OfAsync(id, input: null, User.UserId(), cancellationToken) is { } page
            ? View(
                PageView, page with { Notice = TempData["Notice"] as string, Refusal = TempData["Refusal"] as string })
            : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Save(Guid id, MyUserInput input, CancellationToken cancellationToken)
    {
        input.ReadTicked(Request.Form);
        if (await pages.OfAsync(id, input, User.UserId(), cancellationToken) is not { } page)
        {
            return NotFound();
        }

        if (!this.Accepts(validator.Validate(input)))
        {
            return this.FormAgain(PageView, page);
        }

        var result = await people.ChangeAsync(
            id, input.Seen, Tolerant.Text(input.Name), input.Chosen, User.UserId(), cancellationToken);
        return result.Outcome switch
        {
            PeopleOutcome.Saved => this.SeeOther($"~{page.Path}", texts["Notice.Changed"]),
            PeopleOutcome.NoLicence => NoLicence(PageView, page, result),
            PeopleOutcome.ChangedMeanwhile when await pages.OfAsync(id, input, User.UserId(), cancellationToken)
                is { } now =>
                this.Changed(PageView, differences.Tell(now), shared["Changed.Error"]),
            _ => NotFound(),
        };
    }

    private ViewResult NoLicence(string view, object page, PeopleResult result) =>
        this.Refused(
            view, page, nameof(MyUserInput.Services), texts["Services.Full", wording.Services(result.Missing)]);
}
