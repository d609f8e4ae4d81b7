using AssistPortal.Data.Checking;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Checking;

internal static class CheckingSetup
{
    public static IServiceCollection AddOrderChecks(this IServiceCollection services) =>
        services.AddScoped<IDatabaseCheck, ReservationsCheck>();
}
