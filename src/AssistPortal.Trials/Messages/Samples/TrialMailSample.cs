using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Samples;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>A kind of mail with made-up contents.</summary>
internal sealed class TrialMailSample(string key, Func<string, MailToWrite> compose) : IMailSample
{
    public string Key => key;

    public MailToWrite Compose(string language) => compose(language);
}
