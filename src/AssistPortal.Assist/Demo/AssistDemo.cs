using AssistPortal.Assist.Billing;
using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Demo;

/// <summary>The assist service's part of the demo data.</summary>
public static class AssistDemo
{
    public static IServiceCollection AddAssistDemo(this IServiceCollection services) => services
        .AddScoped<DemoOrders>()
        .AddScoped<DemoHistory>()
        .AddScoped<InvoiceNumbers>()
        .AddScoped<IDemoContent, AssistDemoContent>()
        .AddDemoAccounts(DemoHosts.Accounts);
}
