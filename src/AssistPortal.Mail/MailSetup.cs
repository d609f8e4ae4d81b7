using AssistPortal.Data;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Mime;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Smtp;
using AssistPortal.Mail.Templates;
using AssistPortal.Mail.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail;

public static class MailSetup
{
    /// <summary>
    /// The outbox, the worker that empties it, and the transport: SMTP where <c>Mail:Smtp:Host</c> is set, else the pickup
    /// folder. Needs the portal's database; a transport registered before this one takes their place.
    /// </summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="dataDirectory">Folder in which <c>mail</c> is made when <c>Mail:PickupDirectory</c> is not set.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, string dataDirectory)
    {
        services.AddOptions<MailOptions>()
            .BindConfiguration("Mail")
            .PostConfigure(options =>
            {
                if (string.IsNullOrWhiteSpace(options.PickupDirectory))
                {
                    options.PickupDirectory = Path.Combine(dataDirectory, "mail");
                }

                options.ReplyTo = string.IsNullOrWhiteSpace(options.ReplyTo) ? null : options.ReplyTo;
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();

        services.AddLocalization();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton<IValidateOptions<MailOptions>, SmtpOptionsValidator>();
        services.AddHttpClient();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<SmtpConnector>();
        services.AddSingleton<IdleSessions>();
        services.TryAddSingleton<IMailTransport>(provider =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp.Host.Length > 0
                ? ActivatorUtilities.CreateInstance<SmtpTransport>(provider)
                : ActivatorUtilities.CreateInstance<PickupFolderTransport>(provider));
        services.AddSingleton(new EntityAssembly(typeof(MailSetup).Assembly));
        services.AddSingleton<MimeMessageFactory>();
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped(provider => new Outbox(
            provider.GetRequiredService<PortalDbContext>(),
            provider.GetRequiredService<MailRenderer>(),
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<IClock>()));
        services.AddStaffViews();
        services.AddMetrics();
        services.AddSingleton<MailMetrics>();
        services.AddScoped<OutboxAge>();
        services.AddScoped<OutboxBatch>();
        services.AddScoped<MailAttempt>();
        services.AddScoped<MailDigests>();
        services.AddSingleton<DigestMail>();
        services.AddScoped<IMailSample, DigestSample>();
        services.AddHealthChecks().AddCheck<OutboxHealthCheck>("mail");
        return services.AddHostedService<OutboxWorker>().AddHostedService<DigestWorker>();
    }

    private static IServiceCollection AddStaffViews(this IServiceCollection services) => services
        .AddScoped<MailDesk>()
        .AddScoped(provider => new MailSource(
            provider.GetRequiredService<PortalDbContext>(), provider.GetRequiredService<MimeMessageFactory>()))
        .AddScoped(provider => new MailPreviews(
            provider.GetServices<IMailSample>(), provider.GetRequiredService<MailRenderer>(), provider.GetRequiredService<IClock>()));
}
