using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AssistPortal.Web.Shared.Http;

internal static class HttpSetup
{
    public static IServiceCollection AddHttpAddresses(this IServiceCollection services) =>
        services
            .AddSingleton<AssetAddresses>()
            .AddSingleton<CookieTempDataProvider>()
            .AddSingleton<ITempDataProvider, OwnTempData>();
}
