using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Billing;

internal static class BillingSetup
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddScoped<InvoiceIssuedMail>()
        .AddScoped<InvoiceCreditedMail>()
        .AddScoped<InvoiceMails>()
        .AddScoped<InvoiceNumbers>()
        .AddScoped(provider => new Invoices(
            provider.GetRequiredService<PortalDbContext>(),
            provider.GetRequiredService<InvoiceNumbers>(),
            provider.GetRequiredService<WholeOrders>(),
            provider.GetRequiredService<InvoiceMails>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<IClock>()));
}
