using AssistPortal.Data.Composition;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail.Sending;

internal static class SendingSetup
{
    public static IServiceCollection AddSending(this IServiceCollection services)
    {
        services.TryAddSingleton<IMailTransport>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.Host.Length > 0
                ? ActivatorUtilities.CreateInstance<SmtpTransport>(provider)
                : ActivatorUtilities.CreateInstance<PickupFolderTransport>(provider));
        return services
            .AddScoped<OutboxBatch>()
            .AddScoped<MailAttempt>()
            .AddComposed<MailDrain>()
            .AddHostedService<OutboxWorker>();
    }
}
