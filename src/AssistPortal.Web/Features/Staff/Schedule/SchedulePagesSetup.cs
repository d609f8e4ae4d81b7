namespace AssistPortal.Web.Features.Staff.Schedule;

internal static class SchedulePagesSetup
{
    public static IServiceCollection AddSchedulePages(this IServiceCollection services) => services
        .AddScoped<ScheduleModelBuilder>();
}
