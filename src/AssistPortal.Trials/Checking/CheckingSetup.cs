using AssistPortal.Data.Checking;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Checking;

internal static class CheckingSetup
{
    public static IServiceCollection AddTrialChecks(this IServiceCollection services) =>
        services.AddScoped<IDatabaseCheck, TrialsCheck>();
}
