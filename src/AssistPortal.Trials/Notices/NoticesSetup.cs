using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<NoticeBook>()
        .AddScoped<NoticeReaders>();
}
