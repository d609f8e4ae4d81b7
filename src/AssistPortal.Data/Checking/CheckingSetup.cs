using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Checking;

internal static class CheckingSetup
{
    public static IServiceCollection AddChecking(this IServiceCollection services) =>
        services.AddScoped<DatabaseChecker>();
}
