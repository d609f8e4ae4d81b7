using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells an administrator of the partner that WebEx is ordered under the URL that the trial had.</summary>
internal sealed class SiteOrderedMail(IStringLocalizer<ConvertingTexts> texts, PortalAddress address)
{
    public const string Cause = "trial.webex-ordered";

    public MailToWrite For(Trial trial, PurchaseOrder order, TrialNoticeReader reader)
    {
        using var culture = MailCulture.Of(reader.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = $"{trial.Id}",
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["SiteOrdered.Subject", trial.Company],
            Body = new MailBody(texts["SiteOrdered.Preheader", trial.Company])
                .Heading(texts["SiteOrdered.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["SiteOrdered.Text", order.SiteHost!, trial.Company])
                .Link(texts["SiteOrdered.Open"], address.Of("trials/orders")),
        };
    }
}
