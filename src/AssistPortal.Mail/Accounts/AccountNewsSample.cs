using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;

namespace AssistPortal.Mail.Accounts;

/// <summary>A mail that tells a made-up person what has changed.</summary>
internal sealed class AccountNewsSample(AccountChange change, AccountNewsMail message) : IMailSample
{
    public string Key => AccountNewsMail.CauseOf(change);

    public MailToWrite Compose(string language) => message.For(SamplePerson.Reading(language), change, revision: 0);
}
