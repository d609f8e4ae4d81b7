using AssistPortal.Data.Composition;
using AssistPortal.Data.Revisions;
using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Scheduling;

internal static class SchedulingSetup
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSettings<BookingOptions>("Ordering");
        return services
            .AddCached(AssistTopics.Producers, Roster.ReadAsync)
            .AddSingleton<WorkingTimes>()
            .AddChangeLog<ReservationCalendar>()
            .AddScoped<ReservedNow>()
            .AddComposed<AvailabilitySearch>()
            .AddHostedService<ReservationChangeWorker>()
            .AddScoped<ReservationBook>()
            .AddScoped<ReservationMoves>();
    }
}
