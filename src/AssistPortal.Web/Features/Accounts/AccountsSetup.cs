using AssistPortal.Data.Settings;
using AssistPortal.Web.Features.Accounts.Own;
using AssistPortal.Web.Features.Accounts.SingleSignOn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace AssistPortal.Web.Features.Accounts;

internal static class AccountsSetup
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services)
    {
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, SessionCookieEvents.Apply);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = SessionCookieEvents.Recheck;
            options.OnRefreshingPrincipal = SessionValidator.KeepAsync;
        });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey stands for two factors: whoever holds it shows that it is they, and need not say who.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddSettings<SecondFactorOptions>("SecondFactor");
        return services
            .AddSingleton<DeviceCookie>()
            .AddSingleton<CarriedAway>()
            .AddSingleton<SecondFactorRule>()
            .AddScoped<ISecurityStampValidator, SessionValidator>()
            .AddScoped<AccountSessions>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<CodeSignIn>()
            .AddOwnAccountPages()
            .AddSingleSignOnPages();
    }
}
