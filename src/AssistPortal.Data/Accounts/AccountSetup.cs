using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Accounts;

public static class AccountSetup
{
    /// <summary>Rounds that OWASP names for PBKDF2 with HMAC-SHA-512. Older hashes are renewed at sign-in.</summary>
    private const int HashIterations = 220_000;

    /// <summary>
    /// Accounts, roles and their cookie. Wrong passwords lock nobody out: see the limits of signing in.
    /// </summary>
    public static IdentityBuilder AddPortalAccounts(this IServiceCollection services) => services
        .AddScoped<FirstAdministrator>()
        .AddScoped<PasswordLinks>()
        .Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations)
        .Configure<DataProtectionTokenProviderOptions>(
            options => options.TokenLifespan = TimeSpan.FromDays(PasswordLinks.LifetimeDays))
        .AddIdentity<PortalUser, PortalRole>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = PasswordRules.LeastLength;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
        })
        .AddEntityFrameworkStores<PortalDbContext>()
        .AddUserStore<PortalUserStore>()
        .AddPasswordValidator<PasswordRules>()
        .AddClaimsPrincipalFactory<PortalClaimsFactory>()
        .AddDefaultTokenProviders();
}
