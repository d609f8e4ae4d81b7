namespace AssistPortal.Web.Shared.Kept;

internal static class KeptSetup
{
    public static IServiceCollection AddKeptParts(this IServiceCollection services) =>
        services.AddSingleton<KeptParts>();
}
