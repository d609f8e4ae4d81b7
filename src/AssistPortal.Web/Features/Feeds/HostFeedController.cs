using AssistPortal.Assist;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>The calendar feed of a host.</summary>
[Authorize(Roles = AssistRoles.Host)]
[Route("resources/feed")]
public sealed class HostFeedController(FeedForms forms) : Controller
{
    private const string Path = "/resources/feed";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("Feed", await forms.PageAsync(this, Path, cancellationToken));
    }

    [HttpPost("")]
    public async Task<IActionResult> Make(CancellationToken cancellationToken)
    {
        await forms.MakeAsync(this, cancellationToken);
        return LocalRedirect(Path);
    }

    [HttpPost("revoke")]
    public async Task<IActionResult> Revoke(CancellationToken cancellationToken)
    {
        await forms.EndAsync(this, cancellationToken);
        return LocalRedirect(Path);
    }
}
