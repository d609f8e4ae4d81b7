using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AssistPortal.TestSupport.Mail;

/// <summary>
/// Gives one access token to a client that shows the right secret (RFC 6749, 4.4), on Kestrel in the test's process.
/// </summary>
public sealed class TokenEndpoint : IAsyncDisposable
{
    public const string ClientId = "client";
    public const string ClientSecret = "of the client";

    private readonly WebApplication app;
    private int given;

    private TokenEndpoint(WebApplication app) => this.app = app;

    public Uri Address => new($"{app.Urls.Single()}/token");

    /// <summary>So often the token was given.</summary>
    public int Given => Volatile.Read(ref given);

    public static async Task<TokenEndpoint> StartAsync(string token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var endpoint = new TokenEndpoint(builder.Build());
        endpoint.app.Run(context => endpoint.AnswerAsync(context, token));
        await endpoint.app.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string token)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["grant_type"] != "client_credentials"
            || form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Interlocked.Increment(ref given);
        await context.Response.WriteAsJsonAsync(new { access_token = token, expires_in = 3600, token_type = "Bearer" });
    }
}
