using AssistPortal.Assist.Access;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// Mail me my links again: for people who have neither request number nor mail at hand. The answer is the same for any
/// address.
/// </summary>
[AllowAnonymous]
[Route(ManagePaths.Links)]
public sealed class LinksController(
    LinkRequests requests, IValidator<LinksInput> validator, IStringLocalizer<ManagingTexts> texts) : Controller
{
    private const string Page = "Links";

    [HttpGet]
    public IActionResult Form() => View(Page, new LinksInput());

    [HttpPost]
    public async Task<IActionResult> Ask(LinksInput input, CancellationToken cancellationToken)
    {
        if (!this.Accepts(await validator.ValidateAsync(input, cancellationToken)))
        {
            return this.FormAgain(Page, input);
        }

        var email = Tolerant.Email(input.Email);
        var client = HttpContext.Connection.RemoteIpAddress;
        return await requests.AskAsync(email, client, cancellationToken) is { } wait
            ? this.TooMany(Page, input, nameof(input.Email), wait, time => texts["Links.TooMany", time])
            : this.Saved($"/{ManagePaths.Links}", texts["Links.Asked", email]);
    }
}
