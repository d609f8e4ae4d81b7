using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// What somebody typed in a page that keeps nothing by itself, on its way through the header's buttons: they send the
/// page's form to what is chosen, and from there it goes on to the page's own address, with <see cref="Again"/>. That
/// shows the page once more, with the fields as they were: see <see cref="FormRefill"/>. Nothing of it lies anywhere.
/// </summary>
internal static class TypedForms
{
    /// <summary>The field with the page's address. A form has no other whose name begins so.</summary>
    public const string Page = "__Page";

    /// <summary>The field that says which of the page's forms it is: <c>#id</c>, or its action.</summary>
    public const string Form = "__Form";

    /// <summary>At the end of the query of an address to which a form is posted only to be shown again.</summary>
    private const string Again = "typed";

    private static readonly object Shown = new();

    private static readonly object Asked = new();

    /// <summary>Notes that the page shows what was typed.</summary>
    public static void NoteShown(HttpContext page) => page.Items[Shown] = true;

    public static bool IsShownOn(HttpContext page) => page.Items.ContainsKey(Shown);

    /// <summary>Notes how a page is read within the request: by its path and query; it gives null for none.</summary>
    public static void LetAsk(HttpContext context, Func<string, Task<string?>> read) => context.Items[Asked] = read;

    /// <summary>Whether a field is the form's own, and no sign of where it comes from.</summary>
    public static bool IsOwn(string field) => !field.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Where the form goes to be shown again; null where nothing was typed in it.</summary>
    public static async Task<string?> AddressIfTypedAsync(HttpRequest request) =>
        AddressFor(request) is { } page && await IsTypedInAsync(request) ? page : null;

    /// <summary>Where a form goes to be shown again by a page.</summary>
    /// <param name="page">Its path and query.</param>
    public static string AddressFor(string page)
    {
        // Behind a fragment it would be none of the query, and the form would do what it is for.
        page = page.Split('#')[0];
        return LocalAddress.Encode($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Again}");
    }

    /// <summary>Whether a form is posted only to be shown again.</summary>
    public static bool IsFor(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.QueryString.Value is { Length: > 1 } query && IsSaidIn(query);

    /// <summary>The page's own query.</summary>
    /// <param name="query">One of which <see cref="IsFor"/> is true.</param>
    public static QueryString Without(QueryString query)
    {
        var own = query.Value![..^(Again.Length + 1)];
        return own.Length == 0 ? QueryString.Empty : new QueryString(own);
    }

    /// <summary>
    /// Back to the page, which shows the form again that was sent along; to the other address where none was. To be
    /// asked before anything changes on which the page depends.
    /// </summary>
    public static async Task<LocalRedirectResult> BackToPageAsync(this Controller controller, string? otherwise) =>
        AddressFor(controller.Request) is not { } typed ? controller.BackTo(otherwise)
            : await IsTypedInAsync(controller.Request) ? controller.LocalRedirectPreserveMethod(typed)
            : controller.BackTo(controller.Request.Form[Page]);

    /// <summary>Whether an address says so.</summary>
    public static bool IsSaidIn(string address) =>
        address.EndsWith($"?{Again}", StringComparison.Ordinal)
        || address.EndsWith($"&{Again}", StringComparison.Ordinal);

    /// <summary>Where the form goes to be shown again; null where it does not say, or says another site.</summary>
    private static string? AddressFor(HttpRequest request) =>
        request.HasFormContentType && request.Form[Page].ToString() is var page && LocalAddress.IsLocal(page)
            ? AddressFor(page)
            : null;

    /// <summary>
    /// Whether somebody has typed in the form that was sent along, and not only opened the page. To be asked while they
    /// still may see it; where it is not there any more, they have.
    /// </summary>
    private static async Task<bool> IsTypedInAsync(HttpRequest request) =>
        request.HttpContext.Items[Asked] is not Func<string, Task<string?>> read
        || await read(request.Form[Page].ToString().Split('#')[0]) is not { } page
        || FormRefill.IsTypedIn(page, request.Form);
}
