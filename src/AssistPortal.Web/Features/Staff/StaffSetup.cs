using AssistPortal.Web.Features.Staff.Audit;
using AssistPortal.Web.Features.Staff.Dashboard;
using AssistPortal.Web.Features.Staff.Demand;
using AssistPortal.Web.Features.Staff.Find;
using AssistPortal.Web.Features.Staff.Jobs;
using AssistPortal.Web.Features.Staff.Mail;
using AssistPortal.Web.Features.Staff.Meetings;
using AssistPortal.Web.Features.Staff.Orders;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Features.Staff.Producers;
using AssistPortal.Web.Features.Staff.Reports;
using AssistPortal.Web.Features.Staff.Schedule;
using AssistPortal.Web.Features.Staff.Sites;
using AssistPortal.Web.Features.Staff.Trials;
using AssistPortal.Web.Features.Staff.Users;

namespace AssistPortal.Web.Features.Staff;

internal static class StaffSetup
{
    public static IServiceCollection AddStaffPages(this IServiceCollection services) => services
        .AddSingleton<StaffRooms>()
        .AddDashboardPages()
        .AddDemandPages()
        .AddReportPages()
        .AddFindPages()
        .AddStaffOrders()
        .AddJobPages()
        .AddSchedulePages()
        .AddProducerPages()
        .AddPackagePages()
        .AddSitePages()
        .AddMeetingPages()
        .AddMailPages()
        .AddAuditPages()
        .AddUserPages()
        .AddHelpDeskPages();
}
