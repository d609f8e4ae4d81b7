using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Managing;

internal static class ManagingSetup
{
    public static IServiceCollection AddManaging(this IServiceCollection services) => services
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
}
