namespace AssistPortal.Web.Features.Staff.Jobs;

internal static class JobPagesSetup
{
    public static IServiceCollection AddJobPages(this IServiceCollection services) => services
        .AddScoped<ChosenOrders>()
        .AddScoped<JobForms>()
        .AddScoped<JobReader>()
        .AddScoped<JobPages>()
        .AddScoped<JobWords>();
}
