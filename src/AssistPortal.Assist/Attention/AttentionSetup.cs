using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Attention;

internal static class AttentionSetup
{
    public static IServiceCollection AddAttention(this IServiceCollection services) => services
        .AddScoped<CoverCheck>()
        .AddScoped<OrderAttentions>();
}
