namespace AssistPortal.Web.Shared.Times;

internal static class ReaderTimesSetup
{
    public static IServiceCollection AddReaderTimes(this IServiceCollection services) => services
        .AddSingleton<RelativeTime>()
        .AddScoped<ReaderTimes>();
}
