using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Assignments;

internal static class AssignmentsSetup
{
    public static IServiceCollection AddAssignments(this IServiceCollection services) => services
        .AddScoped<AssignedTimes>()
        .AddScoped<AssignmentAnswers>()
        .AddScoped<ScheduleBoard>();
}
