namespace AssistPortal.Web.Shared;

internal static class SharedSetup
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services.AddSingleton<RelativeTime>();
}
