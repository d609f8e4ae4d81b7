using AssistPortal.Data.Outgoing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings.Webex;

internal static class WebexSetup
{
    public static IServiceCollection AddWebexDirectory(this IServiceCollection services)
    {
        services.AddHttpClient(WebexClient.HttpName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<DirectoryOptions>>();
                return provider.GetRequiredService<OutgoingConnections>().CreateHandler(() => options.CurrentValue.Exceptions());
            })

            // Its log would name addresses, and with them hosts.
            .RemoveAllLoggers();
        return services
            .AddOutgoingConnections()
            .AddSingleton(provider => WebexLimits.Within(provider.GetRequiredService<IOptions<DirectoryOptions>>().Value.Patience))
            .AddSingleton<WebexClient>()
            .AddScoped<IMeetingDirectory, WebexMeetingDirectory>();
    }
}
