namespace AssistPortal.Web.Features.Staff.Sites;

internal static class SitePagesSetup
{
    /// <summary>The pages of sites, their members, directories and contracts.</summary>
    public static IServiceCollection AddSitePages(this IServiceCollection services) => services
        .AddSingleton<SiteValidator>()
        .AddSingleton<SiteDetailsValidator>()
        .AddScoped<SiteDetailsPages>()
        .AddScoped<ContractPages>();
}
