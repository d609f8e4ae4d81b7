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
        .AddScoped<InvoiceWriter>()
        .AddScoped<CancellationQuotes>()
        .AddScoped(provider => new Invoices(
            provider.GetRequiredService<PortalDbContext>(),
            provider.GetRequiredService<InvoiceNumbers>(),
            provider.GetRequiredService<InvoiceWriter>(),
            provider.GetRequiredService<WholeOrders>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<IClock>()))
        .AddScoped(provider => new InvoiceCorrections(
            provider.GetRequiredService<PortalDbContext>(),
            provider.GetRequiredService<InvoiceNumbers>(),
            provider.GetRequiredService<InvoiceWriter>(),
            provider.GetRequiredService<WholeOrders>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<IClock>()));
}
