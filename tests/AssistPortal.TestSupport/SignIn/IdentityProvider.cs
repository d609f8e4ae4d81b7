using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AssistPortal.TestSupport.SignIn;

/// <summary>
/// An OpenID Connect provider on Kestrel in the test's process: discovery, keys, authorisation code with PKCE, signed
/// tokens. Whoever comes is let in as <see cref="Person"/>.
/// </summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "portal";
    public const string ClientSecret = "of the portal";

    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> codes = new(StringComparer.Ordinal);

    private IdentityProvider(WebApplication app) => this.app = app;

    /// <summary>The claims of whoever signs in.</summary>
    public Dictionary<string, object> Person { get; set; } = [];

    /// <summary>What it answers beside the token, whose subject it is; null for nothing more.</summary>
    public Dictionary<string, object>? UserInformation { get; set; }

    /// <summary>Whether tokens are signed with a key that it does not show.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>What is wrong with the tokens that it signs; null for nothing.</summary>
    public Action<SecurityTokenDescriptor>? Spoils { get; set; }

    public string Address => app.Urls.Single();

    /// <summary>How often a code was exchanged.</summary>
    public int Exchanged { get; private set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new IdentityProvider(builder.Build());
        provider.app.Run(provider.AnswerAsync);
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => context.Response.WriteAsJsonAsync(new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            userinfo_endpoint = $"{Address}/person",
            jwks_uri = $"{Address}/keys",
        }),
        "/keys" => context.Response.WriteAsJsonAsync(new { keys = new[] { PublicKey() } }),
        "/authorize" => AuthorizeAsync(context),
        "/token" => ExchangeAsync(context),
        "/person" => context.Response.WriteAsJsonAsync(
            UserInformation ?? new(StringComparer.Ordinal) { ["sub"] = Person["sub"] }),
        _ => Refuse(context, StatusCodes.Status404NotFound),
    };

    private object PublicKey()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = "one",
            n = WebEncoders.Base64UrlEncode(parameters.Modulus!),
            e = WebEncoders.Base64UrlEncode(parameters.Exponent!),
        };
    }

    private Task AuthorizeAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code"
            || asked["code_challenge_method"] != "S256" || asked["response_mode"] is not [null or "query"] and not [])
        {
            return Refuse(context, StatusCodes.Status400BadRequest);
        }

        var code = Guid.NewGuid().ToString("N");
        codes[code] = asked;
        context.Response.Redirect(QueryHelpers.AddQueryString(
            asked["redirect_uri"].ToString(),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["code"] = code,
                ["state"] = asked["state"],
            }));
        return Task.CompletedTask;
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(
            SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"].ToString(), out var asked)
            || form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != asked["redirect_uri"]
            || asked["code_challenge"] != challenge)
        {
            await Refuse(context, StatusCodes.Status400BadRequest);
            return;
        }

        Exchanged++;
        await context.Response.WriteAsJsonAsync(new
        {
            access_token = "nothing opens with it",
            token_type = "Bearer",
            expires_in = 300,
            id_token = Token(asked["nonce"].ToString()),
        });
    }

    private string Token(string nonce)
    {
        using var other = RSA.Create(2048);
        var signer = SignsWithAnotherKey ? other : key;
        var signing = new RsaSecurityKey(signer.ExportParameters(includePrivateParameters: true)) { KeyId = "one" };
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            Claims = new Dictionary<string, object>(Person, StringComparer.Ordinal) { ["nonce"] = nonce },
            SigningCredentials = new SigningCredentials(signing, SecurityAlgorithms.RsaSha256),
        };
        Spoils?.Invoke(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
