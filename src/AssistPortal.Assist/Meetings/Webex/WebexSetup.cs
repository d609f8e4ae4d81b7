using AssistPortal.Data.Outgoing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly;

namespace AssistPortal.Assist.Meetings.Webex;

internal static class WebexSetup
{
    public static IServiceCollection AddWebexDirectory(this IServiceCollection services)
    {
        var client = services.AddHttpClient(WebexClient.HttpName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<DirectoryOptions>>();
                return provider.GetRequiredService<OutgoingConnections>()
                    .CreateHandler(() => options.CurrentValue.Exceptions());
            })

            // Its log would name addresses, and with them hosts.
            .RemoveAllLoggers();
        client.AddResilienceHandler(
            "busy", (builder, context) => builder.AddRetry(
                WebexRetry.By(context.ServiceProvider.GetRequiredService<IClock>())));
        return services
            .AddOutgoingConnections()
            .AddSingleton(provider => WebexLimits.Within(
                provider.GetRequiredService<IOptions<DirectoryOptions>>().Value.Patience))
            .AddSingleton<WebexClient>()
            .AddScoped<IMeetingDirectory, WebexMeetingDirectory>();
    }
}
