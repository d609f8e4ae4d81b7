using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Converting;

internal static class ConvertingSetup
{
    public static IServiceCollection AddConverting(this IServiceCollection services) => services
        .AddScoped<ConvertingMails>()
        .AddComposed<ConversionWording>()
        .AddComposed<SiteOrders>()
        .AddComposed<TrialConversion>();
}
