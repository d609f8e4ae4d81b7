using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Feeds;

/// <summary>The page on which somebody makes, replaces and revokes their calendar feed.</summary>
/// <param name="forms">What its buttons do.</param>
/// <param name="path">Where it is.</param>
public abstract class OwnFeedController(FeedForms forms, string path) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("Feed", await forms.PageAsync(this, path, cancellationToken));
    }

    [HttpPost("")]
    public async Task<IActionResult> Make(CancellationToken cancellationToken)
    {
        await forms.MakeAsync(this, cancellationToken);
        return LocalRedirect(path);
    }

    [HttpPost("revoke")]
    public async Task<IActionResult> Revoke(CancellationToken cancellationToken)
    {
        await forms.EndAsync(this, cancellationToken);
        return LocalRedirect(path);
    }
}
