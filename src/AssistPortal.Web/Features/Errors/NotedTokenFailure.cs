using AssistPortal.Data.SignIn;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AssistPortal.Web.Features.Errors;

/// <summary>Notes that a form's token failed: the status alone does not tell that from what cannot be read.</summary>
internal sealed class NotedTokenFailure : IAsyncAlwaysRunResultFilter
{
    private static readonly object Noted = new();

    public static bool IsIn(HttpContext context) => context.Items.ContainsKey(Noted);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            var request = context.HttpContext;
            request.Items[Noted] = true;
            await request.RequestServices.GetRequiredService<SecurityLog>()
                .RejectedAsync(TokenKind.Form, request.Connection.RemoteIpAddress, request.RequestAborted);
        }

        await next();
    }
}
