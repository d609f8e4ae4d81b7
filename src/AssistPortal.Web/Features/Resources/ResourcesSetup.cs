using AssistPortal.Web.Features.Resources.Coming;
using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Invoices;

namespace AssistPortal.Web.Features.Resources;

internal static class ResourcesSetup
{
    public static IServiceCollection AddResourcePages(this IServiceCollection services) => services
        .AddComingPages()
        .AddHistoryPages()
        .AddInvoicePages();
}
