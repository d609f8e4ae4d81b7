using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Mail.Digests;

/// <summary>Many mails to one recipient as one: each with all that it says.</summary>
internal sealed class DigestMail(IStringLocalizer<MailTexts> texts)
{
    public const string Cause = "mail.digest";

    private const string SubjectId = "digest";

    /// <param name="mails">In the order of their writing, at least one, all to the same recipient.</param>
    /// <param name="now">The moment, which tells one digest from the next.</param>
    public MailToWrite For(IReadOnlyList<OutboxMail> mails, Instant now)
    {
        var last = mails[^1];
        using var culture = MailCulture.Of(last.Language);
        var body = new MailBody(texts["Digest.Preheader", mails.Count]).Heading(texts["Digest.Heading"]);
        if (mails.Any(mail => mail.Calendar is not null))
        {
            body.Paragraph(texts["Digest.Calendar"]);
        }

        foreach (var mail in mails)
        {
            body.Enclosed(mail.TextBody, mail.HtmlBody);
        }

        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = SubjectId,
            Revision = (int)(now.ToUnixTimeSeconds() / 60),
            Recipient = last.Recipient,
            RecipientName = last.RecipientName,
            Language = last.Language,
            Subject = mails.Count == 1 ? last.Subject : texts["Digest.Subject", mails.Count],
            Body = body,
            ReplyTo = last.ReplyTo,
        };
    }
}
