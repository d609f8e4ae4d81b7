namespace AssistPortal.Web.Features.Resources.Coming;

internal static class ComingSetup
{
    public static IServiceCollection AddComingPages(this IServiceCollection services) =>
        services.AddScoped<ComingList>();
}
