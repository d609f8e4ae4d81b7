using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace AssistPortal.Web.Features.Errors;

/// <summary>Notes that a form's token failed: the status alone does not tell that from what cannot be read.</summary>
internal sealed class NotedTokenFailure : IAlwaysRunResultFilter
{
    private static readonly object Noted = new();

    public static bool IsIn(HttpContext context) => context.Items.ContainsKey(Noted);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Noted] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
