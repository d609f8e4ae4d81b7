namespace AssistPortal.Web.Features.Home;

internal static class HomeSetup
{
    public static IServiceCollection AddHomePage(this IServiceCollection services) => services.AddScoped<FreeMonth>();
}
