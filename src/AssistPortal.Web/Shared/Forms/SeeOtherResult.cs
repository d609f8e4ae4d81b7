using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>What was posted is done, and can be seen at another page of the portal: status 303.</summary>
/// <param name="path">The page, from the portal's root.</param>
internal sealed class SeeOtherResult(string path) : ActionResult, IKeepTempDataResult
{
    public override void ExecuteResult(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = $"{context.HttpContext.Request.PathBase}{path}";
    }
}
