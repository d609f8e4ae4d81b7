using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Shared.Forms;

internal static class SeeOtherResults
{
    /// <summary>Leads from an accepted form to a page: status 303.</summary>
    /// <param name="controller">Who has accepted it.</param>
    /// <param name="path">A path of the portal's, beginning with <c>~/</c>.</param>
    /// <param name="notice">What the page says was done.</param>
    /// <param name="refusal">Why it says that nothing was done.</param>
    public static StatusCodeResult SeeOther(
        this Controller controller, string path, string? notice = null, string? refusal = null)
    {
        if (notice is not null)
        {
            controller.TempData["Notice"] = notice;
        }

        if (refusal is not null)
        {
            controller.TempData["Refusal"] = refusal;
        }

        controller.Response.Headers.Location = controller.Url.Content(path);
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }
}
