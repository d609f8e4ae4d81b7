namespace AssistPortal.Web.Features.Invoices;

internal static class InvoicesSetup
{
    public static IServiceCollection AddInvoicePages(this IServiceCollection services) => services
        .AddScoped<InvoiceList>()
        .AddScoped<InvoicePages>()
        .AddScoped<InvoiceCsv>();
}
