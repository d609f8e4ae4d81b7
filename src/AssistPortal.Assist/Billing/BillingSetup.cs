using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Billing;

internal static class BillingSetup
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddScoped<InvoiceNumbers>()
        .AddScoped<InvoiceWriter>()
        .AddScoped<CancellationQuotes>()
        .AddScoped<ContractDesk>()
        .AddComposed<Invoices>()
        .AddComposed<InvoiceCorrections>();
}
