using AssistPortal.Data.Composition;
using AssistPortal.Data.Settings;
using AssistPortal.Mail.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Waiting;

internal static class WaitingSetup
{
    public static IServiceCollection AddWaiting(this IServiceCollection services)
    {
        services.AddSettings<WaitingOptions>("Ordering");
        return services
            .AddScoped<OfferWriter>()
            .AddScoped<OfferTokens>()
            .AddScoped<IMailSecret>(provider => provider.GetRequiredService<OfferTokens>())
            .AddScoped<OfferRound>()
            .AddComposed<WaitingList>()
            .AddComposed<FairHolds>()
            .AddSingleton<WaitersFirst>()
            .AddHostedService<OfferWorker>();
    }
}
