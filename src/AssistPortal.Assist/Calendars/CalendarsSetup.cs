using AssistPortal.Data.Composition;
using AssistPortal.Data.Outgoing;
using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Calendars;

internal static class CalendarsSetup
{
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddSettings<CalendarOptions>("Calendars");
        services.AddHttpClient(CalendarClient.HttpName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptionsMonitor<CalendarOptions>>();
                var handler = provider.GetRequiredService<OutgoingConnections>()
                    .CreateHandler(() => options.CurrentValue.Exceptions());
                handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
                return handler;
            })

            // Its log would name the address, which is a secret.
            .RemoveAllLoggers();
        return services
            .AddOutgoingConnections()
            .AddSingleton<CalendarSecrets>()
            .AddSingleton<CalendarClient>()
            .AddScoped<CalendarReadings>()
            .AddComposed<ProducerCalendars>()
            .AddHostedService<CalendarWorker>();
    }
}
