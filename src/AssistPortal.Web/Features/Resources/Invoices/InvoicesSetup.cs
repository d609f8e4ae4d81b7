namespace AssistPortal.Web.Features.Resources.Invoices;

internal static class InvoicesSetup
{
    public static IServiceCollection AddInvoicePages(this IServiceCollection services) => services
        .AddScoped<InvoiceList>()
        .AddScoped<InvoicePages>()
        .AddScoped<InvoiceCsv>();
}
