using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Shared.Http;

/// <summary>
/// What a page tells the next one, in a cookie: notices, what was typed, the address of a feed. It is for whoever is
/// signed in when it is written, and for nobody who signs in after them in the same browser.
/// </summary>
internal sealed class OwnTempData(CookieTempDataProvider cookie) : ITempDataProvider
{
    private const string Owner = "for";

    public IDictionary<string, object> LoadTempData(HttpContext context)
    {
        var values = cookie.LoadTempData(context);

        // The cookie's reader makes a Guid of what looks like one.
        return values.Count == 0 || (values.Remove(Owner, out var owner) && $"{owner}" == OwnerOf(context))
            ? values
            : new Dictionary<string, object>(StringComparer.Ordinal);
    }

    public void SaveTempData(HttpContext context, IDictionary<string, object> values) => cookie.SaveTempData(
        context,
        values.Count == 0
            ? values
            : new Dictionary<string, object>(values, StringComparer.Ordinal) { [Owner] = OwnerOf(context) });

    private static string OwnerOf(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? $"{context.User.UserId()}" : "";
}
