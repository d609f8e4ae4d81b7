using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist;

internal static class CatalogueDeskSetup
{
    /// <summary>What staff change of packages, rates, sites and contracts.</summary>
    public static IServiceCollection AddCatalogueDesk(this IServiceCollection services) => services
        .AddScoped<PackageDesk>()
        .AddScoped<RateCards>()
        .AddScoped<ComparisonTable>()
        .AddScoped<SiteDesk>()
        .AddScoped<SiteMembers>()
        .AddScoped<ContractDesk>();
}
