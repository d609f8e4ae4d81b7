using System.Globalization;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Errors;

/// <summary>The portal's own error pages, for every request that ended without one.</summary>
[AllowAnonymous]
[WithoutSecondFactor]
[IgnoreAntiforgeryToken]
[Route("error")]
public sealed class ErrorsController : Controller
{
    private const string Stale = "Stale";

    private static readonly string[] Explained = [Stale, "400", "403", "404", "405", "413", "422", "500", "503"];

    [Route("{status:int}")]
    public async Task<IActionResult> Show()
    {
        var status = Status();
        Response.StatusCode = status;
        var asked = Asked();
        var form = status is 400 or 500 or 503 && asked is not null ? await FormAsync(asked) : null;
        ModelState.Clear();

        // A change of language stays at what was asked for, where that can be asked for again.
        ViewData["Here"] = HttpMethods.IsGet(Request.Method) ? asked ?? Request.Path.ToUriComponent() : "/";
        return View("Error", new ErrorPage(status, WordsFor(status), form));
    }

    private string WordsFor(int status)
    {
        if (NotedTokenFailure.IsIn(HttpContext))
        {
            return Stale;
        }

        var own = status.ToString(CultureInfo.InvariantCulture);
        return Explained.Contains(own) ? own : status >= 500 ? "500" : "400";
    }

    private int Status()
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failed)
        {
            return FaultStatus.Of(failed.Error);
        }

        // Typed as an address, there is no such page.
        return HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            ? StatusCodes.Status404NotFound
            : int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
    }

    /// <summary>Path and query as they were asked for; null for who asks for this page itself.</summary>
    private string? Asked()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } reExecuted)
        {
            return new PathString(reExecuted.OriginalPath).ToUriComponent() + reExecuted.OriginalQueryString;
        }

        return HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } path
            ? new PathString(path).ToUriComponent() + Request.QueryString
            : null;
    }

    /// <summary>
    /// A form that could not be taken now, or whose token is out of date, can be sent once more as typed.
    /// </summary>
    private async Task<CarriedForm?> FormAsync(string asked) =>
        CarriedForms.IsOwnForm(Request)
        && await Request.ReadFormAsync(HttpContext.RequestAborted) is { Count: > 0 } form
            ? CarriedForms.Read(asked, form)
            : null;
}

/// <param name="Status">The response's status.</param>
/// <param name="Explained">The status whose words explain it, or what tells more than a status.</param>
/// <param name="Form">A form that can be sent once more.</param>
public sealed record ErrorPage(int Status, string Explained, CarriedForm? Form);
