namespace AssistPortal.Web.Features.Managing;

internal static class ManagingPagesSetup
{
    public static IServiceCollection AddManagingPages(this IServiceCollection services) => services
        .AddSingleton<OrderAccess>()
        .AddSingleton<MeetingValidator>()
        .AddScoped<UpdateReader>()
        .AddScoped<ManagePages>();
}
