using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Scheduling;

internal static class SchedulingSetup
{
    public static IServiceCollection AddScheduling(this IServiceCollection services) => services
        .AddSingleton<WorkingWeeks>()
        .AddScoped<AvailabilitySearch>()
        .AddScoped<ReservationBook>()
        .AddScoped<ScheduleBoard>();
}
