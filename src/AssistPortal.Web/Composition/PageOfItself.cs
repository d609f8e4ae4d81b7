using System.Text;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Reads one of the portal's own pages as whoever sends a request would get it, within that request. Pages change
/// nothing when they are read.
/// </summary>
internal static class PageOfItself
{
    /// <summary>In bytes: no page with a form comes near it, and a file is not read to its end.</summary>
    private const int Largest = 512 * 1024;

    /// <param name="context">The request within which it is read.</param>
    /// <param name="pipeline">What answers requests, from routing on.</param>
    /// <param name="address">The page's path and query.</param>
    /// <returns>The page, in HTML; null where there is none.</returns>
    public static async Task<string?> ReadAsync(HttpContext context, RequestDelegate pipeline, string address)
    {
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        using var body = new MemoryStream(new byte[Largest]);
        body.SetLength(0);
        var page = Ask(context.Request, address);
        page.RequestServices = scope.ServiceProvider;
        page.RequestAborted = context.RequestAborted;
        page.Connection.RemoteIpAddress = context.Connection.RemoteIpAddress;
        page.Response.Body = body;
        try
        {
            await pipeline(page);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whoever asks for the page itself is told; here it is as if there were none.
            return null;
        }

        return page.Response.StatusCode == StatusCodes.Status200OK
            && page.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
            ? Encoding.UTF8.GetString(body.ToArray())
            : null;
    }

    private static DefaultHttpContext Ask(HttpRequest within, string address)
    {
        var page = new DefaultHttpContext();
        var request = page.Request;
        foreach (var (name, value) in within.Headers)
        {
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                request.Headers[name] = value;
            }
        }

        var query = address.IndexOf('?', StringComparison.Ordinal);
        request.Method = HttpMethods.Get;
        (request.Protocol, request.Scheme, request.Host) = (within.Protocol, within.Scheme, within.Host);
        request.PathBase = within.PathBase;
        request.Path = PathString.FromUriComponent(query < 0 ? address : address[..query]);
        request.QueryString = query < 0 ? QueryString.Empty : new QueryString(address[query..]);
        return page;
    }
}
