using Microsoft.AspNetCore.Routing.Template;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Answers what no page takes, before anybody is asked to sign in for it: 405 with the methods that the address takes,
/// 404 where there is nothing at that address. Routing by itself knows the former only where no catch-all for files
/// stands beside the pages, as it does in Development.
/// </summary>
internal sealed class UnansweredRequests(
    RequestDelegate next, EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    private readonly Lazy<List<Address>> addresses = new(() => [.. endpoints.Endpoints
        .OfType<RouteEndpoint>()
        .Select(endpoint => new Address(
            endpoint,
            new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), new(endpoint.RoutePattern.Defaults)),
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))]);

    /// <summary>To be used after routing.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint)
        {
            return next(context);
        }

        var methods = addresses.Value
            .Where(address => Matches(address, context))
            .SelectMany(address => address.Methods)
            .SelectMany(method => HttpMethods.IsGet(method) ? [HttpMethods.Get, HttpMethods.Head] : new[] { method })
            .Distinct(StringComparer.Ordinal)
            .ToList();
        context.SetEndpoint(null);
        context.Response.StatusCode =
            methods.Count > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        if (methods.Count > 0)
        {
            context.Response.Headers.Allow = string.Join(", ", methods);
        }

        return Task.CompletedTask;
    }

    private bool Matches(Address address, HttpContext context)
    {
        var values = new RouteValueDictionary();
        return address.Matcher.TryMatch(context.Request.Path, values)
            && address.Endpoint.RoutePattern.Parameters.All(parameter => parameter.ParameterPolicies
                .Select(policy => policies.Create(parameter, policy))
                .OfType<IRouteConstraint>()
                .All(constraint => constraint.Match(
                    context, route: null, parameter.Name, values, RouteDirection.IncomingRequest)));
    }

    private sealed record Address(RouteEndpoint Endpoint, TemplateMatcher Matcher, IReadOnlyList<string> Methods);
}
