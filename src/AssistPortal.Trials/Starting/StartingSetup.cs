using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Starting;

internal static class StartingSetup
{
    public static IServiceCollection AddStarting(this IServiceCollection services) => services
        .AddScoped<OrganisationFinder>()
        .AddScoped<NumberBook>()
        .AddComposed<TrialStarts>();
}
