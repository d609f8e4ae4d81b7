using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using AssistPortal.Web.Shared.Kept;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Shared;

internal static class SharedSetup
{
    public static IServiceCollection AddShared(this IServiceCollection services) =>
        services.AddReaderTimes().AddForms().AddHttpAddresses().AddKeptParts();
}
