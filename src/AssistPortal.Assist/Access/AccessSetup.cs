using AssistPortal.Data.Composition;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Access;

internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>()
            .BindConfiguration("Ordering")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddScoped<OrderLookup>()
            .AddScoped<LinkRequests>()
            .AddComposed<OrderAccessTokens>()
            .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OrderAccessTokens>());
    }
}
