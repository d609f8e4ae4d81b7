using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Queue;

internal static class QueueSetup
{
    public static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddSingleton<MailRenderer>()
        .AddSingleton<OutboxSignal>()
        .AddComposed<Outbox>();
}
