using AssistPortal.Web.Features.MyTrial.Export;
using AssistPortal.Web.Features.MyTrial.Usage;
using AssistPortal.Web.Features.MyTrial.Users;

namespace AssistPortal.Web.Features.MyTrial;

internal static class MyTrialSetup
{
    /// <summary>The pages of a customer's administrators.</summary>
    public static IServiceCollection AddMyTrialPages(this IServiceCollection services) => services
        .AddScoped<MyTrialPages>()
        .AddUsagePages()
        .AddMyUserPages()
        .AddExportPages();
}
