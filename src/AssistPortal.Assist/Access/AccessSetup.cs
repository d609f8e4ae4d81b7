using AssistPortal.Data.Composition;
using AssistPortal.Data.Settings;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Access;

internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSettings<AccessOptions>("Ordering");
        return services
            .AddScoped<OrderLookup>()
            .AddScoped<LinkRequests>()
            .AddComposed<OrderAccessTokens>()
            .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OrderAccessTokens>());
    }
}
