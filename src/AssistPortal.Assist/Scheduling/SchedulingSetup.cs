using AssistPortal.Data.Revisions;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Scheduling;

internal static class SchedulingSetup
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>().BindConfiguration("Ordering").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddCached(AssistTopics.Producers, Roster.ReadAsync)
            .AddScoped<AvailabilitySearch>()
            .AddScoped<ReservationBook>()
            .AddScoped<ReservationMoves>();
    }
}
