using AssistPortal.Assist.Demo;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
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
            .AddScoped<CatalogueSeed>()
            .AddScoped<HostOffers>()
            .AddScoped<ContactPresets>()
            .AddScoped<DraftShelf>()
            .AddScoped<OrderPlacement>()
            .AddMeetings()
            .AddScoped<OrderPlacedMail>()
            .AddScoped<OrderCalendar>()
            .AddScoped<Wording>()
            .AddAssistDemo();
    }
}
