using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Access;

internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<OrderLookup>()
        .AddScoped<LinkRequests>()
        .AddScoped<OrderAccessTokens>()
        .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OrderAccessTokens>());
}
