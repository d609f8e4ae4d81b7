using AssistPortal.Data;
using AssistPortal.Web.Shared.Http;
using Microsoft.Extensions.Primitives;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Under which address the portal answers: where <c>Portal:Address</c> is set under that one, and over https if it says
/// so; <c>AllowedHosts</c> may name others. This machine and <c>/health</c> are answered in any case.
/// </summary>
internal static class OwnAddress
{
    private const string Any = "*";

    public static void UseOwnAddress(this WebApplication app)
    {
        var root = string.IsNullOrWhiteSpace(app.Configuration["Portal:Address"])
            ? null
            : app.Services.GetRequiredService<PortalAddress>().Root;
        var hosts = Hosts(app.Configuration["AllowedHosts"] ?? root?.IdnHost ?? Any);
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (context.IsOnErrorPage() || Loopback.IsName(request.Host.Host)
                || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            if (root?.Scheme == Uri.UriSchemeHttps && !request.IsHttps)
            {
                context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                context.Response.Headers.Location =
                    root.AbsoluteUri.TrimEnd('/') + LocalAddress.Encode(
                        request.Path.ToUriComponent() + request.QueryString);
                return Task.CompletedTask;
            }

            if (request.Host.HasValue && !hosts.Contains(Any) && !HostString.MatchesAny(request.Host.Host, hosts))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }

            return next(context);
        });
    }

    private static StringSegment[] Hosts(string allowed) =>
        [.. allowed.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
