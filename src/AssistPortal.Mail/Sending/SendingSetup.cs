using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Mail.Sending;

internal static class SendingSetup
{
    public static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddScoped<OutboxBatch>()
        .AddScoped<LeasedMails>()
        .AddScoped<MailAttempt>()
        .AddComposed<MailDrain>()
        .AddHostedService<OutboxWorker>();
}
