using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            .AddSingleton(provider => WebexLimits.Within(provider.GetRequiredService<IOptions<DirectoryOptions>>().Value.Patience))
            .AddSingleton<WebexClient>()
            .AddScoped<IMeetingDirectory, WebexMeetingDirectory>();
    }
}
