using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<SeenNotices>()
        .AddScoped<StaffNotices>()
        .AddScoped<ProducerNotices>();
}
