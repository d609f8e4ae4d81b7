using AssistPortal.Data.Revisions;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Packages;

internal static class PackagesSetup
{
    public static IServiceCollection AddPackages(this IServiceCollection services) => services
        .AddKept(AssistTopics.Catalogue, Catalogue.ReadAsync)
        .AddScoped<CatalogueSeed>()
        .AddScoped<HostOffers>()
        .AddScoped<PackageDesk>()
        .AddScoped<RateCards>()
        .AddScoped<ComparisonTable>();
}
