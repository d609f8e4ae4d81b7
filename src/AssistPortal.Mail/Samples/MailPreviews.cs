using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using NodaTime;

namespace AssistPortal.Mail.Samples;

/// <summary>The portal's kinds of mails with made-up contents, rendered as those that are sent.</summary>
public sealed class MailPreviews
{
    private readonly IReadOnlyList<IMailSample> samples;
    private readonly MailRenderer renderer;
    private readonly IClock clock;

    internal MailPreviews(IEnumerable<IMailSample> samples, MailRenderer renderer, IClock clock)
    {
        this.samples = [.. samples];
        this.renderer = renderer;
        this.clock = clock;
    }

    /// <summary>See <see cref="IMailSample.Key"/>, in the order in which the samples were registered.</summary>
    public IEnumerable<string> Keys => samples.Select(sample => sample.Key);

    /// <summary>Renders one; null when there is none of that key.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <param name="language">Culture name of the mail's language.</param>
    /// <exception cref="System.Globalization.CultureNotFoundException">There is no such culture.</exception>
    public MailPreview? Find(string key, string language)
    {
        if (samples.FirstOrDefault(sample => sample.Key == key) is not { } found)
        {
            return null;
        }

        using var culture = MailCulture.Of(language);
        var mail = found.Compose(language);
        var content = renderer.Render(mail, clock.GetCurrentInstant());
        return new MailPreview(
            HeaderText.Clean(mail.Subject), mail.Recipient, content.Text, content.Html, content.Calendar is not null);
    }
}

/// <summary>A sample as its recipient would have it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Recipient">Mail address of the made-up recipient.</param>
/// <param name="Text">The text part.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="HasCalendar">Whether a calendar entry comes with it.</param>
public sealed record MailPreview(string Subject, string Recipient, string Text, string Html, bool HasCalendar);
