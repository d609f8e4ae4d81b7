using AssistPortal.Trials.Messages.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Messages;

internal static class BuyingMessagesSetup
{
    public static IServiceCollection AddBuyingMessages(this IServiceCollection services) =>
        services.AddScoped<PurchaseRequestMail>().AddBuyingSamples();
}
