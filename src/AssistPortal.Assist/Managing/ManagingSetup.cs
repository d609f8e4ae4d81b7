using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Managing;

internal static class ManagingSetup
{
    public static IServiceCollection AddManaging(this IServiceCollection services) => services
        .AddComposed<OrderUpdates>()
        .AddComposed<OrderCancellation>()
        .AddComposed<AccessLinks>()
        .AddComposed<MessagesToCoordinators>()
        .AddScoped<MeetingChanges>()
        .AddComposed<MeetingRescheduler>()
        .AddHostedService<MeetingChangeWorker>()
        .AddScoped<RequestedLinks>()
        .AddHostedService<RequestedLinksWorker>();
}
