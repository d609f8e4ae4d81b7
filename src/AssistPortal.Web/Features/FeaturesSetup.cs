using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Features.Audit;
using AssistPortal.Web.Features.Feeds;
using AssistPortal.Web.Features.Home;
using AssistPortal.Web.Features.Managing;
using AssistPortal.Web.Features.MyTrial;
using AssistPortal.Web.Features.Notices;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Packages;
using AssistPortal.Web.Features.Producing;
using AssistPortal.Web.Features.Resources;
using AssistPortal.Web.Features.Staff;
using AssistPortal.Web.Features.Trials;

namespace AssistPortal.Web.Features;

internal static class FeaturesSetup
{
    /// <summary>
    /// What the pages need beside their validators, which are found in the assembly. Each folder registers itself.
    /// </summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddAccountPages()
        .AddOrders()
        .AddHomePage()
        .AddPackagePages()
        .AddOrderingPages()
        .AddManagingPages()
        .AddResourcePages()
        .AddFeedPages()
        .AddProducingPages()
        .AddTrialPages()
        .AddMyTrialPages()
        .AddAuditWords()
        .AddStaffPages()
        .AddNoticePages();
}
