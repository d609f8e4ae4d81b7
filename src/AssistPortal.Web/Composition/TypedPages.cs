using System.Text;
using AssistPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Http.Extensions;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Shows a page again with what was typed there, whose form was sent to it for nothing else: the request goes on as the
/// GET of that page, which knows nothing of it. Where the page shows all of it by itself, it leads there. Only a form
/// of the portal's own pages is shown again, as with <see cref="CarriedForms"/>; since nothing is done with it, no
/// token is asked for.
/// </summary>
internal static class TypedPages
{
    private static readonly object Own = new();

    /// <summary>To be used before routing, which looks at the method.</summary>
    public static void UseTypedPages(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            TypedForms.LetAsk(context, address => PageOfItself.ReadAsync(context, next, address));
        }

        if (!TypedForms.IsFor(request) || context.IsOnErrorPage())
        {
            await next(context);
            return;
        }

        var (method, query) = (request.Method, request.QueryString);
        context.Items[Own] = CarriedForms.IsOwnForm(request);
        (request.Method, request.QueryString) = (HttpMethods.Get, TypedForms.Without(query));
        try
        {
            await next(context);
        }
        finally
        {
            // An error page offers the form once more.
            (request.Method, request.QueryString) = (method, query);
        }
    });

    /// <summary>To be used once the form was read.</summary>
    public static void UseTypedForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Items.TryGetValue(Own, out var own) || context.IsOnErrorPage())
        {
            await next(context);
            return;
        }

        var request = context.Request;
        var typed = own is true && request.HasFormContentType ? request.Form : FormCollection.Empty;
        var type = request.ContentType;
        (request.Form, request.ContentType) = (FormCollection.Empty, null);
        try
        {
            if (typed.Count == 0)
            {
                await next(context);
            }
            else
            {
                TypedForms.NoteShown(context);
                await ShowAsync(context, typed, next);
            }
        }
        finally
        {
            (request.Form, request.ContentType) = (typed, type);
        }
    });

    private static async Task ShowAsync(HttpContext context, IFormCollection typed, RequestDelegate next)
    {
        var response = context.Response;
        var body = response.Body;
        await using var kept = new KeptPage(response, body);
        response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (kept.Text is not { } page)
        {
            return;
        }

        response.ContentLength = null;
        if (FormRefill.Fill(page, typed) is not { } filled)
        {
            // Nothing is lost then, and the page's own address can be loaded anew.
            var request = context.Request;
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status303SeeOther;
            response.Headers.Location =
                UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString);
            return;
        }

        await body.WriteAsync(Encoding.UTF8.GetBytes(filled), context.RequestAborted);
    }
}
