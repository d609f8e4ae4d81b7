using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Sites;

internal static class SitesSetup
{
    public static IServiceCollection AddSites(this IServiceCollection services) => services
        .AddScoped<SiteDesk>()
        .AddScoped<SiteMembers>()
        .AddScoped<SiteDirectories>();
}
