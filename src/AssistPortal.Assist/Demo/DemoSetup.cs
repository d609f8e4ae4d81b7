using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Demo;

internal static class DemoSetup
{
    /// <summary>The assist service's part of the demo data.</summary>
    public static IServiceCollection AddAssistDemo(this IServiceCollection services) => services
        .AddScoped<DemoOrders>()
        .AddScoped<DemoHistory>()
        .AddScoped<IDemoContent, AssistDemoContent>()
        .AddDemoAccounts(DemoHosts.Accounts);
}
