using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Billing;

internal static class BillingSetup
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddScoped<CancellationQuotes>()
        .AddScoped<ContractDesk>();
}
