using AssistPortal.Assist.Access;
using AssistPortal.Data.SignIn;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Managing;

/// <summary>
/// The link in mails about an order. Mail scanners open links, so opening it only shows a button; pressing that uses
/// it.
/// </summary>
[AllowAnonymous]
[Route(ManagePaths.Start + "/open")]
public sealed class AccessLinkController(OrderAccessTokens tokens, OrderAccess access, SecurityLog log)
    : Controller
{
    [HttpGet]
    public IActionResult Ask([FromQuery] string? token, [FromQuery] string? to)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return View("OpenLink", new OpenLinkPage(token ?? "", ManagePaths.Page(to)));
    }

    [HttpPost]
    public async Task<IActionResult> Open(
        [FromForm] string? token, [FromForm] string? to, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await tokens.OpenAsync(Tolerant.Code(token), cancellationToken) is not var (number, stamp, visitor))
        {
            await log.RejectedAsync(
                TokenKind.OrderLink, HttpContext.Connection.RemoteIpAddress, cancellationToken);
            return this.FormAgain("LinkEnded", "");
        }

        access.Grant(HttpContext, number, stamp, visitor);
        return LocalRedirect(ManagePaths.Of(number, ManagePaths.Page(to)));
    }
}

/// <param name="Token">The key.</param>
/// <param name="To">The page of the order to which it leads.</param>
public sealed record OpenLinkPage(string Token, string To);
