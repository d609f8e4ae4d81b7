using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Shared.Forms;

internal static class EditResults
{
    /// <summary>The form again for somebody who was second: status 409.</summary>
    public static ViewResult FormChanged(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        return controller.View(view, model);
    }

    /// <summary>What differs between what was typed and what somebody else has saved.</summary>
    public static ChangedMeanwhile Between(IEnumerable<(string Label, string? Typed, string? Saved)> fields) => new(
        [.. fields.Where(field => Tolerant.Text(field.Typed) != Tolerant.Text(field.Saved)).Select(field => (field.Label, field.Saved ?? ""))]);
}
