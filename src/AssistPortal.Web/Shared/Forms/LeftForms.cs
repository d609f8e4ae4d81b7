using AssistPortal.Data;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>Where a page goes that is left by <see cref="LeaveTagHelper"/>: its form was sent along.</summary>
internal static class LeftForms
{
    // In UTF-16 units: longer than what is right in any field that travels so, and all of them fit an address.
    private const int Longest = 60;

    private const string SignOut = "/account/sign-out";

    /// <summary>Signs out, and carries the form that is sent along.</summary>
    /// <param name="action">Where the form goes once its owner has signed in again.</param>
    public static string SignOutFrom(string action) => QueryHelpers.AddQueryString(SignOut, "from", action);

    /// <summary>
    /// Goes on. Language, theme and sign-out are asked of their own addresses, with the same form, and lead back.
    /// </summary>
    /// <param name="controller">The page's controller.</param>
    /// <param name="to">A path of the portal; the page itself where there is none.</param>
    /// <param name="here">The page's address, at which what was typed stands again.</param>
    /// <param name="isKept">
    /// Whether what was typed is kept; else signing out carries it, so that it comes here again after signing in.
    /// </param>
    public static IActionResult GoOn(
        this Controller controller, string? to, string here, bool isKept = false) => to switch
    {
        null => controller.LocalRedirect(here),
        _ when !LocalAddress.IsLocal(to) => controller.BadRequest(),
        SignOut => controller.LocalRedirectPreserveMethod(
            isKept ? SignOut : SignOutFrom(controller.Request.Path)),
        _ when to.StartsWith("/preferences/", StringComparison.Ordinal) =>
            controller.LocalRedirectPreserveMethod(QueryHelpers.AddQueryString(to, "from", here)),
        _ => controller.LocalRedirect(to),
    };

    /// <summary>A page's address with the fields of the form that was sent along, for pages that keep none.</summary>
    /// <param name="form">The form.</param>
    /// <param name="page">The page's path.</param>
    /// <param name="fields">The fields that count; none of them names a person.</param>
    public static string AddressOf(IFormCollection form, string page, params IEnumerable<string> fields) =>
        QueryHelpers.AddQueryString(
            page,
            from field in fields
            where form.ContainsKey(field)
            select KeyValuePair.Create(field, (string?)TypedText.CutToUnits(form[field].ToString(), Longest)));
}
