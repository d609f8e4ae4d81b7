namespace AssistPortal.Web.Features.Packages;

internal static class PackagesSetup
{
    public static IServiceCollection AddPackagePages(this IServiceCollection services) =>
        services.AddScoped<MeetingPages>();
}
