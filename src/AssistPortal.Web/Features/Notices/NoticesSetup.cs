namespace AssistPortal.Web.Features.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNoticePages(this IServiceCollection services) =>
        services.AddScoped<NoticeBell>();
}
