using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Demo;

internal static class DemoSetup
{
    /// <summary>The assist service's part of the demo data.</summary>
    public static IServiceCollection AddAssistDemo(this IServiceCollection services) => services
        .AddScoped<DemoWorlds>()
        .AddScoped<DemoOrders>()
        .AddScoped<DemoHistory>()
        .AddScoped<IDemoContent, AssistDemoContent>()
        .AddDemoAccounts(DemoHosts.Accounts);

    /// <summary>The day's business on top, for which there have to be mails.</summary>
    public static IServiceCollection AddAssistDemoToday(this IServiceCollection services) => services
        .AddScoped<IDemoContent, DemoToday>();
}
