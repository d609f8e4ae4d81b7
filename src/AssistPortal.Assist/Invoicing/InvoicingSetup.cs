using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Invoicing;

internal static class InvoicingSetup
{
    public static IServiceCollection AddInvoicing(this IServiceCollection services) => services
        .AddScoped<InvoiceNumbers>()
        .AddScoped<InvoiceWriter>()
        .AddComposed<Invoices>()
        .AddComposed<InvoiceCorrections>();
}
