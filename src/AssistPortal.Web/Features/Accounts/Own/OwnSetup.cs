namespace AssistPortal.Web.Features.Accounts.Own;

internal static class OwnSetup
{
    public static IServiceCollection AddOwnAccountPages(this IServiceCollection services) => services
        .AddScoped<OwnFactors>()
        .AddScoped<OwnPasskeys>()
        .AddScoped<OwnAccountPages>();
}
