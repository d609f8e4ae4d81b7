using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;

namespace AssistPortal.Mail.Accounts;

/// <summary>A mail with a link by which a made-up person sets a password.</summary>
internal sealed class PasswordLinkSample(PasswordLink link, PasswordLinkMail message) : IMailSample
{
    public string Key => PasswordLinkMail.CauseOf(link);

    public MailToWrite Compose(string language) => message.For(SamplePerson.Reading(language), link, count: 0);
}
