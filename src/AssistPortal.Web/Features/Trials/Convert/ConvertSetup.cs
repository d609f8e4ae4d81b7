namespace AssistPortal.Web.Features.Trials.Convert;

internal static class ConvertSetup
{
    public static IServiceCollection AddConvertPages(this IServiceCollection services) =>
        services.AddScoped<ConvertFaults>();
}
