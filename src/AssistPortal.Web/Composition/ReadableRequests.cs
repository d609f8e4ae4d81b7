using AssistPortal.Web.Features.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Reads a request once, before anything else does. What nobody can read, or what holds something that is no text, is
/// answered with 400, 413 or 415, and no page, filter or log ever sees it.
/// </summary>
internal static class ReadableRequests
{
    /// <summary>To be used after routing, which tells how much an endpoint takes.</summary>
    public static IApplicationBuilder UseReadableRequests(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            if (context.IsOnErrorPage() || await RefusalAsync(context.Request) is not { } refusal)
            {
                await next(context);
                return;
            }

            context.Request.Form = FormCollection.Empty;
            context.Response.StatusCode = refusal;
        });

    private static async ValueTask<int?> RefusalAsync(HttpRequest request)
    {
        if (!IsText(request.Path) || !request.Query.Keys.All(IsName))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (request.HasFormContentType)
        {
            return IsUtf8(request.ContentType) ? await ReadAsync(request) : StatusCodes.Status415UnsupportedMediaType;
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return null;
        }

        // Nothing at all is a form without fields.
        request.Form = FormCollection.Empty;
        var isEmpty = request.ContentLength is null or 0 && request.Headers.TransferEncoding.Count == 0;
        return isEmpty && request.ContentType is null ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    private static async Task<int?> ReadAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return AreTexts(form) && form.Files.All(file => IsName(file.Name)) ? null : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unreadable)
            when (unreadable is not OperationCanceledException && !FaultStatus.IsDiskFull(unreadable))
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool IsUtf8(string? contentType)
    {
        var charset = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Charset);
        return !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static bool AreTexts(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.All(field => IsName(field.Key) && field.Value.All(IsText));

    private static bool IsName(string name) => !name.Any(char.IsControl);

    /// <summary>Databases keep no zero.</summary>
    private static bool IsText(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
