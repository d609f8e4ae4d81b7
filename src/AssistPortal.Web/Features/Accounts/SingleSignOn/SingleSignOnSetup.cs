using AssistPortal.Data.Accounts;
using AssistPortal.Data.Settings;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Shared.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AssistPortal.Web.Features.Accounts.SingleSignOn;

internal static class SingleSignOnSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddSingleSignOnPages(this IServiceCollection services)
    {
        services.AddSettings<SingleSignOnOptions>(SingleSignOnOptions.Section).Validate(
            options => !options.IsConfigured || options.ClientId.Length > 0,
            "SingleSignOn:ClientId is needed where SingleSignOn:Authority is set.");
        return services.AddScoped<SingleSignOnEntry>();
    }

    /// <summary>The way to the provider and back, where settings name one.</summary>
    public static void AddSingleSignOn(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[$"{SingleSignOnOptions.Section}:Authority"]))
        {
            return;
        }

        builder.Services.AddAuthentication().AddOpenIdConnect();
        builder.Services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<IOptions<SingleSignOnOptions>, Cookies>(Apply);
    }

    private static void Apply(OpenIdConnectOptions options, IOptions<SingleSignOnOptions> settings, Cookies cookies)
    {
        var provider = settings.Value;
        options.Authority = provider.Authority!.ToString();
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !(provider.Authority.Scheme == Uri.UriSchemeHttp
            && Loopback.IsName(provider.Authority.Host));
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.BackchannelTimeout = Patience;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.Clear();
        options.ClaimActions.MapAll();
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.CallbackPath = "/account/sign-in/sso/callback";
        options.Scope.Add("email");
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.Name = cookies.Name("sso-");
            cookie.Path = "/";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = cookies.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        options.NonceCookie.Name = cookies.Name("sso-nonce-");
        options.Events.OnTicketReceived = EnterAsync;
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.Response.Redirect($"{context.Request.PathBase}/account/sign-in?Failed=sso");
            return Task.CompletedTask;
        };
    }

    private static async Task EnterAsync(TicketReceivedContext context)
    {
        var entry = context.HttpContext.RequestServices.GetRequiredService<SingleSignOnEntry>();
        context.HandleResponse();
        var result = await entry.EnterAsync(context.HttpContext, context.Principal!);
        var to = result is null
            ? "/account/sign-in?Failed=sso-account"
            : await AddressAfterAsync(context, result.User);
        context.Response.Redirect(context.Request.PathBase + (result is { AsksForCode: true }
            ? $"/account/sign-in/second-factor{QueryString.Create("ReturnUrl", to)}"
            : to));
    }

    private static async Task<string> AddressAfterAsync(TicketReceivedContext context, PortalUser user)
    {
        if (context.ReturnUri == CarriedAway.Again)
        {
            var services = context.HttpContext.RequestServices;
            var person = await services.GetRequiredService<SignInManager<PortalUser>>().CreateUserPrincipalAsync(user);
            return await services.GetRequiredService<CarriedAway>().GiveToAsync(context.HttpContext, person)
                ? CarriedAway.Again
                : "/";
        }

        return LocalAddress.IsLocal(context.ReturnUri) ? LocalAddress.Encode(context.ReturnUri!) : "/";
    }
}
