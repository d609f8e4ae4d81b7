using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Meetings.Webex;

internal static class WebexSetup
{
    public static IServiceCollection AddWebexDirectory(this IServiceCollection services)
    {
        services.AddHttpClient(WebexClient.HttpName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                MaxResponseHeadersLength = 32,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })

            // Its log would name addresses, and with them hosts.
            .RemoveAllLoggers();
        return services
            .AddSingleton(new WebexLimits())
            .AddSingleton<WebexClient>()
            .AddScoped<IMeetingDirectory, WebexMeetingDirectory>();
    }
}
