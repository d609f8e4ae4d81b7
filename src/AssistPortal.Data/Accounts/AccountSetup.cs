using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Accounts;

public static class AccountSetup
{
    /// <summary>
    /// Accounts, roles and their cookie. Five wrong passwords lock an account for a quarter of an hour.
    /// </summary>
    public static IdentityBuilder AddPortalAccounts(this IServiceCollection services) => services
        .AddScoped<FirstAdministrator>()
        .AddScoped<PasswordLinks>()
        .Configure<DataProtectionTokenProviderOptions>(
            options => options.TokenLifespan = TimeSpan.FromDays(PasswordLinks.LifetimeDays))
        .AddIdentity<PortalUser, PortalRole>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.Password.RequiredLength = 12;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        })
        .AddEntityFrameworkStores<PortalDbContext>()
        .AddClaimsPrincipalFactory<PortalClaimsFactory>()
        .AddDefaultTokenProviders();
}
