using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Features.Staff.Producers;

internal static class ProducerResults
{
    /// <summary>The form again, since somebody else has saved something else: status 409.</summary>
    public static ViewResult ChangedAgain(this Controller controller, string view, object model)
    {
        var page = controller.FormAgain(view, model);
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }
}
