using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Shared.Http;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Composition;

/// <summary>Headers of every response: scripts, styles and pictures come from the portal's own files only.</summary>
internal static class SecurityHeaders
{
    private const string Own =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string OwnWithFrames = $"{Own}; frame-src 'self'";

    /// <summary>Mails bring their styles with them.</summary>
    private const string Foreign =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors "
            + "'self'";

    /// <summary>Set last of all: the error page clears what was set before the error.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var policy = context.GetEndpoint()?.Metadata.GetMetadata<PagePolicyAttribute>()?.Policy ?? PagePolicy.Usual;
            Set(context, policy);
            NameCharset(context.Response);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Pages are made for one person at one moment: no cache keeps them.</summary>
    public static IApplicationBuilder UseNoStoreForPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (!context.Response.Headers.ContainsKey("Cache-Control"))
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context, PagePolicy policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy switch
        {
            PagePolicy.WithFrames => OwnWithFrames,
            PagePolicy.Framed => Foreign,
            PagePolicy.SignIn => WithProvider(context),
            _ => Own,
        };
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = policy == PagePolicy.Framed ? "SAMEORIGIN" : "DENY";
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>Whatever is a text is in UTF-8: files say only what kind of text they are.</summary>
    private static void NameCharset(HttpResponse response)
    {
        if (response.ContentType is { } type
            && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal))
            && !type.Contains("charset", StringComparison.Ordinal))
        {
            response.ContentType = $"{type}; charset=utf-8";
        }
    }

    private static string WithProvider(HttpContext context)
    {
        var provider = context.RequestServices.GetRequiredService<IOptions<SingleSignOnOptions>>().Value;
        return provider.Origin is { } origin
            ? Own.Replace("form-action 'self'", $"form-action 'self' {origin}", StringComparison.Ordinal)
            : Own;
    }
}
