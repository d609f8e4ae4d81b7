using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Samples;

/// <summary>One kind of mail with made-up contents, for staff to look at.</summary>
public interface IMailSample
{
    /// <summary>
    /// See <see cref="MailToWrite.Cause"/>; unique among the samples, but for a variant after a colon.
    /// </summary>
    string Key { get; }

    /// <param name="language">Culture name of the mail's language.</param>
    MailToWrite Compose(string language);
}
