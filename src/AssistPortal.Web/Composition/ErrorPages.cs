using Microsoft.AspNetCore.Diagnostics;

namespace AssistPortal.Web.Composition;

internal static class ErrorPages
{
    /// <summary>Whether the request goes through the pipeline once more, to be answered with an error page.</summary>
    public static bool IsOnErrorPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
