using AssistPortal.Data.Revisions;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Scheduling;

internal static class SchedulingSetup
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddKept(AssistTopics.Producers, Roster.ReadAsync)
        .AddScoped<AvailabilitySearch>()
        .AddScoped<ReservationBook>()
        .AddScoped<ReservationMoves>()
        .AddScoped<ScheduleBoard>();
}
