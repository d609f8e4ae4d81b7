namespace AssistPortal.Web.Features.MyTrial.Usage;

internal static class UsageSetup
{
    public static IServiceCollection AddUsagePages(this IServiceCollection services) =>
        services.AddScoped<UsagePages>();
}
