using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Lending;

internal static class LendingSetup
{
    public static IServiceCollection AddLending(this IServiceCollection services) => services
        .AddScoped<DeviceBook>()
        .AddScoped<DeviceReminders>()
        .AddComposed<DeviceDesk>()
        .AddComposed<ShipmentQuestions>();
}
