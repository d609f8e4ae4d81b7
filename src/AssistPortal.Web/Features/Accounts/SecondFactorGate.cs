using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AssistPortal.Web.Features.Accounts;

/// <summary>
/// Leads whoever needs a second factor to the page that sets it up, from any page but those that are marked.
/// </summary>
internal sealed class SecondFactorGate(RequestDelegate next, SecondFactorRule rule)
{
    public const string Page = "/account/second-factor";

    /// <summary>To be used once it is known who asks, and for which page.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is null
            || endpoint.Metadata.GetMetadata<WithoutSecondFactorAttribute>() is not null
            || !rule.Stops(context.User))
        {
            return next(context);
        }

        var request = context.Request;
        var query = HttpMethods.IsGet(request.Method)
            ? $"{QueryString.Create("ReturnUrl", request.Path + request.QueryString)}"
            : "";
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{request.PathBase}{Page}{query}";
        return Task.CompletedTask;
    }
}
