namespace AssistPortal.Web.Features.Times;

internal static class TimesSetup
{
    public static IServiceCollection AddTimes(this IServiceCollection services) =>
        services.AddScoped<FreeTimesModelBuilder>();
}
