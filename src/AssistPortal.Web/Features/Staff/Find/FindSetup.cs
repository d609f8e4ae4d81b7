namespace AssistPortal.Web.Features.Staff.Find;

internal static class FindSetup
{
    public static IServiceCollection AddFindPages(this IServiceCollection services) =>
        services.AddScoped<Finder>();
}
