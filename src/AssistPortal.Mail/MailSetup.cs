using AssistPortal.Data;
using AssistPortal.Data.Settings;
using AssistPortal.Data.Texts;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Smtp;
using AssistPortal.Mail.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AssistPortal.Mail;

public static class MailSetup
{
    /// <summary>
    /// The outbox, the worker that empties it, and the transport: SMTP where <c>Mail:Smtp:Host</c> is set, else the
    /// pickup folder. Needs the portal's database; a transport registered before this one takes their place.
    /// </summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="dataDirectory">
    /// Folder in which <c>mail</c> is made when <c>Mail:PickupDirectory</c> is not set.
    /// </param>
    public static IServiceCollection AddMail(this IServiceCollection services, string dataDirectory)
    {
        services.AddSettings<MailOptions>("Mail")
            .PostConfigure(options =>
            {
                if (string.IsNullOrWhiteSpace(options.PickupDirectory))
                {
                    options.PickupDirectory = Path.Combine(dataDirectory, "mail");
                }

                options.ReplyTo = string.IsNullOrWhiteSpace(options.ReplyTo) ? null : options.ReplyTo;
            });
        services.AddKeptTexts();
        services.TryAddSingleton<IMailTransport>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.Host.Length > 0
                ? ActivatorUtilities.CreateInstance<SmtpTransport>(provider)
                : ActivatorUtilities.CreateInstance<PickupFolderTransport>(provider));
        return services
            .AddClocks()
            .AddSingleton(new EntityAssembly(typeof(MailSetup).Assembly))
            .AddQueue()
            .AddDigests()
            .AddWatching()
            .AddSending()
            .AddMime()
            .AddSmtp()
            .AddDesk()
            .AddSamples();
    }
}
