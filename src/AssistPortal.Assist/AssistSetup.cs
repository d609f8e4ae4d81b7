using AssistPortal.Assist.Access;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Calendars;
using AssistPortal.Assist.Checking;
using AssistPortal.Assist.Consequences;
using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Demo;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Feeds;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Notices;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.People;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Reports;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Staffing;
using AssistPortal.Assist.Texts;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist;

public static class AssistSetup
{
    /// <summary>Module one: ordering a producer's help. Each folder registers itself.</summary>
    public static IServiceCollection AddAssist(this IServiceCollection services) => services
        .AddSingleton(new EntityAssembly(typeof(AssistSetup).Assembly))
        .AddRoleNames(AssistRoles.Host, AssistRoles.Coordinator, AssistRoles.Producer)
        .AddPackages()
        .AddSites()
        .AddOffers()
        .AddScheduling()
        .AddMeetings()
        .AddOrders()
        .AddSessions()
        .AddBilling()
        .AddAccess()
        .AddDemand()
        .AddAssignments()
        .AddAttention()
        .AddTexts()
        .AddMessages()
        .AddReminders()
        .AddInvoicing()
        .AddConsequences()
        .AddOrdering()
        .AddManaging()
        .AddDesk()
        .AddStaffing()
        .AddCalendars()
        .AddJobs()
        .AddWaiting()
        .AddFeeds()
        .AddDashboard()
        .AddReports()
        .AddNotices()
        .AddPeople()
        .AddOrderChecks()
        .AddAssistDemo()
        .AddAssistDemoToday();
}
