using AssistPortal.Data.Composition;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Managing;

internal static class ManagingSetup
{
    public static IServiceCollection AddManaging(this IServiceCollection services) => services
        .AddScoped<OrderLookup>()
        .AddScoped<OrderAccessTokens>()
        .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OrderAccessTokens>())
        .AddComposed<OrderUpdates>()
        .AddScoped<OrderUpdateWriter>()
        .AddComposed<OrderCancellation>()
        .AddComposed<AccessLinks>()
        .AddScoped<MeetingChanges>()
        .AddComposed<MeetingChangeRunner>()
        .AddHostedService<MeetingChangeWorker>();
}
