using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Dashboard;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Demo;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Managing;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Messages.Samples;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.People;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist;

public static class AssistSetup
{
    /// <summary>Module one: ordering a producer's help.</summary>
    public static IServiceCollection AddAssist(this IServiceCollection services)
    {
        services.AddOptions<OrderingOptions>().BindConfiguration("Ordering").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(new EntityAssembly(typeof(AssistSetup).Assembly))
            .AddRoleNames(AssistRoles.Host, AssistRoles.Coordinator, AssistRoles.Producer)
            .AddScheduling()
            .AddProducers()
            .AddScoped<CatalogueSeed>()
            .AddCatalogueDesk()
            .AddScoped<HostOffers>()
            .AddScoped<ContactPresets>()
            .AddScoped<DraftShelf>()
            .AddScoped<OrderPlacement>()
            .AddScoped<BookingWindows>()
            .AddScoped<ShortNoticeDesk>()
            .AddMeetings()
            .AddScoped<WholeOrders>()
            .AddScoped<Wording>()
            .AddMessages()
            .AddBilling()
            .AddManaging()
            .AddDesk()
            .AddReminders()
            .AddDashboard()
            .AddAssistDemo();
    }

    private static IServiceCollection AddMessages(this IServiceCollection services) => services
        .AddScoped<OrderCalendar>()
        .AddScoped<OrderMailParts>()
        .AddScoped<ProducerMailParts>()
        .AddScoped<OrderPlacedMail>()
        .AddScoped<OrderUpdatedMail>()
        .AddScoped<OrderCancelledMail>()
        .AddScoped<MeetingChangedMail>()
        .AddScoped<OrderReminderMail>()
        .AddScoped<ProducerAssignedMail>()
        .AddScoped<ProducerMovedMail>()
        .AddScoped<ProducerReleasedMail>()
        .AddScoped<ProducerChangedMail>()
        .AddScoped<SessionSwapMail>()
        .AddScoped<LanguageAnswerMail>()
        .AddScoped<ReportReadyMail>()
        .AddScoped<AccessLinkMail>()
        .AddScoped<CoordinatorAlertMail>()
        .AddScoped<MailPeople>()
        .AddScoped<CustomerAddresses>()
        .AddScoped<ProducerMails>()
        .AddScoped<CoordinatorMails>()
        .AddScoped<IMailWitness, FailedMails>()
        .AddScoped<OrderMails>()
        .AddScoped<DeskMails>()
        .AddScoped<SessionMailParts>()
        .AddScoped<SessionMail>()
        .AddScoped<SessionMails>()
        .AddMailSamples();

    private static IServiceCollection AddManaging(this IServiceCollection services) => services
        .AddScoped<OrderLookup>()
        .AddScoped<OrderAccessTokens>()
        .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OrderAccessTokens>())
        .AddScoped<OrderUpdates>()
        .AddScoped<OrderUpdateWriter>()
        .AddScoped<OrderCancellation>()
        .AddScoped<AccessLinks>()
        .AddScoped<MeetingChanges>()
        .AddSingleton<MeetingChangeRunner>()
        .AddHostedService<MeetingChangeWorker>();

    private static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<UnmetDemand>()
        .AddScoped<UserLinks>()
        .AddScoped<UserBook>()
        .AddScoped<DeskFigures>()
        .AddScoped<WeeklyFigures>()
        .AddScoped<WorkLoad>();

    private static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddScoped<OrderReminders>()
        .AddScoped<ReminderBatch>()
        .AddHostedService<ReminderWorker>();

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<OrderAttentions>()
        .AddScoped<OrderCompletion>()
        .AddScoped<OrderDesk>()
        .AddScoped<SessionBook>()
        .AddScoped<SessionOverviews>()
        .AddScoped<SessionFreeTimes>();
}
