using AssistPortal.Mail.Digests;
using AssistPortal.Mail.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Samples;

/// <summary>A digest of two of the other samples that can go with one.</summary>
internal sealed class DigestSample(
    IServiceProvider services, DigestMail digest, MailRenderer renderer, IOptions<MailOptions> options, IClock clock)
    : IMailSample
{
    public string Key => DigestMail.Cause;

    public MailToWrite Compose(string language)
    {
        var now = clock.GetCurrentInstant();
        var mails = services.GetServices<IMailSample>()
            .Where(sample => sample.Key.StartsWith("producer.", StringComparison.Ordinal))
            .Take(2)
            .Select(sample => sample.Compose(language))
            .Select(mail => OutboxMail.From(mail, renderer.Render(mail, now), options.Value, now, now))
            .ToList();
        return digest.For(mails, now);
    }
}
