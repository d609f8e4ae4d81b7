using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Devices;

internal static class DevicesSetup
{
    public static IServiceCollection AddDevices(this IServiceCollection services) => services
        .AddScoped<DeviceBook>()
        .AddScoped<DeviceReminders>()
        .AddComposed<DeviceDesk>()
        .AddComposed<ShipmentDesk>();
}
