using AssistPortal.Data.Revisions;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Offers;

internal static class OffersSetup
{
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddCached(AssistTopics.Catalogue, Catalogue.ReadAsync)
        .AddCached(AssistTopics.Producers, ServedPackages.ReadAsync)
        .AddScoped<HostOffers>();
}
