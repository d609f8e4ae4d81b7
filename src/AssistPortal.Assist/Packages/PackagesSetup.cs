using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Packages;

internal static class PackagesSetup
{
    public static IServiceCollection AddPackages(this IServiceCollection services) => services
        .AddScoped<CatalogueSeed>()
        .AddScoped<PackageDesk>()
        .AddScoped<RateCards>()
        .AddScoped<ComparisonTable>();
}
